package org.kvarter.mesh;

import java.util.BitSet;
import java.util.List;
import org.kvarter.model.Bounds;

/**
 * What a layer of solids covers as seen from above: cells of a grid whose middle lies under one of its triangles. Immutable.
 *
 * @param west    local east of the grid's edge, metres
 * @param south   local north of the grid's edge, metres
 * @param cell    side of a cell, metres
 * @param columns from west to east
 * @param rows    from south to north
 * @param covered cells row by row from the south
 * @param foot    lowest height of the solids, local metres
 */
public record Footprint(double west, double south, double cell, int columns, int rows, BitSet covered, double foot) {

    /** Side of the cells of models that are not too large for it, metres. */
    public static final double FINE = 0.5;

    private static final double MOST_CELLS = 4e6;

    /** Takes a cell of a triangle. */
    private interface Cells {
        void cell(int index);
    }

    /** The footprint of all triangles of a layer; covers nothing where it has none. */
    public static Footprint of(List<TileMesh> tiles) {
        Bounds box = tiles.stream().map(TileMesh::bounds).reduce(Bounds.EMPTY, Bounds::union);
        if (box.isEmpty()) {
            return new Footprint(0, 0, FINE, 0, 0, new BitSet(), Double.NaN);
        }
        double cell = Math.max(FINE, Math.sqrt(box.width() * box.depth() / MOST_CELLS));
        Footprint print = new Footprint(box.minEast(), box.minNorth(), cell, (int) Math.ceil(box.width() / cell) + 1, (int) Math.ceil(box.depth() / cell) + 1,
                new BitSet(), box.minUp());
        for (TileMesh tile : tiles) {
            for (int triangle = 0; triangle < tile.triangleCount(); triangle++) {
                print.visit(tile, triangle, print.covered::set);
            }
        }
        return print;
    }

    /** Whether a place lies under the solids. */
    public boolean covers(double east, double north) {
        int column = (int) Math.floor((east - west) / cell);
        int row = (int) Math.floor((north - south) / cell);
        return column >= 0 && row >= 0 && column < columns && row < rows && covered.get(row * columns + column);
    }

    /** Area of what of a triangle lies under the solids, square metres seen from above. */
    double coveredArea(TileMesh tile, int triangle) {
        int[] count = {0};
        visit(tile, triangle, index -> count[0] += covered.get(index) ? 1 : 0);
        return count[0] * cell * cell;
    }

    /** Area of a triangle seen from above, square metres. */
    static double flatArea(TileMesh tile, int triangle) {
        float[] p = tile.points();
        int a = 3 * tile.corners()[3 * triangle];
        int b = 3 * tile.corners()[3 * triangle + 1];
        int c = 3 * tile.corners()[3 * triangle + 2];
        return Math.abs(((double) p[b] - p[a]) * ((double) p[c + 1] - p[a + 1]) - ((double) p[c] - p[a]) * ((double) p[b + 1] - p[a + 1])) / 2;
    }

    /** Whether a box and the grid meet. */
    boolean meets(Bounds box) {
        return box.minEast() <= west + columns * cell && box.maxEast() >= west && box.minNorth() <= south + rows * cell && box.maxNorth() >= south;
    }

    private void visit(TileMesh tile, int triangle, Cells cells) {
        float[] p = tile.points();
        int a = 3 * tile.corners()[3 * triangle];
        int b = 3 * tile.corners()[3 * triangle + 1];
        int c = 3 * tile.corners()[3 * triangle + 2];
        double ax = (p[a] - west) / cell - 0.5;
        double ay = (p[a + 1] - south) / cell - 0.5;
        double bx = (p[b] - west) / cell - 0.5;
        double by = (p[b + 1] - south) / cell - 0.5;
        double cx = (p[c] - west) / cell - 0.5;
        double cy = (p[c + 1] - south) / cell - 0.5;
        double det = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
        if (Math.abs(det) < 1e-9) {
            return;
        }
        int firstRow = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy))));
        int lastRow = (int) Math.min(rows - 1, Math.floor(Math.max(ay, Math.max(by, cy))));
        int firstColumn = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx))));
        int lastColumn = (int) Math.min(columns - 1, Math.floor(Math.max(ax, Math.max(bx, cx))));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double u = ((by - cy) * (column - cx) + (cx - bx) * (row - cy)) / det;
                double v = ((cy - ay) * (column - cx) + (ax - cx) * (row - cy)) / det;
                if (u >= 0 && v >= 0 && u + v <= 1) {
                    cells.cell(row * columns + column);
                }
            }
        }
    }
}
