package org.kvarter.mesh.pick;

import org.kvarter.model.Terrain;

/**
 * Heights that no land around goes above, block by block: tells of most rays towards the sun in a few steps that no hill is in their way.
 * Immutable and thread-safe.
 */
public final class TerrainCeiling {

    private static final int POSTS = 12;

    private final double west;
    private final double south;
    private final double block;
    private final int columns;
    private final int rows;
    private final float[] highest;

    private TerrainCeiling(Terrain terrain) {
        west = terrain.west();
        south = terrain.south();
        block = POSTS * terrain.cell();
        columns = (terrain.columns() + POSTS - 1) / POSTS;
        rows = (terrain.rows() + POSTS - 1) / POSTS;
        float[] own = new float[columns * rows];
        java.util.Arrays.fill(own, Float.NEGATIVE_INFINITY);
        for (int r = 0; r < terrain.rows(); r++) {
            for (int c = 0; c < terrain.columns(); c++) {
                float h = terrain.post(c, r);
                int at = r / POSTS * columns + c / POSTS;
                if (h > own[at]) {
                    own[at] = h;
                }
            }
        }
        highest = widened(own);
    }

    /** Each block takes the highest of the eight around it as well: a ray that begins in it is there until it has gone one block far. */
    private float[] widened(float[] own) {
        float[] wide = new float[own.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                float most = Float.NEGATIVE_INFINITY;
                for (int y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
                    for (int x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
                        most = Math.max(most, own[y * columns + x]);
                    }
                }
                wide[r * columns + c] = most;
            }
        }
        return wide;
    }

    /** Of a terrain; some milliseconds for a million posts. */
    public static TerrainCeiling of(Terrain terrain) {
        return new TerrainCeiling(terrain);
    }

    /**
     * Whether a ray that rises may meet land; {@code false} is certain.
     *
     * @param direction unit vector, up at least 0
     * @param reach     metres
     */
    public boolean mayMeet(double east, double north, double up, double[] direction, double reach) {
        double flat = Math.hypot(direction[0], direction[1]);
        double step = flat < 1e-6 ? reach + 1 : block / flat;
        for (double t = 0; t <= reach; t += step) {
            int column = clamp((east + t * direction[0] - west) / block, columns);
            int row = clamp((north + t * direction[1] - south) / block, rows);
            if (highest[row * columns + column] >= up + t * direction[2]) {
                return true;
            }
        }
        return false;
    }

    private static int clamp(double at, int count) {
        return (int) Math.max(0, Math.min(count - 1, Math.floor(at)));
    }
}
