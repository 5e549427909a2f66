package org.kvarter.ui.story;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.kvarter.text.Texts;
import org.kvarter.workshop.StepTime;

/** Moments and spans of a story as people say them. */
public final class Moments {

    private static final Texts TEXTS = Texts.in(Moments.class);

    private Moments() {
    }

    /** When a step is: a moment, or from when to when. */
    public static String when(StepTime time, ZoneId zone) {
        if (time.span().isEmpty()) {
            return moment(time.at().atZone(zone), time.step());
        }
        ZonedDateTime from = time.span().get().from().atZone(zone);
        ZonedDateTime to = time.span().get().to().atZone(zone);
        ZonedDateTime last = to.truncatedTo(ChronoUnit.DAYS).equals(to) ? to.minusDays(1) : to;
        if (from.toLocalDate().equals(last.toLocalDate())) {
            return format("day", from);
        }
        return format(from.getYear() == last.getYear() ? "shortDay" : "day", from) + " – " + format("day", last);
    }

    /** A moment as exact as the clock's step. */
    public static String moment(ZonedDateTime at, String step) {
        return switch (step) {
            case "HOUR" -> format("hour", at);
            case "MONTH" -> format("month", at);
            default -> format("day", at);
        };
    }

    /** The time of day. */
    public static String timeOfDay(ZonedDateTime at) {
        return format("time", at);
    }

    private static String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(TEXTS.get("pattern." + pattern), Locale.getDefault(Locale.Category.DISPLAY)).format(at);
    }
}
