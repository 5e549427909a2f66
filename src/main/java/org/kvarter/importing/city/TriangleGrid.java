package org.kvarter.importing.city;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;

/**
 * Makes a grid of heights of triangles as they come, in bounded memory: the first of them decide the size of a cell (half the
 * distance of points where triangles are small), the grid grows by blocks, and where it grows too large its cells are doubled. Not thread-safe.
 */
public final class TriangleGrid {

    private static final int SAMPLE = 100_000;
    private static final int SIDE = 256;
    private static final int BLOCKS = 384;
    private static final int MOST_CELLS = SIDE * SIDE * BLOCKS;
    /** Cells for the extent of the first triangles, at most. */
    private static final int FINE_CELLS = 4_000_000;
    /** One triangle in so many may be smaller than a cell is made for. */
    private static final int SMALL = 4;

    private final double metresEast;
    private final double metresNorth;
    private final DoubleList waiting;
    private final double[] corners = new double[9];
    private Map<Long, float[]> blocks = new HashMap<>();
    private double west;
    private double south;
    /** Size of a cell in units of east and north; 0 until it is decided. */
    private double cellEast;
    private double cellNorth;
    private long triangles;

    /**
     * @param metresEast  metres per unit of east
     * @param metresNorth metres per unit of north
     */
    public TriangleGrid(MemoryBudget budget, double metresEast, double metresNorth) {
        this.metresEast = metresEast;
        this.metresNorth = metresNorth;
        this.waiting = new DoubleList(budget);
    }

    /** Triangles taken so far. */
    public long triangles() {
        return triangles;
    }

    /** Takes a triangle of three corners, three coordinates each: east, north, height. */
    public void add(double[] nine) {
        for (double value : nine) {
            if (!Double.isFinite(value)) {
                return;
            }
        }
        triangles++;
        if (cellEast > 0) {
            paint(nine);
            return;
        }
        for (int c = 0; c < 9; c += 3) {
            waiting.add(nine[c], nine[c + 1], nine[c + 2]);
        }
        if (waiting.size() >= 9 * SAMPLE) {
            decide();
        }
    }

    private void decide() {
        double minEast = Double.POSITIVE_INFINITY;
        double minNorth = Double.POSITIVE_INFINITY;
        double maxEast = Double.NEGATIVE_INFINITY;
        double maxNorth = Double.NEGATIVE_INFINITY;
        int n = waiting.size() / 9;
        double[] sizes = new double[n];
        for (int t = 0; t < n; t++) {
            take(t);
            sizes[t] = Math.abs((corners[3] - corners[0]) * (corners[7] - corners[1]) - (corners[6] - corners[0]) * (corners[4] - corners[1]));
            for (int c = 0; c < 9; c += 3) {
                minEast = Math.min(minEast, corners[c]);
                minNorth = Math.min(minNorth, corners[c + 1]);
                maxEast = Math.max(maxEast, corners[c]);
                maxNorth = Math.max(maxNorth, corners[c + 1]);
            }
        }
        Arrays.sort(sizes);
        double spacing = Math.sqrt(sizes[n / SMALL] * metresEast * metresNorth) / 2;
        double least = Math.sqrt(Math.max(0, (maxEast - minEast) * metresEast * (maxNorth - minNorth) * metresNorth) / FINE_CELLS);
        double cell = Math.max(Math.max(spacing, least), 0.05);
        cellEast = cell / metresEast;
        cellNorth = cell / metresNorth;
        west = minEast;
        south = minNorth;
        for (int t = 0; t < n; t++) {
            take(t);
            paint(corners);
        }
        waiting.release();
    }

    private void take(int triangle) {
        for (int i = 0; i < 9; i++) {
            corners[i] = waiting.get(9 * triangle + i);
        }
    }

    private void paint(double[] t) {
        double minEast = Math.min(t[0], Math.min(t[3], t[6]));
        double maxEast = Math.max(t[0], Math.max(t[3], t[6]));
        double minNorth = Math.min(t[1], Math.min(t[4], t[7]));
        double maxNorth = Math.max(t[1], Math.max(t[4], t[7]));
        while ((maxEast - minEast) / cellEast * ((maxNorth - minNorth) / cellNorth) > MOST_CELLS
                || Math.max(Math.abs(maxEast - west), Math.abs(minEast - west)) / cellEast > 1e8
                || Math.max(Math.abs(maxNorth - south), Math.abs(minNorth - south)) / cellNorth > 1e8) {
            coarsen();
        }
        double det = (t[4] - t[7]) * (t[0] - t[6]) + (t[6] - t[3]) * (t[1] - t[7]);
        if (det == 0) {
            return;
        }
        int firstColumn = (int) Math.ceil((minEast - west) / cellEast - 0.5 - 1e-6);
        int lastColumn = (int) Math.floor((maxEast - west) / cellEast - 0.5 + 1e-6);
        int firstRow = (int) Math.ceil((minNorth - south) / cellNorth - 0.5 - 1e-6);
        int lastRow = (int) Math.floor((maxNorth - south) / cellNorth - 0.5 + 1e-6);
        for (int row = firstRow; row <= lastRow; row++) {
            double north = south + (row + 0.5) * cellNorth;
            for (int column = firstColumn; column <= lastColumn; column++) {
                double east = west + (column + 0.5) * cellEast;
                double a = ((t[4] - t[7]) * (east - t[6]) + (t[6] - t[3]) * (north - t[7])) / det;
                double b = ((t[7] - t[1]) * (east - t[6]) + (t[0] - t[6]) * (north - t[7])) / det;
                if (a >= -1e-6 && b >= -1e-6 && a + b <= 1 + 2e-6) {
                    put(column, row, (float) (a * t[2] + b * t[5] + (1 - a - b) * t[8]));
                }
            }
        }
        while (blocks.size() > BLOCKS) {
            coarsen();
        }
    }

    private static long key(int column, int row) {
        return (long) Math.floorDiv(column, SIDE) << 32 | Math.floorDiv(row, SIDE) & 0xFFFFFFFFL;
    }

    private static float[] empty() {
        float[] cells = new float[SIDE * SIDE];
        Arrays.fill(cells, Float.NaN);
        return cells;
    }

    private void put(int column, int row, float height) {
        blocks.computeIfAbsent(key(column, row), k -> empty())[Math.floorMod(row, SIDE) * SIDE + Math.floorMod(column, SIDE)] = height;
    }

    /** Cells become twice as large, each with the mean of those in it. */
    private void coarsen() {
        Map<Long, float[]> fine = blocks;
        blocks = new HashMap<>();
        cellEast *= 2;
        cellNorth *= 2;
        fine.forEach((key, cells) -> {
            int column = (int) (key >> 32) * SIDE;
            int row = (int) (long) key * SIDE;
            for (int r = 0; r < SIDE; r += 2) {
                for (int c = 0; c < SIDE; c += 2) {
                    float sum = 0;
                    int count = 0;
                    for (int at : new int[] {r * SIDE + c, r * SIDE + c + 1, (r + 1) * SIDE + c, (r + 1) * SIDE + c + 1}) {
                        if (cells[at] == cells[at]) {
                            sum += cells[at];
                            count++;
                        }
                    }
                    if (count > 0) {
                        put(Math.floorDiv(column + c, 2), Math.floorDiv(row + r, 2), sum / count);
                    }
                }
            }
        });
    }

    /** The grid, cut to what has heights; {@code null} where too little has. */
    public ElevationBatch give(String layer, String title) {
        if (cellEast == 0 && waiting.size() > 0) {
            decide();
        }
        int[] box = box();
        while (box != null && (long) (box[2] - box[0] + 1) * (box[3] - box[1] + 1) > MOST_CELLS) {
            coarsen();
            box = box();
        }
        if (box == null) {
            return null;
        }
        int width = box[2] - box[0] + 1;
        int height = box[3] - box[1] + 1;
        if (width < 2 || height < 2) {
            return null;
        }
        float[] heights = new float[width * height];
        Arrays.fill(heights, Float.NaN);
        int[] edge = box;
        blocks.forEach((key, cells) -> {
            int column = (int) (key >> 32) * SIDE;
            int row = (int) (long) key * SIDE;
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == cells[i]) {
                    heights[(edge[3] - row - i / SIDE) * width + column + i % SIDE - edge[0]] = cells[i];
                }
            }
        });
        blocks.clear();
        double[] affine = {cellEast, 0, 0, -cellNorth, west + box[0] * cellEast, south + (box[3] + 1) * cellNorth};
        return new ElevationBatch(layer, title, affine, width, height, heights);
    }

    /** First and last column and row with a height. */
    private int[] box() {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        blocks.forEach((key, cells) -> {
            int column = (int) (key >> 32) * SIDE;
            int row = (int) (long) key * SIDE;
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == cells[i]) {
                    box[0] = Math.min(box[0], column + i % SIDE);
                    box[1] = Math.min(box[1], row + i / SIDE);
                    box[2] = Math.max(box[2], column + i % SIDE);
                    box[3] = Math.max(box[3], row + i / SIDE);
                }
            }
        });
        return box[0] > box[2] ? null : box;
    }
}
