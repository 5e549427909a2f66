package org.kvarter.remote.poll;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.RowIssue;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.keep.CachedFeed;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.keep.FeedHistory;
import org.kvarter.series.SeriesTable;

/** What is known of one feed: its last rows, its history, what was wrong with the last answer. Not thread-safe. */
final class FeedMemory {

    private final FeedSource feed;
    private final ZoneId zone;
    private final FeedCache cache;
    private FeedHistory history = new FeedHistory();
    private List<FeedRow> latest = List.of();
    private Optional<SeriesTable> series = Optional.empty();
    private List<RowIssue> issues = List.of();
    private List<String> remarks = List.of();
    private Validators validators = Validators.NONE;
    private Instant fetched;

    FeedMemory(FeedSource feed, ZoneId zone, FeedCache cache) {
        this.feed = feed;
        this.zone = zone;
        this.cache = cache;
    }

    /** Takes what the cache holds. */
    void recall() {
        cache.read(feed).ifPresent(kept -> {
            history = kept.history();
            latest = kept.rows();
            validators = kept.validators();
            fetched = kept.fetched();
            series = table();
        });
    }

    /** When there was news last; {@code null} where there never was. */
    Instant fetched() {
        return fetched;
    }

    Validators validators() {
        return validators;
    }

    /** Takes a whole answer in place of the one before. */
    void replace(Instant at, FeedRows rows, Validators given) {
        fetched = at;
        validators = given;
        latest = Fetch.latest(rows.rows());
        keep(history.add(rows.rows()), rows);
    }

    /** Takes rows of some places; those of others stay. */
    void merge(Instant at, FeedRows rows) {
        fetched = at;
        List<FeedRow> all = new ArrayList<>(latest);
        all.addAll(rows.rows());
        latest = Fetch.latest(all);
        keep(history.add(rows.rows()), rows);
    }

    /** The service says that nothing has changed: the answer still holds now, where it says no other time. */
    void unchanged(Instant at) {
        fetched = at;
        List<FeedRow> fresh = List.of();
        if (feed.mapping().time().isEmpty()) {
            latest = latest.stream().map(r -> new FeedRow(r.id(), r.name(), fetched, r.value(), r.unit(), r.longitude(), r.latitude())).toList();
            fresh = history.add(latest);
        }
        series = table();
        cache.write(feed, new CachedFeed(fetched, validators, latest, history), new ArrayList<>(fresh));
    }

    private void keep(List<FeedRow> fresh, FeedRows rows) {
        issues = rows.issues();
        remarks = rows.remarks();
        series = table();
        cache.write(feed, new CachedFeed(fetched, validators, latest, history), new ArrayList<>(fresh));
    }

    private Optional<SeriesTable> table() {
        String unit = latest.stream().map(FeedRow::unit).filter(u -> !u.isEmpty()).findFirst().orElse(feed.mapping().unit());
        return history.table(feed.seriesId(), feed.title(), feed.mapping().quantity(), unit, zone, feed.request().interval(),
                fetched.plus(feed.request().interval()));
    }

    FeedSnapshot snapshot(FeedState state) {
        return new FeedSnapshot(feed, state, latest, series, issues, remarks);
    }

    /** How it is doing after a failure: stale where there is anything. */
    FeedState troubled(String why, Instant next) {
        return fetched == null ? new FeedState.Failed(why, Optional.of(next)) : new FeedState.Stale(fetched, why, Optional.of(next));
    }
}
