package org.kvarter.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The systems a European district meets most, known without opening the EPSG database: that takes more than a second at first.
 *
 * <p>Read from {@code known-systems.csv}, which a test checks against the database. Immutable.
 */
final class KnownSystems {

    private static final Set<Integer> COMMON = Set.of(28992, 25832, 25833, 25835, 3067, 3879, 2056, 27700, 2154, 31370, 2180);
    private static final int WEB_MERCATOR = 3857;

    private final Map<Integer, Row> rows = new LinkedHashMap<>();
    private final Map<String, Row> byName = new HashMap<>();

    /**
     * A line of the table.
     *
     * @param code          EPSG code
     * @param kind          P projected, G geographic, 3 geographic with height, V vertical, C compound
     * @param metresPerUnit of projected and height axes
     * @param northFirst    authority's axis order
     * @param datum         the authority's name of the datum, empty where composed
     * @param method        projection method, empty where none
     * @param parameters    of the projection: lon0 lat0 k fe fn sp1 sp2, degrees and metres
     * @param extent        min east, min north, max east, max north of the area of use in the system's units, else empty
     * @param horizontal    code of the horizontal part of kinds 3 and C
     * @param vertical      code of the vertical part of kind C
     */
    record Row(int code, char kind, String name, double metresPerUnit, boolean northFirst, String datum, String method,
               Map<String, Double> parameters, double[] extent, int horizontal, int vertical) {
    }

    KnownSystems() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                KnownSystems.class.getResourceAsStream("known-systems.csv"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    add(parse(line.split(";", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int zone = 1; zone <= 60; zone++) {
            add(utm(32600 + zone, zone, "N", 0));
            add(utm(32700 + zone, zone, "S", 10_000_000));
        }
    }

    private void add(Row row) {
        rows.put(row.code, row);
        byName.putIfAbsent(key(row.name), row);
    }

    private static Row parse(String[] f) {
        Map<String, Double> parameters = new HashMap<>();
        String method = "";
        if (!f[6].isEmpty()) {
            int colon = f[6].indexOf(':');
            method = f[6].substring(0, colon);
            for (String p : f[6].substring(colon + 1).split(",")) {
                parameters.put(p.substring(0, p.indexOf('=')), Double.valueOf(p.substring(p.indexOf('=') + 1)));
            }
        }
        String[] numbers = f[7].isEmpty() ? new String[0] : f[7].split(",");
        double[] extent = new double[numbers.length];
        for (int i = 0; i < extent.length; i++) {
            extent[i] = Double.parseDouble(numbers[i]);
        }
        return new Row(Integer.parseInt(f[0]), f[1].charAt(0), f[2], Double.parseDouble(f[3]), f[4].equals("N"), f[5], method,
                parameters, extent, number(f[8]), number(f[9]));
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static Row utm(int code, int zone, String side, double falseNorthing) {
        return new Row(code, 'P', "WGS 84 / UTM zone " + zone + side, 1, false, "World Geodetic System 1984", "TM",
                Map.of("lon0", zone * 6.0 - 183, "lat0", 0.0, "k", 0.9996, "fe", 500_000.0, "fn", falseNorthing),
                new double[0], 0, 0);
    }

    Optional<Row> row(int code) {
        return Optional.ofNullable(rows.get(code));
    }

    /** A system by its name as people write it: {@code SWEREF 99 18 00}, {@code rd new}. */
    Optional<Row> named(String name) {
        String key = key(name);
        Row exact = byName.get(key);
        if (exact != null || key.length() < 4) {
            return Optional.ofNullable(exact);
        }
        // The part after the datum: "RD New" for "Amersfoort / RD New", where only one system has it.
        Row found = null;
        for (Row row : rows.values()) {
            if (row.kind == 'P' && key(row.name.substring(row.name.indexOf('/') + 1)).equals(key)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = row;
            }
        }
        return Optional.ofNullable(found);
    }

    Collection<Row> all() {
        return rows.values();
    }

    /** 0 for the commonest systems of the program's home, up to 3 for the others. */
    static int rarity(Row row) {
        // The Swedish systems before those whose ranges overlap them: the program's home.
        return row.datum.equals("SWEREF99") ? 0 : COMMON.contains(row.code) ? 1 : row.code == WEB_MERCATOR ? 2 : 3;
    }

    /** Size of the area of use, square metres. */
    static double area(Row row) {
        return (row.extent[2] - row.extent[0]) * (row.extent[3] - row.extent[1]) * row.metresPerUnit * row.metresPerUnit;
    }

    /** Letters and digits in lower case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+]", "");
    }

    /** The system of a row that is not vertical; heights stated apart go in {@code height}. */
    CoordinateSystem system(Row row, Optional<HeightSystem> height, String code) {
        if (row.kind == 'C' || row.kind == '3') {
            Row flat = rows.get(row.horizontal);
            if (flat != null) {
                Optional<HeightSystem> own = row.kind == '3'
                        ? Optional.of(new HeightSystem("", row.name + " ellipsoid", 1)) : row(row.vertical).map(KnownSystems::height);
                return new CoordinateSystem(code, row.name, "EPSG:" + flat.code, own, flat.kind == 'G',
                        flat.kind == 'G' ? Double.NaN : flat.metresPerUnit, row.northFirst);
            }
        }
        boolean geographic = row.kind == 'G';
        return new CoordinateSystem(code, row.name, "EPSG:" + row.code, height, geographic,
                geographic ? Double.NaN : row.metresPerUnit, row.northFirst);
    }

    static HeightSystem height(Row row) {
        return new HeightSystem("EPSG:" + row.code, row.name, row.metresPerUnit);
    }
}
