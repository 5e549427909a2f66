package org.kvarter.remote.poll;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.kvarter.remote.FeedSource;

/** Keeps one feed fresh, whichever way its values come. Thread-safe. */
public interface FeedRun {

    /** Begins: reads the cache, tells it, and goes to the service unless the feed is paused. */
    void start();

    /** Goes to the service now rather than when it is due; does nothing for a paused feed. */
    void poke();

    /** Ends it: nothing is told any more. */
    void stop();

    /** A poller or a subscriber, as the feed's address asks for. */
    static FeedRun of(FeedSource feed, ZoneId zone, FeedPoller.Parts parts, Consumer<FeedSnapshot> listener) {
        return feed.request().isPushed() ? new FeedSubscriber(feed, zone, parts, listener) : new FeedPoller(feed, zone, parts, listener);
    }
}
