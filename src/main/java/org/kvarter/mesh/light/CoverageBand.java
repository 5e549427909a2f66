package org.kvarter.mesh.light;

import java.util.Arrays;

/**
 * Some rows of a mask into which triangles are painted with exact pixel coverage. Not thread-safe.
 *
 * <p>Each edge adds the signed area to its right, pixel row by pixel row, as differences; a running sum along the row makes coverage of
 * them at the end. Triangles that all turn the same way add up: neighbours share an edge without a seam, and overlaps saturate. The
 * method is that of font rasterisers (signed-area accumulation, Levien 2016).
 */
final class CoverageBand {

    private final int width;
    private final int stride;
    private final float[] sums;
    private int firstRow;
    private int rows;

    CoverageBand(int width, int mostRows) {
        this.width = width;
        this.stride = width + 2;
        this.sums = new float[stride * mostRows];
    }

    /** Starts on rows {@code first … first+count-1} of the mask. */
    void begin(int first, int count) {
        firstRow = first;
        rows = count;
        Arrays.fill(sums, 0, stride * count, 0);
    }

    /** Paints a triangle given in pixels, x to the right and y down; which way it turns does not matter. */
    void triangle(float x0, float y0, float x1, float y1, float x2, float y2) {
        if ((x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0) > 0) {
            edge(x0, y0, x1, y1);
            edge(x1, y1, x2, y2);
            edge(x2, y2, x0, y0);
        } else {
            edge(x0, y0, x2, y2);
            edge(x2, y2, x1, y1);
            edge(x1, y1, x0, y0);
        }
    }

    private void edge(float ax, float ay, float bx, float by) {
        if (ay == by) {
            return;
        }
        boolean down = ay < by;
        float top = (down ? ay : by) - firstRow;
        float bottom = (down ? by : ay) - firstRow;
        if (bottom <= 0 || top >= rows) {
            return;
        }
        float slope = (bx - ax) / (by - ay);
        float x = down ? ax : bx;
        int row = (int) Math.max(0, Math.floor(top));
        if (top < 0) {
            x -= top * slope;
        }
        int end = Math.min(rows, (int) Math.ceil(bottom));
        for (; row < end; row++) {
            float height = Math.min(row + 1, bottom) - Math.max(row, top);
            float next = x + slope * height;
            float share = down ? -height : height;
            span(row * stride, share, clamp(Math.min(x, next)), clamp(Math.max(x, next)));
            x = next;
        }
    }

    private float clamp(float x) {
        return x < 0 ? 0 : x > width ? width : x;
    }

    /** Spreads an edge's share of one row over the pixels from {@code left} to {@code right}. */
    private void span(int line, float share, float left, float right) {
        int first = (int) left;
        int last = (int) Math.ceil(right);
        if (last <= first + 1) {
            float middle = 0.5f * (left + right) - first;
            sums[line + first] += share - share * middle;
            sums[line + first + 1] += share * middle;
            return;
        }
        float perPixel = 1 / (right - left);
        float inFirst = left - first;
        float a0 = 0.5f * perPixel * (1 - inFirst) * (1 - inFirst);
        float inLast = right - last + 1;
        float am = 0.5f * perPixel * inLast * inLast;
        sums[line + first] += share * a0;
        if (last == first + 2) {
            sums[line + first + 1] += share * (1 - a0 - am);
        } else {
            float a1 = perPixel * (1.5f - inFirst);
            sums[line + first + 1] += share * (a1 - a0);
            for (int x = first + 2; x < last - 1; x++) {
                sums[line + x] += share * perPixel;
            }
            float a2 = a1 + (last - first - 3) * perPixel;
            sums[line + last - 1] += share * (1 - a2 - am);
        }
        sums[line + last] += share * am;
    }

    /** Writes the rows' coverage, 0 … 255, into the mask. */
    void write(byte[] mask) {
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            int to = (firstRow + row) * width;
            for (int x = 0; x < width; x++) {
                sum += sums[row * stride + x];
                // A trace is what rounding leaves.
                int value = (int) (Math.min(1, Math.abs(sum)) * 255 + 0.5);
                mask[to + x] = (byte) (value <= 2 ? 0 : value);
            }
        }
    }
}
