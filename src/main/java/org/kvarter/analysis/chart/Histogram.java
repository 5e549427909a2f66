package org.kvarter.analysis.chart;

import java.util.Arrays;

/**
 * How many values lie in each of a row of equal bins, whose limits are round numbers. A value on a limit belongs to the bin above, the largest
 * to the last.
 *
 * @param low    lower limit of the first bin
 * @param width  of each bin, &gt; 0
 * @param counts one per bin; not copied
 */
public record Histogram(double low, double width, int[] counts) {

    /** No values. */
    public static final Histogram NOTHING = new Histogram(0, 1, new int[0]);

    /**
     * The histogram of values.
     *
     * @param values NaN where missing
     * @param about  number of bins that would be good, at least 1; there are at most twice as many and one more
     */
    public static Histogram of(double[] values, int about) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Double.isFinite(v)) {
                least = Math.min(least, v);
                most = Math.max(most, v);
            }
        }
        if (least > most) {
            return NOTHING;
        }
        double width = round((most - least) / about, least);
        double low = Math.floor(least / width) * width;
        int bins = Math.max(1, (int) Math.ceil((most - low) / width - 1e-9));
        Histogram empty = new Histogram(low, width, new int[bins]);
        for (double v : values) {
            int bin = empty.binOf(v);
            if (bin >= 0) {
                empty.counts[bin]++;
            }
        }
        return empty;
    }

    /** 1, 2 or 5 times a power of ten, at least {@code width}. */
    private static double round(double width, double around) {
        double least = Math.max(width, Math.max(Math.abs(around) * 1e-9, 1e-12));
        if (width <= 0) {
            return Math.max(1, Math.abs(around) / 10);
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= least * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The bin of a value; −1 where it is missing or outside. */
    public int binOf(double value) {
        if (!Double.isFinite(value)) {
            return -1;
        }
        int bin = (int) Math.floor((value - low) / width + 1e-9);
        return bin == counts.length && value <= high() + 1e-9 * width ? bin - 1 : bin < 0 || bin >= counts.length ? -1 : bin;
    }

    /** Upper limit of the last bin. */
    public double high() {
        return low + width * counts.length;
    }

    /** The most that any bin holds. */
    public int most() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** How many of some of the values lie in each bin. @param which rows of {@code values} */
    public int[] of(double[] values, java.util.BitSet which) {
        int[] some = new int[counts.length];
        which.stream().filter(row -> row < values.length).map(row -> binOf(values[row])).filter(bin -> bin >= 0).forEach(bin -> some[bin]++);
        return some;
    }
}
