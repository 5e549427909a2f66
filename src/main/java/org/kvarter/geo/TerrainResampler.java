package org.kvarter.geo;

import org.kvarter.model.Terrain;
import org.kvarter.text.Texts;

/**
 * Takes ground heights on a source's grid into a terrain of the local frame. Stateless.
 */
public final class TerrainResampler {

    /** Most posts along a side of the terrain. */
    public static final int MAX_POSTS = 4097;

    private TerrainResampler() {
    }

    /**
     * The terrain of a grid. Square cells along the axes of the frame's own system are copied post by post; anything else is
     * resampled bilinearly at the size of the source's cells, NaN where a needed height is NaN.
     *
     * @param affine    six numbers as in {@link java.awt.geom.AffineTransform}: grid to source coordinates, cell (column, row)
     *                  having its centre at (column + ½, row + ½)
     * @param width     columns, at least 2
     * @param height    rows, at least 2
     * @param heights   row by row, in the source's height unit, NaN where there is no data; not kept
     * @param transform from the source into the local frame; heights follow it
     * @throws CrsException where the grid is too small or has no place in the local frame; the message is for people
     */
    public static Terrain resample(double[] affine, int width, int height, float[] heights, CoordinateTransform transform)
            throws CrsException {
        if (width < 2 || height < 2) {
            throw new CrsException(Texts.in(TerrainResampler.class).get("raster.small"));
        }
        double side = affine[0];
        boolean square = affine[1] == 0 && affine[2] == 0 && side > 0 && Math.abs(Math.abs(affine[3]) - side) <= 1e-6 * side / height;
        if (square && transform instanceof OffsetTransform && Math.max(width, height) <= MAX_POSTS) {
            return copy(affine, width, height, heights, transform);
        }
        GridWarp warp = new GridWarp(affine, width, height, transform, MAX_POSTS);
        double[] up = heightRule(affine, width, height, transform);
        float[] posts = new float[warp.columns * warp.rows];
        double[] at = new double[2 * warp.columns];
        for (int r = 0; r < warp.rows; r++) {
            warp.row(r, at);
            for (int c = 0; c < warp.columns; c++) {
                posts[r * warp.columns + c] = (float) (up[0] + up[1] * bilinear(heights, width, height, at[2 * c], at[2 * c + 1]));
            }
        }
        return new Terrain(warp.west, warp.south, warp.cell, warp.columns, warp.rows, posts);
    }

    private static Terrain copy(double[] affine, int width, int height, float[] heights, CoordinateTransform transform) {
        boolean fromNorth = affine[3] < 0;
        double[] corner = {affine[4] + affine[0] / 2, affine[5] + affine[3] * (fromNorth ? height - 0.5 : 0.5), 0};
        double[] up = heightRule(affine, width, height, transform);
        transform.toLocal(corner, 0, 1);
        float[] posts = new float[heights.length];
        for (int r = 0; r < height; r++) {
            int from = (fromNorth ? height - 1 - r : r) * width;
            for (int c = 0; c < width; c++) {
                posts[r * width + c] = (float) (up[0] + up[1] * heights[from + c]);
            }
        }
        return new Terrain(corner[0], corner[1], affine[0], width, height, posts);
    }

    /** Local height as a + b × source height. */
    private static double[] heightRule(double[] affine, int width, int height, CoordinateTransform transform) {
        double x = affine[0] * width / 2 + affine[2] * height / 2 + affine[4];
        double y = affine[1] * width / 2 + affine[3] * height / 2 + affine[5];
        double[] xyz = {x, y, 0, x, y, 1};
        transform.toLocal(xyz, 0, 2);
        return new double[] {xyz[2], xyz[5] - xyz[2]};
    }

    /** Height at a fractional column and row; NaN outside by more than a rounding error and where a needed height is NaN. */
    private static double bilinear(float[] heights, int width, int height, double column, double row) {
        if (!(column >= -1e-3 && row >= -1e-3 && column <= width - 1 + 1e-3 && row <= height - 1 + 1e-3)) {
            return Double.NaN;
        }
        double x = Math.min(Math.max(column, 0), width - 1);
        double y = Math.min(Math.max(row, 0), height - 1);
        int c = Math.min((int) x, width - 2);
        int r = Math.min((int) y, height - 2);
        double fx = x - c;
        double fy = y - r;
        int at = r * width + c;
        return weighted(weighted(heights[at], heights[at + 1], fx), weighted(heights[at + width], heights[at + width + 1], fx), fy);
    }

    /** Between two heights; one that has no weight does not matter, even where it is NaN. */
    private static double weighted(double a, double b, double share) {
        return share < 1e-6 ? a : share > 1 - 1e-6 ? b : a + (b - a) * share;
    }
}
