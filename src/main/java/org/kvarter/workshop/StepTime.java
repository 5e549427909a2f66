package org.kvarter.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When a step is: one moment, around which a span may be played.
 *
 * @param at     the moment that a picture of the step shows
 * @param span   what is played while the step is presented; empty where time stands still
 * @param step   what one step of the clock means, the window over which series are summed: {@code HOUR}, {@code DAY}, {@code WEEK} or
 *               {@code MONTH}
 * @param studio whether the sun stands in its studio position rather than following the clock
 * @param live   whether it is now, where something is asked live; the moment holds where nothing is
 */
public record StepTime(Instant at, Optional<Span> span, String step, boolean studio, boolean live) {

    /** Shortest and longest time a span may take to play, seconds. */
    public static final double SHORTEST_SECONDS = 2;
    public static final double LONGEST_SECONDS = 600;

    /**
     * A span of model time that is played.
     *
     * @param from    its beginning
     * @param to      its end, after {@code from}
     * @param seconds how long playing it takes, {@value StepTime#SHORTEST_SECONDS} … {@value StepTime#LONGEST_SECONDS}
     */
    public record Span(Instant from, Instant to, double seconds) {

        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a span ends after it begins");
            }
            seconds = Double.isFinite(seconds) ? Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, seconds)) : 20;
        }

        /** Model time that passes in one second of playing. */
        public Duration perSecond() {
            return Duration.ofMillis(Math.max(1, Math.round(Duration.between(from, to).toMillis() / seconds)));
        }
    }

    public StepTime {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(step, "step");
    }

    /** A moment of the past or of a model. */
    public StepTime(Instant at, Optional<Span> span, String step, boolean studio) {
        this(at, span, step, studio, false);
    }

    /** A moment at which time stands still. */
    public static StepTime at(Instant at, String step, boolean studio) {
        return new StepTime(at, Optional.empty(), step, studio);
    }

    public StepTime withSpan(Optional<Span> other) {
        return new StepTime(at, other, step, studio, live && other.isEmpty());
    }

    /** This time, or now where something is asked live. */
    public StepTime withLive(boolean other) {
        return new StepTime(at, span, step, studio, other);
    }
}
