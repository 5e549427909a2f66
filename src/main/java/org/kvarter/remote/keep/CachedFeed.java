package org.kvarter.remote.keep;

import java.time.Instant;
import java.util.List;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.http.Validators;

/**
 * What a feed answered last, as it lies on the disk.
 *
 * @param fetched    when
 * @param validators to ask with whether it has changed
 * @param rows       the rows
 * @param history    all values so far
 */
public record CachedFeed(Instant fetched, Validators validators, List<FeedRow> rows, FeedHistory history) {

    public CachedFeed {
        rows = List.copyOf(rows);
    }
}
