package org.kvarter.mobility;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.model.TimeSpan;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;

/**
 * Flows out of a table of counts: the sum of the intervals that lie in a span, those at its ends in part. Immutable and thread-safe.
 */
public final class CountedFlows implements TabledFlows {

    private final SeriesView counts;
    private final CountedFlows measured;
    private final String unit;
    private final TimeSpan span;
    private final Map<Duration, Double> most = new ConcurrentHashMap<>();

    /**
     * @param counts one per interval, with one place per feature
     * @param unit   what is counted
     */
    public CountedFlows(SeriesTable counts, String unit) {
        this(counts, null, unit);
    }

    private CountedFlows(SeriesView counts, CountedFlows measured, String unit) {
        this.counts = counts;
        this.measured = measured == null ? this : measured;
        this.unit = unit;
        this.span = new TimeSpan(counts.axis().start(), counts.axis().end());
    }

    @Override
    public SeriesTable table(String id, String title, String[] keys) {
        SeriesTable table = (SeriesTable) measured.counts;
        return new SeriesTable(id, title, unit, unit, table.axis(), keys, table.values());
    }

    @Override
    public CountedFlows of(SeriesView other) {
        return new CountedFlows(other, measured, unit);
    }

    @Override
    public void read(Instant start, Instant end, double[] into) {
        int places = counts.places();
        Arrays.fill(into, 0, places, Double.NaN);
        double[] interval = new double[places];
        TimeAxis axis = counts.axis();
        double step = axis.step().toMillis();
        double from = (start.toEpochMilli() - axis.start().toEpochMilli()) / step;
        double to = (end.toEpochMilli() - axis.start().toEpochMilli()) / step;
        int last = (int) Math.min(axis.count(), Math.ceil(to - 1e-9));
        for (int i = (int) Math.max(0, Math.floor(from + 1e-9)); i < last; i++) {
            double share = Math.min(to, i + 1.0) - Math.max(from, i);
            counts.read(i, interval);
            for (int row = 0; row < places; row++) {
                double v = interval[row];
                if (v == v) {
                    into[row] = (into[row] == into[row] ? into[row] : 0) + share * v;
                }
            }
        }
    }

    /** The largest of up to some 4,000 spans of that length, one after the other; as counted, whatever a scenario makes of it. */
    @Override
    public double most(Duration length) {
        return measured.most.computeIfAbsent(length, measured::find);
    }

    private double find(Duration length) {
        TimeAxis axis = counts.axis();
        int perSpan = (int) Math.max(1, Math.round((double) length.toMillis() / axis.step().toMillis()));
        // busy hours come once a day: every span is looked at where there are few, else a spread of them that is no multiple of a day
        int spans = Math.max(1, axis.count() / perSpan);
        int stride = Math.max(1, spans / 4000);
        double[] sum = new double[counts.places()];
        double best = 0;
        for (int s = 0; s < spans; s += stride) {
            Instant start = axis.at(s * perSpan);
            read(start, start.plus(axis.step().multipliedBy(perSpan)), sum);
            for (double v : sum) {
                best = v > best ? v : best;
            }
        }
        return best > 0 ? best : 1;
    }

    @Override
    public Optional<TimeSpan> span() {
        return Optional.of(span);
    }

    @Override
    public Duration step() {
        return counts.axis().step();
    }

    @Override
    public ZoneId zone() {
        return counts.axis().zone();
    }

    @Override
    public String unit() {
        return unit;
    }

    /** The axis on which counts lie. */
    public TimeAxis axis() {
        return counts.axis();
    }

    /** The sum over some features in each interval; NaN where none of them was counted. */
    public double[] sum(int[] rows) {
        double[] sums = new double[counts.axis().count()];
        double[] interval = new double[counts.places()];
        for (int i = 0; i < sums.length; i++) {
            double sum = Double.NaN;
            counts.read(i, interval);
            for (int row : rows) {
                double v = interval[row];
                if (v == v) {
                    sum = (sum == sum ? sum : 0) + v;
                }
            }
            sums[i] = sum;
        }
        return sums;
    }
}
