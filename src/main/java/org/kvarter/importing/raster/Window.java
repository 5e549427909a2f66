package org.kvarter.importing.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;

/**
 * The part of a raster that is read and how thinly: cells {@code x + i·step}, {@code y + j·step}.
 *
 * @param x       first column kept
 * @param y       first row kept
 * @param columns columns kept
 * @param rows    rows kept
 * @param step    every how many cells one is kept; at least 1
 */
record Window(int x, int y, int columns, int rows, int step) {

    /** Most cells along a side: enough for a district at half a metre, and 64 MB as numbers. */
    static final int MAX_SIDE = 4096;

    /** The whole raster, or the part in a box of source coordinates; {@code null} where they do not meet. */
    static Window of(int width, int height, double[] affine, double[] bbox) {
        double[] part = {0, 0, width, height};
        if (bbox != null) {
            double[] corners = {bbox[0], bbox[1], bbox[2], bbox[1], bbox[2], bbox[3], bbox[0], bbox[3]};
            try {
                new AffineTransform(affine).inverseTransform(corners, 0, corners, 0, 4);
            } catch (NoninvertibleTransformException e) {
                return null;
            }
            for (int k = 0; k < 2; k++) {
                double low = Math.min(Math.min(corners[k], corners[2 + k]), Math.min(corners[4 + k], corners[6 + k]));
                double high = Math.max(Math.max(corners[k], corners[2 + k]), Math.max(corners[4 + k], corners[6 + k]));
                part[k] = Math.max(part[k], Math.floor(low));
                part[2 + k] = Math.min(part[2 + k], Math.ceil(high));
            }
        }
        int w = (int) (part[2] - part[0]);
        int h = (int) (part[3] - part[1]);
        if (w < 1 || h < 1) {
            return null;
        }
        int step = Math.max(1, (Math.max(w, h) + MAX_SIDE - 1) / MAX_SIDE);
        int offset = (step - 1) / 2;
        return new Window((int) part[0] + offset, (int) part[1] + offset, Math.max(1, (w - offset + step - 1) / step),
                Math.max(1, (h - offset + step - 1) / step), step);
    }

    double[] affine(double[] whole) {
        return GeoReference.thinned(whole, x, y, step, step);
    }

    /** Index of the first kept column at or after a source column. */
    int columnFrom(int source) {
        return index(source - x);
    }

    int rowFrom(int source) {
        return index(source - y);
    }

    private int index(int distance) {
        return Math.max(0, Math.floorDiv(distance + step - 1, step));
    }
}
