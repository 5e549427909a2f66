package org.kvarter.model;

/**
 * A grid of ground heights in the local frame, aligned with east and north. Not copied; immutable by agreement.
 *
 * @param west    local east of the centre of the first column, metres
 * @param south   local north of the centre of the first row, metres
 * @param cell    distance between neighbouring posts, metres, &gt; 0
 * @param columns at least 2
 * @param rows    at least 2
 * @param heights local up in metres, row by row from the south, NaN where there is no data
 */
public record Terrain(double west, double south, double cell, int columns, int rows, float[] heights) {

    public Terrain {
        if (columns < 2 || rows < 2 || !(cell > 0) || heights.length != columns * rows) {
            throw new IllegalArgumentException("a terrain needs at least 2 × 2 posts and a positive cell");
        }
    }

    /** Height of a post, NaN where there is no data. */
    public float post(int column, int row) {
        return heights[row * columns + column];
    }

    /** Bilinear height under a place; NaN outside and where a needed post has no data. */
    public double heightAt(double east, double north) {
        double x = (east - west) / cell;
        double y = (north - south) / cell;
        if (!(x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1)) {
            return Double.NaN;
        }
        int c = Math.min((int) x, columns - 2);
        int r = Math.min((int) y, rows - 2);
        double fx = x - c;
        double fy = y - r;
        double low = post(c, r) * (1 - fx) + post(c + 1, r) * fx;
        double high = post(c, r + 1) * (1 - fx) + post(c + 1, r + 1) * fx;
        return low * (1 - fy) + high * fy;
    }

    /** Box around all posts with data. */
    public Bounds bounds() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float h : heights) {
            if (!Float.isNaN(h)) {
                low = Math.min(low, h);
                high = Math.max(high, h);
            }
        }
        if (low > high) {
            return Bounds.EMPTY;
        }
        return new Bounds(west, south, low, west + (columns - 1) * cell, south + (rows - 1) * cell, high);
    }
}
