package org.kvarter.mesh;

import java.util.Arrays;

/**
 * Gives equal points of one feature one number, equal meaning the same millimetre. Reused from feature to feature; not thread-safe.
 */
final class PointIndex {

    private static final double PER_METRE = 1000;

    private double[] points = new double[3 * 256];
    private int count;
    private int[] table = new int[1024];
    private int[] stamp = new int[1024];
    private int round = 1;

    /** Forgets all points. */
    void clear() {
        count = 0;
        round++;
    }

    int count() {
        return count;
    }

    /** 3 × n coordinates; valid until the next point is added. */
    double[] points() {
        return points;
    }

    /** Number of the point at these finite coordinates. */
    int number(double x, double y, double z) {
        long qx = Math.round(x * PER_METRE);
        long qy = Math.round(y * PER_METRE);
        long qz = Math.round(z * PER_METRE);
        int mask = table.length - 1;
        int slot = slot(qx, qy, qz) & mask;
        while (stamp[slot] == round) {
            int at = 3 * table[slot];
            if (Math.round(points[at] * PER_METRE) == qx && Math.round(points[at + 1] * PER_METRE) == qy
                    && Math.round(points[at + 2] * PER_METRE) == qz) {
                return table[slot];
            }
            slot = slot + 1 & mask;
        }
        if (3 * count + 3 > points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        points[3 * count] = x;
        points[3 * count + 1] = y;
        points[3 * count + 2] = z;
        table[slot] = count;
        stamp[slot] = round;
        if (2 * ++count > table.length) {
            grow();
        }
        return count - 1;
    }

    private static int slot(long qx, long qy, long qz) {
        long h = qx * 0x9E3779B97F4A7C15L ^ qy * 0xC2B2AE3D27D4EB4FL ^ qz * 0x165667B19E3779F9L;
        return (int) (h ^ h >>> 32 ^ h >>> 17);
    }

    private void grow() {
        int size = table.length * 2;
        table = new int[size];
        stamp = new int[size];
        for (int i = 0; i < count; i++) {
            int slot = slot(Math.round(points[3 * i] * PER_METRE), Math.round(points[3 * i + 1] * PER_METRE),
                    Math.round(points[3 * i + 2] * PER_METRE)) & size - 1;
            while (stamp[slot] == round) {
                slot = slot + 1 & size - 1;
            }
            table[slot] = i;
            stamp[slot] = round;
        }
    }
}
