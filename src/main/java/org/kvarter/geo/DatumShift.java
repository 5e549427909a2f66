package org.kvarter.geo;

import java.util.Map;
import java.util.Optional;

/**
 * National datums older than satellite geodesy in well-known text that does not say how they lie against WGS 84. Without that, GeoTools
 * takes the longitudes and latitudes of both for the same, and everything lands a hundred metres and more beside its place. Stateless.
 */
final class DatumShift {

    /** Geographic system of the EPSG dataset on a datum, by the datum's folded name in ESRI's and OGC's dialects. */
    private static final Map<String, Integer> GEOGRAPHIC = Map.ofEntries(Map.entry("rt90", 4124), Map.entry("kkj", 4123),
            Map.entry("deutscheshauptdreiecksnetz", 4314), Map.entry("dhdn", 4314), Map.entry("amersfoort", 4289),
            Map.entry("belge1972", 4313), Map.entry("osgb1936", 4277), Map.entry("europeandatum1950", 4230), Map.entry("european1950", 4230),
            Map.entry("ed50", 4230), Map.entry("militargeographischeinstitut", 4312), Map.entry("militargeographischesinstitut", 4312),
            Map.entry("mgi", 4312), Map.entry("ch1903", 4149), Map.entry("systemjednotnetrigonometrickesitekatastralni", 4156),
            Map.entry("sjtsk", 4156), Map.entry("pulkovo1942", 4284), Map.entry("ngo1948", 4273), Map.entry("northamericandatum1927", 4267),
            Map.entry("northamerican1927", 4267), Map.entry("nad27", 4267), Map.entry("tokyo", 4301), Map.entry("montemario", 4265),
            Map.entry("nouvelletriangulationfrancaise", 4275), Map.entry("tm65", 4299), Map.entry("datum73", 4274));

    /** Ellipsoids by their semi-major axis, and by how many metres datums on them lie beside WGS 84 at most, horizontally. */
    private static final double[][] MOST = {{6_377_397, 500}, {6_377_563, 150}, {6_378_206, 200}, {6_378_249, 400}, {6_378_388, 300},
        {6_378_245, 200}, {6_378_160, 250}};
    private static final double SATELLITE_AXIS = 6_378_137;
    private static final double OTHERS = 500;

    private DatumShift() {
    }

    /** The EPSG code of the geographic system on the datum of some text that needs a shift and gives none. */
    static Optional<Integer> geographicCode(WktText wkt) {
        return misses(wkt) ? datum(wkt).map(d -> GEOGRAPHIC.get(WktMatcher.datum(d.name()))) : Optional.empty();
    }

    /** Metres by which things may lie beside their place where the text is taken as it is; 0 where it says all. */
    static double expectedError(WktText wkt) {
        if (!misses(wkt)) {
            return 0;
        }
        double axis = axis(wkt);
        for (double[] ellipsoid : MOST) {
            if (Math.abs(axis - ellipsoid[0]) < 20) {
                return ellipsoid[1];
            }
        }
        return OTHERS;
    }

    private static boolean misses(WktText wkt) {
        double axis = axis(wkt);
        boolean elsewhere = wkt.find("PRIMEM").map(m -> Math.abs(m.number(1)) > 1e-6).orElse(false);
        return !elsewhere && datum(wkt).isPresent() && wkt.find("TOWGS84").isEmpty() && wkt.find("ABRIDGEDTRANSFORMATION").isEmpty()
                && axis > 6e6 && Math.abs(axis - SATELLITE_AXIS) > 3;
    }

    private static double axis(WktText wkt) {
        return wkt.find("SPHEROID", "ELLIPSOID").map(s -> s.number(1)).orElse(Double.NaN);
    }

    private static Optional<WktText> datum(WktText wkt) {
        return wkt.find("DATUM");
    }
}
