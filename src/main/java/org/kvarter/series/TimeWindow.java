package org.kvarter.series;

import java.time.Instant;
import java.util.Objects;

/**
 * A span of time.
 *
 * @param start inclusive
 * @param end   exclusive, after {@code start}
 */
public record TimeWindow(Instant start, Instant end) {

    public TimeWindow {
        Objects.requireNonNull(start, "start");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a window ends after its start");
        }
    }

    /**
     * First interval of {@code axis} that begins in this window, such as a day's hours; where none does, since intervals are longer (an hour of a series of
     * days), the one that holds it. May be negative or beyond the axis.
     */
    public int firstInterval(TimeAxis axis) {
        int at = axis.indexOf(start);
        boolean nextBegins = axis.at(at).isBefore(start) && axis.at(at + 1).isBefore(end);
        return nextBegins ? at + 1 : at;
    }

    /** Exclusive end of those intervals. */
    public int endInterval(TimeAxis axis) {
        int at = axis.indexOf(end);
        return axis.at(at).isBefore(end) ? at + 1 : at;
    }
}
