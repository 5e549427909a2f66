package org.kvarter.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Equal steps of physical time: daylight-saving changes are a matter of the zone in which it is shown, not of the axis.
 *
 * @param start beginning of the first interval
 * @param step  length of an interval, &gt; 0
 * @param count number of intervals, at least 1
 * @param zone  zone in which people read it
 */
public record TimeAxis(Instant start, Duration step, int count, ZoneId zone) {

    public TimeAxis {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(zone, "zone");
        if (step.isNegative() || step.isZero() || count < 1) {
            throw new IllegalArgumentException("a time axis needs a positive step and at least one interval");
        }
    }

    /** Exclusive end of the last interval. */
    public Instant end() {
        return start.plus(step.multipliedBy(count));
    }

    /** Beginning of interval {@code i}. */
    public Instant at(int i) {
        return start.plus(step.multipliedBy(i));
    }

    /** The interval that holds a time; negative before the start, {@code count} or more after the end. */
    public int indexOf(Instant time) {
        return (int) Math.floorDiv(Duration.between(start, time).toMillis(), step.toMillis());
    }
}
