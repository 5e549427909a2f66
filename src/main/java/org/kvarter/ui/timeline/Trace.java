package org.kvarter.ui.timeline;

import org.kvarter.series.TimeAxis;

/**
 * A line of the chart.
 *
 * @param title  whose values they are
 * @param unit   their unit
 * @param axis   when they are
 * @param values one per interval, NaN where missing; not copied
 * @param count  how many buildings are summed
 */
record Trace(String title, String unit, TimeAxis axis, double[] values, int count) {

    /** Largest value, at least 0. */
    double maximum() {
        double most = 0;
        for (double v : values) {
            if (v > most) {
                most = v;
            }
        }
        return most;
    }

    /** Smallest value, at most 0. */
    double minimum() {
        double least = 0;
        for (double v : values) {
            if (v < least) {
                least = v;
            }
        }
        return least;
    }
}
