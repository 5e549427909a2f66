package org.kvarter.importing.dxf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Drawing units: the header's $INSUNITS, a setting, and whether the coordinates can be in them. Stateless. */
final class DxfUnits {

    /** Metres per unit by $INSUNITS, 0 where it states none. */
    private static final double[] METRES = {0, 0.0254, 0.3048, 1609.344, 0.001, 0.01, 1, 1000, 0, 0, 0.9144, 0, 0, 0, 0.1, 10, 100};
    private static final Map<String, Double> NAMES = Map.of("m", 1.0, "dm", 0.1, "cm", 0.01, "mm", 0.001, "km", 1000.0, "ft", 0.3048, "in", 0.0254);

    /** Coordinates of plane systems in metres lie within this of their origin. */
    private static final double FARTHEST = 1e7;
    private static final double NEAREST = 1e5;

    /**
     * What is done with the coordinates.
     *
     * @param metres    per unit
     * @param sentence  key of what a person should know, empty for nothing
     */
    record Scale(double metres, String sentence) {
    }

    private DxfUnits() {
    }

    /** A unit's usual sign; {@code ?} where it has none. */
    static String name(int units) {
        double metres = units >= 0 && units < METRES.length ? METRES[units] : 0;
        return NAMES.entrySet().stream().filter(e -> e.getValue() == metres).map(Map.Entry::getKey).findFirst().orElse("?");
    }

    /** Metres per unit as a person chose or the header states, before any coordinate is seen; 1 where neither does. */
    static double stated(int units, Optional<String> setting) {
        Double chosen = setting.map(s -> NAMES.get(s.toLowerCase(Locale.ROOT))).orElse(null);
        double stated = units >= 0 && units < METRES.length ? METRES[units] : 0;
        return chosen != null ? chosen : stated == 0 ? 1 : stated;
    }

    /**
     * The scale of a drawing. Templates state millimetres or inches while the drawing has a map's metres, which are seen by their size: these
     * stay as they are, and it is told.
     *
     * @param units   $INSUNITS, 0 where it is missing
     * @param setting a unit's name that a person chose
     * @param box     least and greatest east and north of the coordinates, in units
     */
    static Scale of(int units, Optional<String> setting, double[] box) {
        Double chosen = setting.map(s -> NAMES.get(s.toLowerCase(Locale.ROOT))).orElse(null);
        if (chosen != null) {
            return new Scale(chosen, "");
        }
        double stated = units >= 0 && units < METRES.length ? METRES[units] : 0;
        if (stated == 0 || stated == 1) {
            return new Scale(1, stated == 0 ? "units.none" : "");
        }
        boolean isMap = Math.max(Math.abs(box[1]), Math.abs(box[3])) > NEAREST && Math.max(Math.abs(box[0]), Math.abs(box[2])) < FARTHEST
                && Math.abs(box[3]) < FARTHEST && box[3] - box[1] < NEAREST && box[2] - box[0] < NEAREST
                && Math.abs(box[1]) > 10 * (box[3] - box[1]);
        return isMap ? new Scale(1, "units.map") : new Scale(stated, "units.stated");
    }
}
