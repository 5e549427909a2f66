package org.kvarter.importing.cityjson;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much about reference systems as slopes need: whether east and north are degrees. Everything else is the work of {@code geo}. */
final class Crs {

    /** Length of a degree of latitude, metres. */
    private static final double METRES_PER_DEGREE = 111_320;

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{4,6})\\D*$");
    /** Geographic systems outside EPSG's block 4000 to 4999: JGD2011 in two and three dimensions, ETRS89 and WGS 84 with heights. */
    private static final Set<Integer> GEOGRAPHIC = Set.of(6668, 6697, 7423, 7912, 9518, 9705, 5498);

    private Crs() {
    }

    /**
     * 1 for projected systems and unknown ones, the length of a degree for geographic ones.
     *
     * @param x coordinate of some vertex: EPSG's geographic codes lie among projected ones, whose coordinates are no degrees
     * @param y coordinate of the same vertex
     */
    static double metresPerHorizontalUnit(Optional<String> referenceSystem, double x, double y) {
        if (referenceSystem.isEmpty() || Math.abs(x) > 360 || Math.abs(y) > 360) {
            return 1;
        }
        Matcher number = LAST_NUMBER.matcher(referenceSystem.get());
        if (!number.find()) {
            return 1;
        }
        int code = Integer.parseInt(number.group(1));
        return code >= 4000 && code < 5000 || GEOGRAPHIC.contains(code) ? METRES_PER_DEGREE : 1;
    }
}
