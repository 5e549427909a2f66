package org.kvarter.mobility;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.kvarter.model.Flows;
import org.kvarter.model.TimeSpan;

/**
 * Flows that hold at any time, such as a matrix of trips of a typical day. Immutable and thread-safe.
 *
 * @param values one per feature; not copied
 * @param unit   what is counted
 */
public record SteadyFlows(double[] values, String unit) implements Flows {

    @Override
    public void read(Instant start, Instant end, double[] into) {
        System.arraycopy(values, 0, into, 0, values.length);
    }

    @Override
    public double most(Duration length) {
        return Math.max(1e-9, Arrays.stream(values).filter(v -> v == v).max().orElse(1));
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
