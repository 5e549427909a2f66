package org.kvarter.remote.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one feed fresh: what the cache holds at once, then a poll every interval; after a failure sooner, with growing patience. Tells a
 * snapshot whenever anything changes, on its own thread. Thread-safe; {@link #stop} ends it for good.
 */
public final class FeedPoller implements FeedRun {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private final FeedSource feed;
    private final Parts parts;
    private final Consumer<FeedSnapshot> listener;
    private final FeedMemory memory;
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
     * @param broker subscribes
     */
    public record Parts(Fetch fetch, FeedCache cache, Timer timer, InstantSource time, RandomGenerator chance, Broker broker) {

        /** Parts without a broker. */
        public Parts(Fetch fetch, FeedCache cache, Timer timer, InstantSource time, RandomGenerator chance) {
            this(fetch, cache, timer, time, chance, Broker.NONE);
        }
    }

    /**
     * @param zone     in which the series is read
     * @param listener gets snapshots on the poller's thread
     */
    public FeedPoller(FeedSource feed, ZoneId zone, Parts parts, Consumer<FeedSnapshot> listener) {
        this.feed = feed;
        this.memory = new FeedMemory(feed, zone, parts.cache());
        this.parts = parts;
        this.listener = listener;
    }

    @Override
    public void start() {
        schedule(Duration.ZERO, this::begin);
    }

    @Override
    public void poke() {
        if (!feed.paused()) {
            schedule(Duration.ZERO, this::poll);
        }
    }

    @Override
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
        memory.recall();
        Instant fetched = memory.fetched();
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
            Fetch.Outcome outcome = parts.fetch().once(feed, memory.validators(), progress());
            take(outcome);
            failures = 0;
            Duration usual = feed.request().interval();
            Duration wait = outcome.answer().quota().stretched(usual, outcome.answer().pages());
            tell(new FeedState.Live(memory.fetched(), wait.equals(usual) ? Optional.empty() : Optional.of(wait)));
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
        tell(memory.troubled(why, parts.time().instant().plus(wait)));
        schedule(wait, this::poll);
    }

    private void take(Fetch.Outcome outcome) {
        if (outcome.answer().unchanged()) {
            memory.unchanged(outcome.at());
        } else {
            memory.replace(outcome.at(), outcome.rows(), outcome.answer().validators());
        }
    }

    private void tell(FeedState state) {
        if (!stopped) {
            listener.accept(memory.snapshot(state));
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
