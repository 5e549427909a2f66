package org.kvarter.scene.ground;

/** Smooths grey pictures. Stateless. */
final class Blur {

    private Blur() {
    }

    /** The mean of the square of {@code 2 × radius + 1} pixels around each pixel; the edge is repeated. */
    static byte[] box(byte[] grey, int width, int height, int radius) {
        byte[] across = new byte[grey.length];
        byte[] both = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            run(grey, across, y * width, 1, width, radius);
        }
        for (int x = 0; x < width; x++) {
            run(across, both, x, width, height, radius);
        }
        return both;
    }

    private static void run(byte[] from, byte[] to, int start, int step, int count, int radius) {
        int sum = 0;
        for (int k = -radius; k <= radius; k++) {
            sum += from[start + step * Math.max(0, Math.min(count - 1, k))] & 255;
        }
        for (int k = 0; k < count; k++) {
            to[start + step * k] = (byte) (sum / (2 * radius + 1));
            sum += from[start + step * Math.min(count - 1, k + radius + 1)] & 255;
            sum -= from[start + step * Math.max(0, k - radius)] & 255;
        }
    }

    /** Grey between pixels, 0 … 255; the edge is repeated. */
    static int bilinear(byte[] grey, int width, int height, double fx, double fy) {
        return (int) (smooth(grey, width, height, fx, fy) + 0.5);
    }

    /** As {@link #bilinear}, not rounded. */
    static double smooth(byte[] grey, int width, int height, double fx, double fy) {
        double cx = Math.max(0, Math.min(width - 1.001, fx));
        double cy = Math.max(0, Math.min(height - 1.001, fy));
        int x = (int) cx;
        int y = (int) cy;
        double dx = cx - x;
        double dy = cy - y;
        int i = y * width + x;
        int right = x + 1 < width ? 1 : 0;
        int below = y + 1 < height ? width : 0;
        return ((grey[i] & 255) * (1 - dx) + (grey[i + right] & 255) * dx) * (1 - dy)
                + ((grey[i + below] & 255) * (1 - dx) + (grey[i + below + right] & 255) * dx) * dy;
    }

    /** Value between the points of a square grid. */
    static double smooth(float[] grid, int side, double fx, double fy) {
        int x = Math.min(side - 2, (int) fx);
        int y = Math.min(side - 2, (int) fy);
        double dx = fx - x;
        double dy = fy - y;
        int i = y * side + x;
        return (grid[i] * (1 - dx) + grid[i + 1] * dx) * (1 - dy) + (grid[i + side] * (1 - dx) + grid[i + side + 1] * dx) * dy;
    }
}
