package org.kvarter.remote.poll;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.kvarter.remote.FeedException;

/**
 * How long to wait after failures: twice as long after each, with chance in it so that a thousand programs do not come back at once.
 *
 * @param first   after the first failure
 * @param longest however many failures there were
 */
public record Backoff(Duration first, Duration longest) {

    /** From two seconds to five minutes. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /**
     * The wait before the next try: at least half of what is due, and never less than the service asks for. Trouble that a person has to put
     * right is asked about no more often than the feed's interval.
     *
     * @param failures in a row, at least 1
     */
    public Duration delay(int failures, FeedException failure, Duration interval, RandomGenerator chance) {
        long due = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, failures - 1));
        Duration wait = Duration.ofMillis(due / 2 + (long) (chance.nextDouble() * (due - due / 2)));
        if (!failure.isPassing() && wait.compareTo(interval) < 0) {
            wait = interval;
        }
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(wait) > 0 ? asked : wait;
    }
}
