package org.kvarter.mobility;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.kvarter.model.TimeSpan;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;

/**
 * Flows that hold at any time, such as a matrix of trips of a typical day. Immutable and thread-safe.
 *
 * @param values one per feature; not copied
 * @param unit   what is counted
 * @param most   the largest as it was counted, &gt; 0
 */
public record SteadyFlows(double[] values, String unit, double most) implements TabledFlows {

    /** Flows as they were counted. */
    public SteadyFlows(double[] values, String unit) {
        this(values, unit, Math.max(1e-9, Arrays.stream(values).filter(v -> v == v).max().orElse(1)));
    }

    @Override
    public SeriesTable table(String id, String title, String[] keys) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return new SeriesTable(id, title, unit, unit, new TimeAxis(Instant.EPOCH, Duration.ofDays(1), 1, ZoneOffset.UTC), keys, floats);
    }

    @Override
    public SteadyFlows of(SeriesView other) {
        double[] numbers = new double[values.length];
        other.read(0, numbers);
        return new SteadyFlows(numbers, unit, most);
    }

    @Override
    public void read(Instant start, Instant end, double[] into) {
        System.arraycopy(values, 0, into, 0, values.length);
    }

    @Override
    public double most(Duration length) {
        return most;
    }

    @Override
    public Optional<TimeSpan> span() {
        return Optional.empty();
    }

    @Override
    public Duration step() {
        return Duration.ZERO;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
