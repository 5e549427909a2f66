package org.kvarter.ui.mobility;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.kvarter.model.TimeSpan;
import org.kvarter.session.Clock;

/**
 * What the clock runs over.
 *
 * @param start beginning of its range
 * @param end   exclusive end
 * @param time  where it stands
 * @param zone  in which it is read
 * @param step  of the slider
 */
record ClockRange(Instant start, Instant end, Instant time, ZoneId zone, Clock.Step step) {

    private static final Duration FOLLOWED = Duration.ofMinutes(5);

    static ClockRange of(Clock clock) {
        return new ClockRange(clock.startProperty().get(), clock.endProperty().get(), clock.time(), clock.zoneProperty().get(),
                clock.stepProperty().get());
    }

    /** One day, at eight in the morning. */
    static ClockRange day(LocalDate day, ZoneId zone) {
        return new ClockRange(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant(),
                day.atTime(LocalTime.of(8, 0)).atZone(zone).toInstant(), zone, Clock.Step.HOUR);
    }

    /** A whole span, at eight in the morning of a day. */
    static ClockRange span(TimeSpan span, LocalDate day, ZoneId zone) {
        return new ClockRange(span.start(), span.end(), day.atTime(LocalTime.of(8, 0)).atZone(zone).toInstant(), zone, Clock.Step.HOUR);
    }

    /** Sets the clock, and a speed at which vehicles can be followed where it is faster. */
    void set(Clock clock) {
        if (Duration.between(start, end).toDays() <= 2 && clock.speedProperty().get().compareTo(FOLLOWED) > 0) {
            clock.speedProperty().set(FOLLOWED);
        }
        clock.zoneProperty().set(zone);
        clock.startProperty().set(start);
        clock.endProperty().set(end);
        clock.stepProperty().set(step);
        clock.setWithinRange(time);
    }
}
