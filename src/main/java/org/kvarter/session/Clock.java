package org.kvarter.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kvarter.series.TimeWindow;

/**
 * The one clock of the twin: sun, series and later everything that moves follow it. JavaFX thread only.
 *
 * <p>The scene calls {@link #advance} once per frame; playing wraps at the end of the range.
 */
public final class Clock {

    /** What one step of the slider, and one key press, means. */
    public enum Step {
        HOUR, DAY, WEEK, MONTH
    }

    private final ObjectProperty<Instant> time = new SimpleObjectProperty<>(this, "time", Instant.parse("2025-06-21T13:00:00Z"));
    private final ObjectProperty<Instant> start = new SimpleObjectProperty<>(this, "start", Instant.parse("2025-01-01T00:00:00Z"));
    private final ObjectProperty<Instant> end = new SimpleObjectProperty<>(this, "end", Instant.parse("2026-01-01T00:00:00Z"));
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(this, "zone", ZoneId.systemDefault());
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(this, "step", Step.HOUR);
    private final ObjectProperty<Duration> speed = new SimpleObjectProperty<>(this, "speed", Duration.ofHours(4));
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing", false);
    private final BooleanProperty liveOffered = new SimpleBooleanProperty(this, "liveOffered", false);
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", false);
    private boolean following;

    public Clock() {
        time.addListener((o, was, is) -> {
            if (!following) {
                live.set(false);
            }
        });
    }

    /** Model time now. */
    public ObjectProperty<Instant> timeProperty() {
        return time;
    }

    /** Beginning of the range of the slider. */
    public ObjectProperty<Instant> startProperty() {
        return start;
    }

    /** Exclusive end of the range of the slider. */
    public ObjectProperty<Instant> endProperty() {
        return end;
    }

    /** Zone in which time is read and stepped. */
    public ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** What one step means; also the window over which series are aggregated. */
    public ObjectProperty<Step> stepProperty() {
        return step;
    }

    /** Model time per second of real time while playing. */
    public ObjectProperty<Duration> speedProperty() {
        return speed;
    }

    /** Whether time runs. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Whether there is anything that happens now, and it makes sense to follow it. */
    public BooleanProperty liveOfferedProperty() {
        return liveOffered;
    }

    /** Whether model time follows the real one; ends by itself when model time is moved otherwise. */
    public BooleanProperty liveProperty() {
        return live;
    }

    /** Moves to the real time, where live, and lets the range reach an hour beyond it. */
    public void follow(Instant now) {
        if (!live.get()) {
            return;
        }
        reach(now.plus(Duration.ofHours(1)));
        following = true;
        try {
            setWithinRange(now);
        } finally {
            following = false;
        }
    }

    /** Lets the range end no earlier than the hour that holds {@code last}. */
    public void reach(Instant last) {
        Instant wanted = last.truncatedTo(java.time.temporal.ChronoUnit.HOURS).plus(Duration.ofHours(1));
        if (end.get().isBefore(wanted)) {
            end.set(wanted);
        }
    }

    public Instant time() {
        return time.get();
    }

    /** Lets model time run for a frame of {@code seconds} of real time; nothing while paused. */
    public void advance(double seconds) {
        if (!playing.get()) {
            return;
        }
        Instant next = time.get().plusNanos((long) (seconds * speed.get().toNanos()));
        time.set(next.isBefore(end.get()) ? next : start.get());
    }

    /** Moves by whole steps in the clock's zone, kept within the range. */
    public void stepBy(int steps) {
        ZonedDateTime now = time.get().atZone(zone.get());
        ZonedDateTime next = switch (step.get()) {
            case HOUR -> now.plusHours(steps);
            case DAY -> now.plusDays(steps);
            case WEEK -> now.plusWeeks(steps);
            case MONTH -> now.plusMonths(steps);
        };
        setWithinRange(next.toInstant());
    }

    /** The step that holds the time now: its hour, day, week from Monday, or month in the clock's zone. */
    public TimeWindow window() {
        ZonedDateTime now = time.get().atZone(zone.get());
        ZonedDateTime day = now.toLocalDate().atStartOfDay(zone.get());
        return switch (step.get()) {
            case HOUR -> {
                // truncated in physical time, which keeps the two equal-named hours of autumn apart
                Instant hour = time.get().truncatedTo(java.time.temporal.ChronoUnit.HOURS);
                yield new TimeWindow(hour, hour.plus(Duration.ofHours(1)));
            }
            case DAY -> new TimeWindow(day.toInstant(), day.plusDays(1).toInstant());
            case WEEK -> {
                ZonedDateTime monday = day.minusDays(now.getDayOfWeek().getValue() - 1L);
                yield new TimeWindow(monday.toInstant(), monday.plusWeeks(1).toInstant());
            }
            case MONTH -> {
                ZonedDateTime first = now.toLocalDate().withDayOfMonth(1).atStartOfDay(zone.get());
                yield new TimeWindow(first.toInstant(), first.plusMonths(1).toInstant());
            }
        };
    }

    /** Sets the time, kept within the range. */
    public void setWithinRange(Instant wanted) {
        Instant last = end.get().minusMillis(1);
        time.set(wanted.isBefore(start.get()) ? start.get() : wanted.isAfter(last) ? last : wanted);
    }
}
