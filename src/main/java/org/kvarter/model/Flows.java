package org.kvarter.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** How much goes along each feature of a layer, by time. Implementations are immutable and thread-safe. */
public interface Flows {

    /**
     * What passed in a span of time, by feature row; NaN where nothing was counted. An interval that lies in the span in part counts in
     * part.
     *
     * @param into one number per feature
     */
    void read(Instant start, Instant end, double[] into);

    /**
     * The most that passes along any feature in a span of that length, so that widths stay comparable while time runs; &gt; 0.
     */
    double most(Duration length);

    /** When something was counted; empty where the numbers hold at any time. */
    Optional<TimeSpan> span();

    /** Length of the intervals of counting; zero where the numbers hold at any time. */
    Duration step();

    /** Zone in which people read the times. */
    ZoneId zone();

    /** What is counted, as people write it: vehicles, bicycles, trips. */
    String unit();
}
