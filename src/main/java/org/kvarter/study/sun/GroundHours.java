package org.kvarter.study.sun;

import java.util.BitSet;

/**
 * Hours of sun on open ground, on a grid aligned with east and north. Arrays are not copied.
 *
 * @param west       local east of the grid's western edge, metres
 * @param north      local north of its northern edge, metres
 * @param cell       width of a cell, metres
 * @param columns    cells from west to east
 * @param rows       cells from north to south
 * @param hours      by row from the north; NaN where something stands, where water lies and where there is no land
 * @param courtyards cells that houses stand around
 */
public record GroundHours(double west, double north, double cell, int columns, int rows, float[] hours, BitSet courtyards) {

    public GroundHours {
        if (hours.length != columns * rows || !(cell > 0)) {
            throw new IllegalArgumentException("one value per cell expected");
        }
    }

    /** No ground. */
    public static GroundHours none() {
        return new GroundHours(0, 0, 1, 0, 0, new float[0], new BitSet());
    }

    /** Area of open ground that has at least so many hours, m². @param inCourtyards of courtyards alone */
    public double area(double least, boolean inCourtyards) {
        long cells = 0;
        for (int i = 0; i < hours.length; i++) {
            if (hours[i] >= least - SunHours.ROUNDING && (!inCourtyards || courtyards.get(i))) {
                cells++;
            }
        }
        return cells * cell * cell;
    }
}
