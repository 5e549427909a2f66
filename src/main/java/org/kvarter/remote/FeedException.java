package org.kvarter.remote;

import java.time.Duration;
import java.util.Optional;

/** A feed that cannot be fetched or understood. The message is one sentence for people that names the address, what is wrong and the way out. */
public final class FeedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final boolean missing;
    private final transient Duration retryAfter;

    private FeedException(String message, boolean passing, boolean missing, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.missing = missing;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** Trouble that a person has to put right. */
    public static FeedException lasting(String message) {
        return new FeedException(message, false, false, null, null);
    }

    /** What was asked for is not there, although the service is. */
    public static FeedException missing(String message) {
        return new FeedException(message, false, true, null, null);
    }

    /** Trouble that may pass by itself. */
    public static FeedException passing(String message, Throwable cause) {
        return new FeedException(message, true, false, null, cause);
    }

    /** Trouble that may pass by itself, not before a while that the service asks for. */
    public static FeedException passing(String message, Duration retryAfter) {
        return new FeedException(message, true, false, retryAfter, null);
    }

    /** Whether it is worth trying again soon. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether the service says that there is no such thing. */
    public boolean isMissing() {
        return missing;
    }

    /** How long the service asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
