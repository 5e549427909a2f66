package org.kvarter.mobility;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.model.Flows;
import org.kvarter.model.TimeSpan;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.SeriesTable;

/**
 * Flows out of a table of counts: the sum of the intervals that lie in a span, those at its ends in part. Immutable and thread-safe.
 */
public final class CountedFlows implements Flows {

    private final SeriesTable table;
    private final int[] placeOfRow;
    private final String unit;
    private final TimeSpan span;
    private final Map<Duration, Double> most = new ConcurrentHashMap<>();

    /**
     * @param table      counts, one per interval
     * @param placeOfRow place of the table for each feature; not copied
     * @param unit       what is counted
     */
    public CountedFlows(SeriesTable table, int[] placeOfRow, String unit) {
        this.table = table;
        this.placeOfRow = placeOfRow;
        this.unit = unit;
        this.span = new TimeSpan(table.axis().start(), table.axis().end());
    }

    @Override
    public void read(Instant start, Instant end, double[] into) {
        Arrays.fill(into, 0, placeOfRow.length, Double.NaN);
        TimeAxis axis = table.axis();
        double step = axis.step().toMillis();
        double from = (start.toEpochMilli() - axis.start().toEpochMilli()) / step;
        double to = (end.toEpochMilli() - axis.start().toEpochMilli()) / step;
        int last = (int) Math.min(axis.count(), Math.ceil(to - 1e-9));
        for (int i = (int) Math.max(0, Math.floor(from + 1e-9)); i < last; i++) {
            double share = Math.min(to, i + 1.0) - Math.max(from, i);
            for (int row = 0; row < placeOfRow.length; row++) {
                double v = table.value(i, placeOfRow[row]);
                if (v == v) {
                    into[row] = (into[row] == into[row] ? into[row] : 0) + share * v;
                }
            }
        }
    }

    /** The largest of up to some 4,000 spans of that length, one after the other. */
    @Override
    public double most(Duration length) {
        return most.computeIfAbsent(length, this::find);
    }

    private double find(Duration length) {
        TimeAxis axis = table.axis();
        int perSpan = (int) Math.max(1, Math.round((double) length.toMillis() / axis.step().toMillis()));
        // busy hours come once a day: every span is looked at where there are few, else a spread of them that is no multiple of a day
        int spans = Math.max(1, axis.count() / perSpan);
        int stride = Math.max(1, spans / 4000);
        double[] sum = new double[placeOfRow.length];
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
        return table.axis().step();
    }

    @Override
    public ZoneId zone() {
        return table.axis().zone();
    }

    @Override
    public String unit() {
        return unit;
    }

    /** The axis on which counts lie. */
    public TimeAxis axis() {
        return table.axis();
    }

    /** The sum over some features in each interval; NaN where none of them was counted. */
    public double[] sum(int[] rows) {
        double[] sums = new double[table.axis().count()];
        for (int i = 0; i < sums.length; i++) {
            double sum = Double.NaN;
            for (int row : rows) {
                double v = table.value(i, placeOfRow[row]);
                if (v == v) {
                    sum = (sum == sum ? sum : 0) + v;
                }
            }
            sums[i] = sum;
        }
        return sums;
    }
}
