package org.kvarter.model;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Things that move, as places by time. Implementations are immutable and thread-safe; what differs between frames lies in
 * {@link MovingPoints}.
 */
public interface Movement {

    /**
     * Puts everything under way at a moment into {@code out}, in place of what was there.
     *
     * @param epochSeconds the moment, seconds since 1970-01-01T00:00:00Z
     * @param out          also says how many earlier places are wanted
     */
    void sample(double epochSeconds, MovingPoints out);

    /** When something may be under way; empty where nothing ever is. */
    Optional<TimeSpan> span();

    /** Zone in which people read the times. */
    ZoneId zone();

    /** Around all paths, in the local frame. */
    Bounds bounds();
}
