package org.kvarter.geo.place;

import org.kvarter.geo.CoordinateTransform;

/**
 * A transform after an adjustment of the source's coordinates.
 *
 * @param adjustment done first
 * @param then       from the system's coordinates into the district
 */
public record AdjustedTransform(Adjustment adjustment, CoordinateTransform then) implements CoordinateTransform {

    /** {@code then} itself where nothing is to be adjusted. */
    public static CoordinateTransform of(Adjustment adjustment, CoordinateTransform then) {
        return adjustment.isNone() ? then : new AdjustedTransform(adjustment, then);
    }

    @Override
    public void toLocal(double[] xyz, int first, int count) {
        adjustment.apply(xyz, first, count);
        then.toLocal(xyz, first, count);
    }

    @Override
    public void toSource(double[] xyz, int first, int count) {
        then.toSource(xyz, first, count);
        adjustment.undo(xyz, first, count);
    }
}
