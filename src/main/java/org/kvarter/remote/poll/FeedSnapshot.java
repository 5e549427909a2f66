package org.kvarter.remote.poll;

import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.RowIssue;
import org.kvarter.series.SeriesTable;

/**
 * A feed at a moment.
 *
 * @param feed    which
 * @param state   how it is doing
 * @param rows    the last row of each place
 * @param series  the history; empty where no row ever had a value
 * @param issues  what of the last answer was not understood
 * @param remarks sentences about the last answer as a whole
 */
public record FeedSnapshot(FeedSource feed, FeedState state, List<FeedRow> rows, Optional<SeriesTable> series, List<RowIssue> issues,
                           List<String> remarks) {

    public FeedSnapshot {
        rows = List.copyOf(rows);
        issues = List.copyOf(issues);
        remarks = List.copyOf(remarks);
    }

    /** This snapshot in another state. */
    public FeedSnapshot withState(FeedState other) {
        return new FeedSnapshot(feed, other, rows, series, issues, remarks);
    }
}
