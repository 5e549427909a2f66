package org.kvarter.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** How a feed is doing, for people to see. */
public sealed interface FeedState {

    /** It was never asked, or is being asked for the first time. */
    record Waiting() implements FeedState {
    }

    /**
     * The last poll went well.
     *
     * @param at     when
     * @param slowed how long to the next one, where the service's quota asks for patience beyond the feed's interval
     */
    record Live(Instant at, Optional<Duration> slowed) implements FeedState {
        public Live {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(slowed, "slowed");
        }

        /** The last poll went well and the next comes as usual. */
        public Live(Instant at) {
            this(at, Optional.empty());
        }
    }

    /**
     * There is data, but it is old.
     *
     * @param since when it was fetched
     * @param why   one sentence; empty where the service was not asked again yet
     * @param next  when it is asked again
     */
    record Stale(Instant since, String why, Optional<Instant> next) implements FeedState {
        public Stale {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * There is no data.
     *
     * @param why  one sentence
     * @param next when the service is asked again
     */
    record Failed(String why, Optional<Instant> next) implements FeedState {
        public Failed {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * It rests.
     *
     * @param since when its data was fetched; empty where there is none
     */
    record Paused(Optional<Instant> since) implements FeedState {
    }
}
