package org.kvarter.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a set of weighted places into compact groups of nearly equal weight: again and again across the longer side of their box.
 *
 * <p>Tighter boxes than runs along a Morton curve, whose jumps make tiles that lie over each other.
 */
final class Bisection {

    private final float[] easts;
    private final float[] norths;
    private final double[] weights;
    private final long[] keys;
    private final List<int[]> groups = new ArrayList<>();

    private Bisection(float[] easts, float[] norths, double[] weights) {
        this.easts = easts;
        this.norths = norths;
        this.weights = weights;
        this.keys = new long[weights.length];
    }

    /**
     * Groups of items of total weight about 1 or less each, an item alone excepted; items ascending within a group.
     *
     * @param easts   place of each item; NaN allowed
     * @param norths  place of each item
     * @param weights share of a group that each item fills
     */
    static List<int[]> groups(float[] easts, float[] norths, double[] weights) {
        Bisection bisection = new Bisection(easts, norths, weights);
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            bisection.keys[i] = i;
            total += weights[i];
        }
        bisection.cut(0, weights.length, total);
        return bisection.groups;
    }

    private void cut(int from, int to, double total) {
        int wanted = (int) Math.ceil(total - 1e-9);
        if (to - from <= 1 || wanted <= 1) {
            if (to > from) {
                int[] group = new int[to - from];
                for (int i = from; i < to; i++) {
                    group[i - from] = (int) keys[i];
                }
                Arrays.sort(group);
                groups.add(group);
            }
            return;
        }
        float[] along = extent(easts, from, to) >= extent(norths, from, to) ? easts : norths;
        for (int i = from; i < to; i++) {
            int item = (int) keys[i];
            keys[i] = (long) sortable(along[item]) << 32 | item;
        }
        Arrays.sort(keys, from, to);
        double half = total * (wanted / 2) / wanted;
        double sum = 0;
        int middle = from;
        while (middle < to - 1 && (middle == from || sum + weights[(int) keys[middle]] <= half)) {
            sum += weights[(int) keys[middle++]];
        }
        cut(from, middle, sum);
        cut(middle, to, total - sum);
    }

    private float extent(float[] along, int from, int to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float v = along[(int) keys[i]];
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
        return high - low;
    }

    /** Bits that sort as signed integers the way the floats do; NaN last. */
    private static int sortable(float v) {
        int bits = Float.floatToIntBits(v + 0f);
        return bits ^ bits >> 31 & 0x7FFFFFFF;
    }
}
