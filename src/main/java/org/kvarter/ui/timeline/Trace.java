package org.kvarter.ui.timeline;

import org.kvarter.scenario.Origin;
import org.kvarter.series.TimeAxis;

/**
 * A line of the chart.
 *
 * @param title  whose values they are
 * @param unit   their unit
 * @param axis   when they are
 * @param values one per interval, NaN where missing; not copied
 * @param count  how many buildings are summed
 * @param origin how sure the values are
 */
record Trace(String title, String unit, TimeAxis axis, double[] values, int count, Origin origin) {

    /** A line of which nobody said how sure it is. */
    Trace(String title, String unit, TimeAxis axis, double[] values, int count) {
        this(title, unit, axis, values, count, Origin.UNSTATED);
    }

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
