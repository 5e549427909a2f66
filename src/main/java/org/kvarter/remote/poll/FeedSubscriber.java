package org.kvarter.remote.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.map.FeedMapper;
import org.kvarter.task.WorkCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a feed fresh that a broker tells: subscribes, takes messages together at most once a second, and after a lost connection comes back
 * with growing patience. Messages that cannot be understood cost themselves. Thread-safe.
 */
final class FeedSubscriber implements FeedRun {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSubscriber.class);
    private static final Duration TOGETHER = Duration.ofSeconds(1);
    /** Messages that wait; beyond it the oldest are dropped. */
    private static final int MOST_WAITING = 20_000;

    private final FeedSource feed;
    private final FeedPoller.Parts parts;
    private final Consumer<FeedSnapshot> listener;
    private final FeedMemory memory;
    private final Deque<JsonNode> waiting = new ArrayDeque<>();
    private boolean gathering;
    private volatile Broker.Subscription subscription = () -> { };
    /** Guards {@link #pending} alone, so that ending never waits for a connection under way. */
    private final Object hands = new Object();
    private Runnable pending = () -> { };
    private int failures;
    private int connection;
    private boolean connected;
    private volatile boolean stopped;

    FeedSubscriber(FeedSource feed, ZoneId zone, FeedPoller.Parts parts, Consumer<FeedSnapshot> listener) {
        this.feed = feed;
        this.parts = parts;
        this.listener = listener;
        this.memory = new FeedMemory(feed, zone, parts.cache());
    }

    @Override
    public void start() {
        schedule(Duration.ZERO, this::begin);
    }

    @Override
    public void poke() {
        if (!feed.paused()) {
            schedule(Duration.ZERO, this::connectAgain);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        synchronized (hands) {
            pending.run();
        }
        subscription.close();
    }

    private void schedule(Duration delay, Runnable doing) {
        synchronized (hands) {
            if (!stopped) {
                pending.run();
                pending = parts.timer().after(delay, doing);
            }
        }
    }

    private synchronized void begin() {
        if (stopped) {
            return;
        }
        memory.recall();
        Optional<Instant> since = Optional.ofNullable(memory.fetched());
        if (feed.paused()) {
            tell(new FeedState.Paused(since));
            return;
        }
        tell(since.isEmpty() ? new FeedState.Waiting() : new FeedState.Stale(since.get(), "", Optional.of(parts.time().instant())));
        connect();
    }

    private synchronized void connectAgain() {
        subscription.close();
        connected = false;
        connect();
    }

    private synchronized void connect() {
        if (stopped) {
            return;
        }
        int mine = ++connection;
        try {
            subscription = parts.broker().open(feed.request(), new Broker.Listener() {

                @Override
                public void message(JsonNode record) {
                    take(record);
                }

                @Override
                public void lost(FeedException why) {
                    parts.timer().after(Duration.ZERO, () -> lose(mine, why));
                }
            });
            if (stopped) {
                subscription.close(); // it was ended while it was connecting
                return;
            }
            connected = true;
            failures = 0;
            tell(memory.fetched() == null ? new FeedState.Waiting() : new FeedState.Live(memory.fetched()));
        } catch (FeedException e) {
            again(e);
        } catch (WorkCancelledException e) {
            LOG.debug("The feed {} ends", feed.id());
        } catch (RuntimeException e) {
            LOG.error("The feed {} failed", feed.id(), e);
            again(FeedException.passing(String.valueOf(e), e));
        }
    }

    private synchronized void lose(int which, FeedException why) {
        if (which == connection && connected && !stopped) {
            connected = false;
            again(why);
        }
    }

    private void again(FeedException failure) {
        failures++;
        LOG.info("The feed {} failed: {}", feed.id(), failure.getMessage());
        Duration wait = Backoff.DEFAULT.delay(failures, failure, feed.request().interval(), parts.chance());
        tell(memory.troubled(failure.getMessage(), parts.time().instant().plus(wait)));
        schedule(wait, this::connect);
    }

    private void take(JsonNode record) {
        synchronized (waiting) {
            if (waiting.size() == MOST_WAITING) {
                waiting.removeFirst();
            }
            waiting.addLast(record);
            if (gathering || stopped) {
                return;
            }
            gathering = true;
        }
        parts.timer().after(TOGETHER, this::digest);
    }

    private synchronized void digest() {
        ArrayNode page = FeedJson.MAPPER.createArrayNode();
        synchronized (waiting) {
            waiting.forEach(page::add);
            waiting.clear();
            gathering = false;
        }
        if (stopped || page.isEmpty()) {
            return;
        }
        Instant now = parts.time().instant();
        try {
            FeedMapper mapper = new FeedMapper(feed.mapping(), now, feed.title());
            mapper.read(page);
            FeedRows rows = mapper.soFar();
            boolean understood = !rows.rows().isEmpty();
            if (understood) {
                memory.merge(now, rows);
                tell(connected ? new FeedState.Live(now) : memory.troubled("", now));
            } else {
                mapper.result(); // says what is not found
                tell(memory.troubled(rows.issues().isEmpty() ? "" : rows.issues().get(0).message(), now));
            }
        } catch (FeedException e) {
            // of another form than before: what was understood stays, and the next message may be of the old form again
            tell(memory.troubled(e.getMessage(), now));
        }
    }

    private void tell(FeedState state) {
        if (!stopped) {
            listener.accept(memory.snapshot(state));
        }
    }

    /** Messages that come within a while, for looking at. */
    static List<JsonNode> listen(Broker broker, org.kvarter.remote.FeedRequest request, Duration most, java.util.function.BooleanSupplier cancelled)
            throws FeedException {
        List<JsonNode> heard = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        java.util.concurrent.CountDownLatch enough = new java.util.concurrent.CountDownLatch(1);
        Broker.Subscription subscription = broker.open(request, new Broker.Listener() {

            @Override
            public void message(JsonNode record) {
                if (heard.size() < MOST_WAITING) {
                    heard.add(record);
                }
            }

            @Override
            public void lost(FeedException why) {
                enough.countDown();
            }
        });
        try {
            long end = System.nanoTime() + most.toNanos();
            int before = -1;
            while (System.nanoTime() < end && !cancelled.getAsBoolean() && !(heard.size() > 0 && heard.size() == before)) {
                before = heard.size();
                if (enough.await(700, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException();
        } finally {
            subscription.close();
        }
        return List.copyOf(heard);
    }
}
