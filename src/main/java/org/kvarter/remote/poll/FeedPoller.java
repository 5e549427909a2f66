package org.kvarter.remote.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.RowIssue;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.keep.CachedFeed;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.keep.FeedHistory;
import org.kvarter.series.SeriesTable;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one feed fresh: what the cache holds at once, then a poll every interval; after a failure sooner, with growing patience. Tells a
 * snapshot whenever anything changes, on its own thread. Thread-safe; {@link #stop} ends it for good.
 */
public final class FeedPoller {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private final FeedSource feed;
    private final ZoneId zone;
    private final Parts parts;
    private final Consumer<FeedSnapshot> listener;
    private FeedHistory history = new FeedHistory();
    private List<FeedRow> latest = List.of();
    private Optional<SeriesTable> series = Optional.empty();
    private List<RowIssue> issues = List.of();
    private List<String> remarks = List.of();
    private Validators validators = Validators.NONE;
    private Instant fetched;
    private int failures;
    /** Guards {@link #pending} alone, so that ending never waits for a poll under way. */
    private final Object hands = new Object();
    private Runnable pending = () -> { };
    private volatile boolean stopped;

    /**
     * What all pollers share.
     *
     * @param fetch  asks
     * @param cache  keeps
     * @param timer  waits
     * @param time   tells the time
     * @param chance spreads retries
     */
    public record Parts(Fetch fetch, FeedCache cache, Timer timer, InstantSource time, RandomGenerator chance) {
    }

    /**
     * @param zone     in which the series is read
     * @param listener gets snapshots on the poller's thread
     */
    public FeedPoller(FeedSource feed, ZoneId zone, Parts parts, Consumer<FeedSnapshot> listener) {
        this.feed = feed;
        this.zone = zone;
        this.parts = parts;
        this.listener = listener;
    }

    /** Begins: reads the cache, tells it, and asks for the first time unless the feed is paused. */
    public void start() {
        schedule(Duration.ZERO, this::begin);
    }

    /** Asks now rather than when it is due; does nothing for a paused feed. */
    public void poke() {
        if (!feed.paused()) {
            schedule(Duration.ZERO, this::poll);
        }
    }

    /** Ends it: nothing is told any more. */
    public void stop() {
        stopped = true;
        synchronized (hands) {
            pending.run();
        }
    }

    private void schedule(Duration delay, Runnable work) {
        synchronized (hands) {
            if (!stopped) {
                pending.run();
                pending = parts.timer().after(delay, work);
            }
        }
    }

    private synchronized void begin() {
        if (stopped) {
            return;
        }
        parts.cache().read(feed).ifPresent(kept -> {
            history = kept.history();
            latest = kept.rows();
            validators = kept.validators();
            fetched = kept.fetched();
            series = table();
        });
        if (feed.paused()) {
            tell(new FeedState.Paused(Optional.ofNullable(fetched)));
            return;
        }
        tell(fetched == null ? new FeedState.Waiting() : new FeedState.Stale(fetched, "", Optional.of(parts.time().instant())));
        poll();
    }

    private synchronized void poll() {
        if (stopped) {
            return;
        }
        try {
            Fetch.Outcome outcome = parts.fetch().once(feed, validators, progress());
            take(outcome);
            failures = 0;
            Duration usual = feed.request().interval();
            Duration wait = outcome.answer().quota().stretched(usual, outcome.answer().pages());
            tell(new FeedState.Live(fetched, wait.equals(usual) ? Optional.empty() : Optional.of(wait)));
            schedule(wait, this::poll);
        } catch (FeedException e) {
            failures++;
            LOG.info("The feed {} failed: {}", feed.id(), e.getMessage());
            again(e, e.getMessage());
        } catch (WorkCancelledException e) {
            LOG.debug("The feed {} ends", feed.id());
        } catch (RuntimeException e) {
            failures++;
            LOG.error("The feed {} failed", feed.id(), e);
            again(FeedException.lasting(String.valueOf(e)), String.valueOf(e));
        }
    }

    private void again(FeedException failure, String why) {
        Duration wait = Backoff.DEFAULT.delay(failures, failure, feed.request().interval(), parts.chance());
        Optional<Instant> next = Optional.of(parts.time().instant().plus(wait));
        tell(fetched == null ? new FeedState.Failed(why, next) : new FeedState.Stale(fetched, why, next));
        schedule(wait, this::poll);
    }

    private void take(Fetch.Outcome outcome) {
        fetched = outcome.at();
        List<FeedRow> fresh = List.of();
        if (!outcome.answer().unchanged()) {
            validators = outcome.answer().validators();
            latest = Fetch.latest(outcome.rows().rows());
            fresh = history.add(outcome.rows().rows());
            issues = outcome.rows().issues();
            remarks = outcome.rows().remarks();
        } else if (feed.mapping().time().isEmpty()) {
            // the answer still holds now, and says no other time
            latest = latest.stream().map(r -> new FeedRow(r.id(), r.name(), fetched, r.value(), r.unit(), r.longitude(), r.latitude())).toList();
            fresh = history.add(latest);
        }
        series = table();
        parts.cache().write(feed, new CachedFeed(fetched, validators, latest, history), new ArrayList<>(fresh));
    }

    private Optional<SeriesTable> table() {
        String unit = latest.stream().map(FeedRow::unit).filter(u -> !u.isEmpty()).findFirst().orElse(feed.mapping().unit());
        return history.table(feed.seriesId(), feed.title(), feed.mapping().quantity(), unit, zone, feed.request().interval(),
                fetched.plus(feed.request().interval()));
    }

    private void tell(FeedState state) {
        if (!stopped) {
            listener.accept(new FeedSnapshot(feed, state, latest, series, issues, remarks));
        }
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public boolean isCancelled() {
                return stopped;
            }
        };
    }
}
