package org.kvarter.assist;

import org.kvarter.series.store.ValueFacts;
import org.kvarter.series.store.ValueLimits;

/** What the values of a place are like, reckoned from all of them in memory. Stateless. */
final class TraceFacts {

    private TraceFacts() {
    }

    /** @param trace NaN where missing */
    static ValueFacts of(String place, float[] trace, ValueLimits limits) {
        double[] values = new double[trace.length];
        int present = 0;
        double least = Double.NaN;
        double most = Double.NaN;
        double sum = 0;
        int below = 0;
        int beyond = 0;
        for (int i = 0; i < trace.length; i++) {
            double v = trace[i];
            values[i] = v;
            if (Double.isNaN(v)) {
                continue;
            }
            least = present == 0 ? v : Math.min(least, v);
            most = present == 0 ? v : Math.max(most, v);
            sum += v;
            below += v < 0 ? 1 : 0;
            beyond += limits.isBeyond(v) ? 1 : 0;
            present++;
        }
        int far = least < most && present >= limits.enough() ? far(values, limits) : 0;
        return new ValueFacts(place, present, least, most, sum, below, beyond, far);
    }

    private static int far(double[] values, ValueLimits limits) {
        Spread spread = Spread.of(values);
        int far = 0;
        for (double v : values) {
            far += Double.isFinite(v) && spread.isFar(v, limits.farRanges()) && (spread.mad() == 0 || Math.abs(spread.z(v)) > limits.farZ()) ? 1 : 0;
        }
        return far;
    }
}
