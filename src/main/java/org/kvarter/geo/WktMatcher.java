package org.kvarter.geo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.geo.KnownSystems.Row;

/**
 * Recognises a horizontal system in well-known text by datum, projection and parameters, where the text carries no code, as ESRI's
 * {@code .prj} files do. Answers only when all of them agree with a known system.
 */
final class WktMatcher {

    private static final double DEGREES = 1e-6;
    private static final double METRES = 2e-3;
    private static final double SCALE = 1e-8;

    /** Datums realised within decimetres of ETRS89, under which producers often file the national systems. */
    private static final Set<String> ETRS89_FAMILY = Set.of("etrs89", "sweref99", "eureffin", "lithuania1994etrs89", "rgf1993",
            "islandsnet1993", "croatianterrestrialreferencesystem", "sloveniageodeticdatum1996", "estonia1997", "etrf2000poland",
            "bulgariageodeticsystem2005", "irenet95", "latviangeodeticcoordinatesystem1992");

    private final KnownSystems known;

    WktMatcher(KnownSystems known) {
        this.known = known;
    }

    /** The row that the text describes beyond doubt. */
    Optional<Row> match(WktText wkt) {
        WktText geographic = wkt.find("GEOGCS", "GEOGCRS", "GEODCRS", "BASEGEOGCRS", "BASEGEODCRS").orElse(null);
        if (geographic == null || !atGreenwich(geographic)) {
            return Optional.empty();
        }
        WktText datumNode = geographic.child("DATUM", "ENSEMBLE", "TRF").orElse(null);
        String datum = datumNode == null ? "" : datum(datumNode.name());
        boolean projected = wkt.keyword().equals("PROJCS") || wkt.keyword().equals("PROJCRS");
        if (!projected) {
            return known.all().stream().filter(r -> r.kind() == 'G' && datum(r.datum()).equals(datum)).findFirst();
        }
        String name = KnownSystems.key(wkt.name());
        String method = method(wkt.find("PROJECTION", "METHOD").map(WktText::name).orElse(""));
        double unit = wkt.child("UNIT", "LENGTHUNIT").map(u -> u.number(1)).orElse(1.0);
        if (wkt.text().contains("+nadgrids=@null") && wkt.text().contains("+b=6378137")) {
            method = method("pseudo mercator");
        }
        Map<String, Double> parameters = parameters(wkt, unit);
        Row best = null;
        int bestScore = 0;
        for (Row row : known.all()) {
            if (row.kind() == 'P' && Math.abs(row.metresPerUnit() - unit) < 1e-7 && method(row.method()).equals(method)
                    && agree(row.parameters(), parameters)) {
                int score = score(row, datum, name);
                if (score > bestScore) {
                    best = row;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** 0 where the datum forbids it; more where datum and name agree better. */
    private static int score(Row row, String datum, String name) {
        String own = datum(row.datum());
        int agreement = own.equals(datum) ? 3 : ETRS89_FAMILY.contains(own) && ETRS89_FAMILY.contains(datum) ? 1 : 0;
        if (agreement == 0) {
            return 0;
        }
        String rowName = KnownSystems.key(row.name());
        String tail = KnownSystems.key(row.name().substring(row.name().indexOf('/') + 1).replaceAll("\\(.*\\)", ""));
        return agreement + (rowName.equals(name) ? 5 : name.contains(tail) ? 4 : 0);
    }

    private static boolean atGreenwich(WktText geographic) {
        WktText meridian = geographic.child("PRIMEM").orElse(null);
        return meridian == null || !(Math.abs(meridian.number(1)) > DEGREES);
    }

    private static Map<String, Double> parameters(WktText wkt, double unit) {
        Map<String, Double> found = new HashMap<>();
        WktText holder = wkt.child("CONVERSION").orElse(wkt);
        for (WktText node : holder.children()) {
            if (node.keyword().equals("PARAMETER")) {
                String key = parameter(KnownSystems.key(node.name()));
                double value = node.number(1);
                found.put(key, key.equals("fe") || key.equals("fn") ? value * unit : value);
            }
        }
        return found;
    }

    private static String parameter(String key) {
        return switch (key) {
            case "centralmeridian", "longitudeofcenter", "longitudeofnaturalorigin", "longitudeofprojectioncentre",
                 "longitudeoffalseorigin", "longitudeoforigin" -> "lon0";
            case "latitudeoforigin", "latitudeofcenter", "latitudeofnaturalorigin", "latitudeofprojectioncentre",
                 "latitudeoffalseorigin" -> "lat0";
            case "scalefactor", "scalefactoratnaturalorigin", "scalefactoratprojectioncentre", "scalefactoroninitialline" -> "k";
            case "falseeasting", "eastingatfalseorigin", "eastingatprojectioncentre" -> "fe";
            case "falsenorthing", "northingatfalseorigin", "northingatprojectioncentre" -> "fn";
            case "standardparallel1", "latitudeof1ststandardparallel" -> "sp1";
            case "standardparallel2", "latitudeof2ndstandardparallel" -> "sp2";
            default -> key;
        };
    }

    private static boolean agree(Map<String, Double> row, Map<String, Double> wkt) {
        boolean parallels = row.containsKey("sp2");
        return near(row, wkt, "lon0", 0, DEGREES) && near(row, wkt, "lat0", 0, DEGREES) && near(row, wkt, "k", 1, SCALE)
                && near(row, wkt, "fe", 0, METRES) && near(row, wkt, "fn", 0, METRES)
                && (!parallels || near(row, wkt, "sp1", 0, DEGREES) && near(row, wkt, "sp2", 0, DEGREES)
                || near(row.get("sp1"), wkt.get("sp2"), DEGREES) && near(row.get("sp2"), wkt.get("sp1"), DEGREES));
    }

    private static boolean near(Map<String, Double> a, Map<String, Double> b, String key, double otherwise, double tolerance) {
        return near(a.getOrDefault(key, otherwise), b.getOrDefault(key, otherwise), tolerance);
    }

    private static boolean near(Double a, Double b, double tolerance) {
        return a != null && b != null && Math.abs(a - b) <= tolerance;
    }

    /** One word per kind of projection, whatever the dialect calls it. */
    static String method(String name) {
        String key = KnownSystems.key(name);
        if (key.equals("tm") || key.contains("transversemercator") || key.contains("gausskruger")) {
            return "tm";
        }
        if (key.contains("auxiliarysphere") || key.contains("pseudo")) {
            return "web mercator";
        }
        if (key.contains("hotine") || key.contains("obliquemercator")) {
            return "oblique mercator";
        }
        if (key.contains("stereographic")) {
            return key.contains("polar") ? "polar stereographic" : "stereographic";
        }
        if (key.contains("lambertconformalconic") || key.contains("lambertconicconformal")) {
            return "lambert conformal conic";
        }
        return key;
    }

    /** One word per datum, whatever the dialect calls it. */
    static String datum(String name) {
        String key = KnownSystems.key(name.toLowerCase(Locale.ROOT).startsWith("d_") ? name.substring(2) : name)
                .replace("ensemble", "");
        if (key.startsWith("europeanterrestrialreferencesystem1989") || key.startsWith("etrs1989") || key.equals("etrs89")) {
            return "etrs89";
        }
        if (key.startsWith("worldgeodeticsystem1984") || key.startsWith("wgs1984") || key.equals("wgs84")) {
            return "wgs84";
        }
        return switch (key) {
            case "northamericandatum1983", "northamerican1983", "nad83" -> "nad83";
            case "reseaugeodesiquefrancais1993", "reseaugeodesiquefrancais1993v1", "rgf1993" -> "rgf1993";
            case "reseaunationalbelge1972", "belge1972" -> "belge1972";
            case "ordnancesurveyofgreatbritain1936", "osgb1936" -> "osgb1936";
            case "japanesegeodeticdatum2011", "jgd2011" -> "jgd2011";
            case "rikets koordinatsystem 1990", "riketskoordinatsystem1990", "rt1990", "rt90" -> "rt90";
            case "kartastokoordinaattijarjestelma1966", "kkj" -> "kkj";
            default -> key;
        };
    }
}
