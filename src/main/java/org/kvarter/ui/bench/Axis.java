package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with round marks.
 *
 * @param low  value at the beginning
 * @param high value at the end, above {@code low}
 * @param step between marks
 */
record Axis(double low, double high, double step) {

    /** An axis around values, with about so many marks. */
    static Axis around(double least, double most, int marks) {
        double span = most > least ? most - least : Math.max(1, Math.abs(most));
        double power = Math.pow(10, Math.floor(Math.log10(span / marks)));
        double step = power;
        for (double s : new double[] {1, 2, 5, 10}) {
            step = s * power;
            if (step * marks >= span) {
                break;
            }
        }
        double low = Math.floor(least / step) * step;
        double high = Math.ceil(most / step) * step;
        return new Axis(low, high > low ? high : low + step, step);
    }

    /** Where a value stands, 0 … 1. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** The value at a share. */
    double value(double share) {
        return low + share * (high - low);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step * 1e-6 && i < 50; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }
}
