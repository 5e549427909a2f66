package org.kvarter.series.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.kvarter.series.SeriesException;

/**
 * Recognises a table of places in a CSV file, by the names of its columns and what stands in them. Counts, trips and series are none,
 * although they may have coordinates beside their values. Stateless.
 */
public final class PlaceSniffer {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int HEADERS = 5;
    private static final double MOST = 0.6;

    private PlaceSniffer() {
    }

    /**
     * Looks at a file's head; empty where it holds no places, or cannot be read.
     *
     * @param isGeometry whether a text is a geometry
     */
    public static Optional<PlaceFormat> look(Path file, Predicate<String> isGeometry) {
        try (InputStream in = CsvSource.open(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                return Optional.empty();
            }
            Charset charset = CsvSniffer.charset(head);
            char delimiter = delimiter(new String(head, charset));
            List<List<String>> rows = CsvSniffer.rows(file, charset, delimiter);
            for (int header = 0; header < Math.min(HEADERS, rows.size() - 1); header++) {
                Optional<PlaceFormat> format = propose(rows, header, charset, delimiter, isGeometry);
                if (format.isPresent()) {
                    return format;
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | SeriesException e) {
            return Optional.empty();
        }
    }

    /** The delimiter as its first line has it: the commas of geometries confuse a count over all lines. */
    private static char delimiter(String head) {
        String first = head.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        boolean telling = first.chars().noneMatch(c -> c == '(') && first.chars().anyMatch(c -> ";\t,|".indexOf(c) >= 0);
        char ofAll = CsvSniffer.delimiter(head);
        return telling && first.indexOf(ofAll) < 0 ? CsvSniffer.delimiter(first) : ofAll;
    }

    private static Optional<PlaceFormat> propose(List<List<String>> rows, int header, Charset charset, char delimiter, Predicate<String> isGeometry) {
        List<String> names = rows.get(header).stream().map(String::strip).toList();
        List<List<String>> data = rows.subList(header + 1, rows.size());
        if (names.stream().allMatch(String::isEmpty) || names.stream().anyMatch(isGeometry)) {
            return Optional.empty();
        }
        int geometry = geometry(names, data, isGeometry);
        boolean comma = delimiter != ',' && data.stream().flatMap(List::stream).anyMatch(c -> c.strip().matches("[-+]?[\\d\\s\u00a0\u202f']*\\d,\\d+"));
        if (geometry >= 0) {
            return Optional.of(new PlaceFormat(charset.name(), delimiter, comma, header, names, -1, -1, geometry, PlaceFormat.Axes.PLANE, ""));
        }
        int longitude = column(names, data, PlaceWords.LONGITUDE, comma);
        int latitude = column(names, data, PlaceWords.LATITUDE, comma);
        boolean degrees = longitude >= 0 && latitude >= 0 && within(data, longitude, comma, 180) && within(data, latitude, comma, 90);
        int x = degrees ? longitude : column(names, data, PlaceWords.EAST, comma);
        int y = degrees ? latitude : column(names, data, PlaceWords.NORTH, comma);
        if (x < 0 || y < 0 || x == y || isSeries(data, names, x, y)) {
            return Optional.empty();
        }
        String crs = degrees ? "OGC:CRS84" : PlaceWords.crs(names.get(x), names.get(y)).orElse("");
        return Optional.of(new PlaceFormat(charset.name(), delimiter, comma, header, names, x, y, -1,
                degrees ? PlaceFormat.Axes.DEGREES : PlaceFormat.Axes.PLANE, crs));
    }

    /** The column most of whose cells are geometries; one that is called so before others. */
    private static int geometry(List<String> names, List<List<String>> data, Predicate<String> isGeometry) {
        int best = -1;
        for (int column = 0; column < names.size(); column++) {
            List<String> cells = CsvSniffer.samples(data, 0, column);
            boolean is = !cells.isEmpty() && cells.stream().filter(isGeometry).count() > MOST * cells.size();
            if (is && (best < 0 || PlaceWords.fit(names.get(column), PlaceWords.GEOMETRY) > PlaceWords.fit(names.get(best), PlaceWords.GEOMETRY))) {
                best = column;
            }
        }
        return best;
    }

    private static int column(List<String> names, List<List<String>> data, Set<String> words, boolean comma) {
        int best = -1;
        int fit = 0;
        for (int column = 0; column < names.size(); column++) {
            int here = PlaceWords.fit(names.get(column), words);
            if (here > fit && !CsvSniffer.samples(data, 0, column).isEmpty() && CsvSniffer.isNumeric(data, column, comma)) {
                best = column;
                fit = here;
            }
        }
        return best;
    }

    private static boolean within(List<List<String>> data, int column, boolean comma, double most) {
        return CsvSniffer.samples(data, 0, column).stream().mapToDouble(c -> number(c, comma)).filter(d -> !Double.isNaN(d)).allMatch(d -> Math.abs(d) <= most);
    }

    /** A coordinate, with a decimal point where the table has commas elsewhere. */
    static double number(String cell, boolean comma) {
        return Numbers.parse(cell, comma && cell.indexOf(',') >= 0 || cell.indexOf(',') >= 0 && cell.indexOf('.') < 0);
    }

    /** Whether places come again and again with other times: values in time, not places. */
    private static boolean isSeries(List<List<String>> data, List<String> names, int x, int y) {
        boolean timed = false;
        for (int column = 0; column < Math.min(8, names.size()) && !timed; column++) {
            timed = TimeFormat.recognise(CsvSniffer.samples(data, 0, column)).isPresent();
        }
        if (!timed || data.size() < 2) {
            return false;
        }
        Set<String> places = new HashSet<>();
        data.stream().filter(r -> r.size() > Math.max(x, y)).forEach(r -> places.add(r.get(x).strip() + " " + r.get(y).strip()));
        return places.size() < MOST * data.size();
    }
}
