package org.kvarter.remote;

import java.time.Instant;
import java.util.Objects;

/**
 * One value at one place and time.
 *
 * @param id        names the place within the feed
 * @param name      what people call the place, may be empty
 * @param time      when it was measured
 * @param value     in {@code unit}; NaN where the record has none
 * @param unit      as people write it, may be empty
 * @param longitude degrees east, WGS 84; NaN where the record says no place
 * @param latitude  degrees north, WGS 84; NaN where the record says no place
 */
public record FeedRow(String id, String name, Instant time, double value, String unit, double longitude, double latitude) {

    public FeedRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(unit, "unit");
    }

    public boolean hasPlace() {
        return Double.isFinite(longitude) && Double.isFinite(latitude);
    }
}
