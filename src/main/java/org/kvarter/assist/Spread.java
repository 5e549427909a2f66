package org.kvarter.assist;

import java.util.Arrays;

/**
 * Robust measures of how values lie: median, quartiles, and the median absolute deviation (Hampel 1974; Iglewicz and Hoaglin 1993).
 *
 * @param median  half of the values lie below
 * @param lower   a quarter lies below
 * @param upper   a quarter lies above
 * @param mad     median distance from the median
 */
record Spread(double median, double lower, double upper, double mad) {

    /** Factor that makes the median deviation of normally distributed values their standard deviation. */
    private static final double NORMAL = 0.6745;

    /** Of the finite values of an array, which is sorted. Empty ones give NaN. */
    static Spread of(double[] values) {
        double[] v = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double median = quantile(v, 0.5);
        double[] away = Arrays.stream(v).map(x -> Math.abs(x - median)).sorted().toArray();
        return new Spread(median, quantile(v, 0.25), quantile(v, 0.75), quantile(away, 0.5));
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Robust z of a value; 0 where nothing varies. */
    double z(double value) {
        return mad > 0 ? NORMAL * (value - median) / mad : 0;
    }

    /** Whether a value lies beyond {@code times} interquartile ranges from the quartiles. */
    boolean isFar(double value, double times) {
        double range = upper - lower;
        return range > 0 && (value > upper + times * range || value < lower - times * range);
    }
}
