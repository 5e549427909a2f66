package org.kvarter.model;

import java.time.Instant;
import java.util.Objects;

/**
 * From when to when.
 *
 * @param start inclusive
 * @param end   exclusive, after {@code start}
 */
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        Objects.requireNonNull(start, "start");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a span ends after its start");
        }
    }

    /** Whether a moment lies within. */
    public boolean contains(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
