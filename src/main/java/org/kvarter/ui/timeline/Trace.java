package org.kvarter.ui.timeline;

import org.kvarter.scenario.Origin;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.Quality;

/**
 * A line of the chart.
 *
 * @param title  whose values they are
 * @param unit   their unit
 * @param axis   when they are
 * @param values one per interval, NaN where missing; not copied
 * @param count  how many buildings are summed
 * @param origin how sure the values are, where nothing is known of single ones
 * @param qualities how single values came about, one per interval; empty where that is not known; not copied
 */
record Trace(String title, String unit, TimeAxis axis, double[] values, int count, Origin origin, Quality[] qualities) {

    /** A line whose values are all alike sure. */
    Trace(String title, String unit, TimeAxis axis, double[] values, int count, Origin origin) {
        this(title, unit, axis, values, count, origin, new Quality[0]);
    }

    /** A line of which nobody said how sure it is. */
    Trace(String title, String unit, TimeAxis axis, double[] values, int count) {
        this(title, unit, axis, values, count, Origin.UNSTATED);
    }

    /** How sure the least certain value of some intervals is; said of the whole line where nothing is known of them. @param to inclusive */
    Origin origin(int from, int to) {
        Quality least = Quality.MEASURED;
        for (int i = Math.max(0, from); i <= to && i < qualities.length; i++) {
            least = qualities[i] != Quality.MISSING && qualities[i].compareTo(least) > 0 ? qualities[i] : least;
        }
        return least == Quality.ASSUMED ? Origin.ASSUMED : least == Quality.MODELLED ? Origin.MODELLED : origin;
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
