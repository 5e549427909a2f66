package org.kvarter.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.Clock;
import org.kvarter.text.Texts;

/** What the timeline says and does; the clock holds the state. */
public final class TimelineModel {

    private static final Texts TEXTS = Texts.in(TimelineModel.class);

    /** Over so few days the slider goes by minutes. */
    private static final int SLIDER_OF_MINUTES_DAYS = 8;

    /** Model time per second, slowest first. */
    static final List<Duration> SPEEDS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12),
            Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    /**
     * A mark on the time axis.
     *
     * @param share place, 0 … 1
     * @param label what stands there
     */
    record Tick(double share, String label) {
    }

    private final Clock clock;

    public TimelineModel(Clock clock) {
        this.clock = clock;
    }

    /** Where the clock is in its range, 0 … 1. */
    double share() {
        return share(clock.time(), clock.startProperty().get(), clock.endProperty().get());
    }

    static double share(Instant time, Instant start, Instant end) {
        double whole = Duration.between(start, end).toMillis();
        return Math.max(0, Math.min(1, Duration.between(start, time).toMillis() / whole));
    }

    /** Goes to a place in the range, at the beginning of its step. */
    void setShare(double share) {
        Instant start = clock.startProperty().get();
        long whole = Duration.between(start, clock.endProperty().get()).toMillis();
        ZonedDateTime at = start.plusMillis((long) (Math.max(0, Math.min(1, share)) * whole)).atZone(clock.zoneProperty().get());
        clock.setWithinRange(snapped(at).toInstant());
    }

    /** Days and longer steps keep the time of day, so that the sun does not jump. */
    private ZonedDateTime snapped(ZonedDateTime at) {
        if (clock.stepProperty().get() == Clock.Step.HOUR) {
            boolean days = Duration.between(clock.startProperty().get(), clock.endProperty().get()).toDays() > SLIDER_OF_MINUTES_DAYS;
            return at.truncatedTo(days ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
        }
        ZonedDateTime now = clock.time().atZone(clock.zoneProperty().get());
        return at.with(now.toLocalTime());
    }

    /** The step that is shown, as people say it. */
    String readout() {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        ZonedDateTime now = clock.time().atZone(clock.zoneProperty().get());
        return switch (clock.stepProperty().get()) {
            case HOUR -> DateTimeFormatter.ofPattern(TEXTS.get("pattern.hour"), locale).format(now);
            case DAY -> DateTimeFormatter.ofPattern(TEXTS.get("pattern.day"), locale).format(now);
            case WEEK -> TEXTS.get("week", now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    Integer.toString(now.get(IsoFields.WEEK_BASED_YEAR)));
            case MONTH -> DateTimeFormatter.ofPattern(TEXTS.get("pattern.month"), locale).format(now);
        };
    }

    /** The zone, with its distance from universal time at the clock's time. */
    String zone() {
        ZonedDateTime now = clock.time().atZone(clock.zoneProperty().get());
        String offset = now.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + now.getOffset().getId().replaceFirst(":00$", "");
        return clock.zoneProperty().get().getId() + "  " + offset;
    }

    /** A speed as people say it. */
    static String speed(Duration perSecond) {
        if (perSecond.toDays() >= 7 && perSecond.toDays() % 7 == 0) {
            return TEXTS.get("speed.weeks", perSecond.toDays() / 7);
        }
        if (perSecond.toDays() >= 1) {
            return TEXTS.get("speed.days", perSecond.toDays());
        }
        return perSecond.toHours() >= 1 ? TEXTS.get("speed.hours", perSecond.toHours()) : TEXTS.get("speed.minutes", perSecond.toMinutes());
    }

    /** What the chart shows around the clock's time: the week of an hour, the month of a day, else everything. */
    TimeWindow chartWindow() {
        Instant start = clock.startProperty().get();
        Instant end = clock.endProperty().get();
        ZonedDateTime day = clock.time().atZone(clock.zoneProperty().get()).toLocalDate().atStartOfDay(clock.zoneProperty().get());
        TimeWindow wanted = switch (clock.stepProperty().get()) {
            case HOUR -> {
                if (Duration.between(start, end).toDays() <= 2) {
                    yield new TimeWindow(start, end);
                }
                ZonedDateTime monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
                yield new TimeWindow(monday.toInstant(), monday.plusWeeks(1).toInstant());
            }
            case DAY -> new TimeWindow(day.withDayOfMonth(1).toInstant(), day.withDayOfMonth(1).plusMonths(1).toInstant());
            case WEEK, MONTH -> new TimeWindow(start, end);
        };
        return wanted;
    }

    /** Marks for a span: hours of a day, days of a week, weeks of a month, months of a year, years beyond. */
    List<Tick> ticks(Instant start, Instant end) {
        long days = Duration.between(start, end).toDays();
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        ZonedDateTime at = start.atZone(clock.zoneProperty().get()).truncatedTo(ChronoUnit.DAYS);
        if (days <= 2) {
            return hours(start, end);
        }
        ChronoUnit unit = days <= 10 ? ChronoUnit.DAYS : days <= 62 ? ChronoUnit.WEEKS : days <= 800 ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
        String pattern = switch (unit) {
            case DAYS -> "EEE d MMM";
            case WEEKS -> "d MMM";
            case MONTHS -> "MMM";
            default -> "yyyy";
        };
        if (unit == ChronoUnit.WEEKS) {
            at = at.minusDays(at.getDayOfWeek().getValue() - 1L);
        } else if (unit == ChronoUnit.MONTHS) {
            at = at.withDayOfMonth(1);
        } else if (unit == ChronoUnit.YEARS) {
            at = at.withDayOfYear(1);
        }
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, locale);
        List<Tick> ticks = new ArrayList<>();
        for (; at.toInstant().isBefore(end) && ticks.size() < 60; at = at.plus(1, unit)) {
            if (!at.toInstant().isBefore(start)) {
                ticks.add(new Tick(share(at.toInstant(), start, end), format.format(at)));
            }
        }
        return ticks;
    }

    private List<Tick> hours(Instant start, Instant end) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("HH:mm", Locale.getDefault(Locale.Category.FORMAT));
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = start.atZone(clock.zoneProperty().get()).truncatedTo(ChronoUnit.DAYS);
        for (; at.toInstant().isBefore(end); at = at.plusHours(2)) {
            if (!at.toInstant().isBefore(start)) {
                ticks.add(new Tick(share(at.toInstant(), start, end), format.format(at)));
            }
        }
        return ticks;
    }
}
