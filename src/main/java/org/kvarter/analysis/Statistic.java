package org.kvarter.analysis;

import java.util.Arrays;

/** How many values become one. Values that are missing are left out; a statistic of none is missing, but for the count, which is 0. */
public enum Statistic {
    SUM, MEAN, COUNT, MINIMUM, MAXIMUM, MEDIAN;

    /**
     * The statistic of some values.
     *
     * @param values  NaN where missing
     * @param weights of a mean, one per value, of which missing and negative ones count nothing; {@code null} for all alike
     */
    public double of(double[] values, double[] weights) {
        double sum = 0;
        double weight = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            double v = values[i];
            if (Double.isNaN(v)) {
                continue;
            }
            double w = weights == null || this != MEAN ? 1 : weights[i] > 0 ? weights[i] : 0;
            sum += w * v;
            weight += w;
            least = Math.min(least, v);
            most = Math.max(most, v);
            present++;
        }
        if (present == 0) {
            return this == COUNT ? 0 : Double.NaN;
        }
        return switch (this) {
            case SUM -> sum;
            case MEAN -> weight > 0 ? sum / weight : Double.NaN;
            case COUNT -> present;
            case MINIMUM -> least;
            case MAXIMUM -> most;
            case MEDIAN -> median(values, present);
        };
    }

    /** The middle value, or the mean of the two in the middle. */
    private static double median(double[] values, int present) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return present % 2 == 1 ? sorted[present / 2] : (sorted[present / 2 - 1] + sorted[present / 2]) / 2;
    }

    /** Whether its result has the unit of the values. */
    public boolean keepsUnit() {
        return this != COUNT;
    }
}
