package org.kvarter.overlay;

import java.util.Objects;

/**
 * A row of colours from low to high, interpolated in between in linear light.
 *
 * @param id    stable name ({@code energy}, {@code cividis}, {@code diverging}, {@code okabe-ito}), also its key in the text bundle
 * @param kind  what it is good for
 * @param stops at least two opaque ARGB colours, evenly spaced; not copied
 */
public record Ramp(String id, Kind kind, int[] stops) {

    /** What a ramp is good for. */
    public enum Kind {
        SEQUENTIAL, DIVERGING, CATEGORICAL
    }

    public Ramp {
        Objects.requireNonNull(id, "id");
        if (stops.length < 2) {
            throw new IllegalArgumentException("a ramp needs two colours");
        }
    }
}
