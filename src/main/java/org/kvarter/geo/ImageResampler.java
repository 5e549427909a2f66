package org.kvarter.geo;

/**
 * Takes a picture on a source's grid into the local frame: north up, square cells. Stateless.
 */
public final class ImageResampler {

    /** Most cells along a side of the picture. */
    public static final int MAX_CELLS = 4096;

    private ImageResampler() {
    }

    /**
     * A picture in the local frame, as {@code model.ImageLayer} takes it.
     *
     * @param west   local east of the left edge, metres
     * @param north  local north of the upper edge, metres
     * @param cell   edge of a cell, metres
     * @param width  cells from west to east
     * @param height cells from north to south
     * @param argb   colours row by row from the north, alpha 0 where there is nothing
     */
    public record Placed(double west, double north, double cell, int width, int height, int[] argb) {
    }

    /**
     * Places a picture. Square cells along the axes of the frame's own system are kept as they are; anything else is resampled
     * bilinearly at the size of the source's cells, but with no more than {@link #MAX_CELLS} along a side.
     *
     * @param affine    grid to source coordinates, as in {@link TerrainResampler#resample}
     * @param width     columns
     * @param height    rows
     * @param argb      row by row, alpha 0 where there is no data; may be kept
     * @param transform from the source into the local frame
     * @throws CrsException where the picture has no place in the local frame; the message is for people
     */
    public static Placed resample(double[] affine, int width, int height, int[] argb, CoordinateTransform transform)
            throws CrsException {
        double side = affine[0];
        boolean square = affine[1] == 0 && affine[2] == 0 && side > 0 && Math.abs(-affine[3] - side) <= 1e-6 * side / height;
        if (square && transform instanceof OffsetTransform && Math.max(width, height) <= MAX_CELLS) {
            double[] corner = {affine[4], affine[5], 0};
            transform.toLocal(corner, 0, 1);
            return new Placed(corner[0], corner[1], side, width, height, argb);
        }
        GridWarp warp = new GridWarp(affine, width, height, transform, MAX_CELLS);
        int[] placed = new int[warp.columns * warp.rows];
        double[] at = new double[2 * warp.columns];
        for (int r = 0; r < warp.rows; r++) {
            warp.row(r, at);
            int to = (warp.rows - 1 - r) * warp.columns;
            for (int c = 0; c < warp.columns; c++) {
                placed[to + c] = bilinear(argb, width, height, at[2 * c], at[2 * c + 1]);
            }
        }
        return new Placed(warp.west - warp.cell / 2, warp.south + (warp.rows - 0.5) * warp.cell, warp.cell, warp.columns, warp.rows,
                placed);
    }

    /** Colour at a fractional column and row, mixed by alpha so that what has no data lends no colour; 0 outside. */
    private static int bilinear(int[] argb, int width, int height, double column, double row) {
        if (!(column >= -0.5 && row >= -0.5 && column <= width - 0.5 && row <= height - 0.5)) {
            return 0;
        }
        int c = (int) Math.floor(column);
        int r = (int) Math.floor(row);
        double fx = column - c;
        double fy = row - r;
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < 4; i++) {
            int x = Math.min(Math.max(c + (i & 1), 0), width - 1);
            int y = Math.min(Math.max(r + (i >> 1), 0), height - 1);
            int colour = argb[y * width + x];
            double weight = ((i & 1) == 0 ? 1 - fx : fx) * ((i >> 1) == 0 ? 1 - fy : fy) * (colour >>> 24);
            alpha += weight;
            red += weight * (colour >> 16 & 255);
            green += weight * (colour >> 8 & 255);
            blue += weight * (colour & 255);
        }
        if (alpha < 0.5) {
            return 0;
        }
        return (int) Math.round(alpha) << 24 | (int) Math.round(red / alpha) << 16 | (int) Math.round(green / alpha) << 8
                | (int) Math.round(blue / alpha);
    }
}
