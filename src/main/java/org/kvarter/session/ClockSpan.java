package org.kvarter.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;

/** What a clock runs over and where it stands, to go back to. JavaFX thread. */
public record ClockSpan(Instant time, Instant start, Instant end, ZoneId zone) {

    /** Of a clock as it is. */
    public static ClockSpan of(Clock clock) {
        return new ClockSpan(clock.time(), clock.startProperty().get(), clock.endProperty().get(), clock.zoneProperty().get());
    }

    /** Lets a clock run over a series: at the time where it stands, else at that time of another year, else from the beginning. */
    public static void over(SeriesView series, Clock clock) {
        TimeAxis axis = series.axis();
        new ClockSpan(within(clock.time(), axis), axis.start(), axis.end(), axis.zone()).restore(clock);
    }

    private static Instant within(Instant time, TimeAxis axis) {
        ZonedDateTime local = time.atZone(axis.zone());
        int first = axis.start().atZone(axis.zone()).getYear();
        int last = axis.end().atZone(axis.zone()).getYear();
        return IntStream.rangeClosed(first, last).boxed().sorted(Comparator.comparingInt(year -> Math.abs(year - local.getYear())))
                .map(year -> local.withYear(year).toInstant()).filter(t -> !t.isBefore(axis.start()) && t.isBefore(axis.end())).findFirst().orElse(axis.start());
    }

    /** Puts a clock back. */
    public void restore(Clock clock) {
        clock.zoneProperty().set(zone);
        clock.startProperty().set(start);
        clock.endProperty().set(end);
        clock.setWithinRange(time);
    }
}
