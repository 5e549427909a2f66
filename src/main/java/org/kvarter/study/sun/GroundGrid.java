package org.kvarter.study.sun;

import org.kvarter.model.Bounds;

/**
 * Squares of ground to count on.
 *
 * @param west    local east of the western edge, metres
 * @param north   local north of the northern edge, metres
 * @param cell    width of a cell, metres
 * @param columns cells from west to east
 * @param rows    cells from north to south
 */
public record GroundGrid(double west, double north, double cell, int columns, int rows) {

    /** Ground around the outermost house, metres: as far as one steps out before it. */
    private static final double AROUND = 25;

    /** No ground. */
    public static GroundGrid none() {
        return new GroundGrid(0, 0, 1, 0, 0);
    }

    /**
     * A grid over some solids and the ground around them.
     *
     * @param most cells at most
     * @param finest width of a cell at least, metres
     */
    public static GroundGrid over(Bounds solids, int most, double finest) {
        if (solids.isEmpty()) {
            return none();
        }
        double width = solids.width() + 2 * AROUND;
        double depth = solids.depth() + 2 * AROUND;
        double cell = Math.max(finest, Math.ceil(2 * Math.sqrt(width * depth / most)) / 2);
        return new GroundGrid(solids.minEast() - AROUND, solids.maxNorth() + AROUND, cell, (int) Math.ceil(width / cell), (int) Math.ceil(depth / cell));
    }

    /** Number of cells. */
    public int cells() {
        return columns * rows;
    }
}
