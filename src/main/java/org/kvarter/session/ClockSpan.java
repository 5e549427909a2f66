package org.kvarter.session;

import java.time.Instant;
import java.time.ZoneId;
import org.kvarter.series.SeriesView;

/** What a clock runs over and where it stands, to go back to. JavaFX thread. */
public record ClockSpan(Instant time, Instant start, Instant end, ZoneId zone) {

    /** Of a clock as it is. */
    public static ClockSpan of(Clock clock) {
        return new ClockSpan(clock.time(), clock.startProperty().get(), clock.endProperty().get(), clock.zoneProperty().get());
    }

    /** Lets a clock run over a series, as near to where it stands as that allows. */
    public static void over(SeriesView series, Clock clock) {
        new ClockSpan(clock.time(), series.axis().start(), series.axis().end(), series.axis().zone()).restore(clock);
    }

    /** Puts a clock back. */
    public void restore(Clock clock) {
        clock.zoneProperty().set(zone);
        clock.startProperty().set(start);
        clock.endProperty().set(end);
        clock.setWithinRange(time);
    }
}
