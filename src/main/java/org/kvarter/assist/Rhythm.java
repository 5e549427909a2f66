package org.kvarter.assist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kvarter.series.TimeAxis;

/**
 * The regular steps that a table's times follow.
 *
 * <p>Days, months and years are those of the calendar in the zone, whatever daylight saving does to their length; months and years are spread
 * over days, because a {@link TimeAxis} has equal steps.
 */
final class Rhythm {

    /** What the steps are. */
    enum Kind {
        /** Equal physical steps shorter than a day. */
        STEADY,
        /** One or several calendar days. */
        DAYS,
        /** Calendar months, spread over their days. */
        MONTHS,
        /** Calendar years, spread over their days. */
        YEARS
    }

    private static final long DAY = 86_400;
    private static final int MOST_INTERVALS = 50_000_000;

    private final Kind kind;
    private final TimeAxis axis;
    private final TimeRules.Label label;
    private final LocalDate firstDay;
    private final int stepDays;
    private final long startSecond;
    private final long stepSeconds;

    private Rhythm(Kind kind, TimeAxis axis, TimeRules.Label label, LocalDate firstDay, int stepDays) {
        this.kind = kind;
        this.axis = axis;
        this.label = label;
        this.firstDay = firstDay;
        this.stepDays = stepDays;
        this.startSecond = axis.start().getEpochSecond();
        this.stepSeconds = axis.step().getSeconds();
    }

    /** The rhythm of sorted distinct times (epoch seconds); empty where there are too few or they follow none. */
    static Optional<Rhythm> of(long[] times, ZoneId zone, TimeRules.Label label) {
        if (times.length < 2) {
            return Optional.empty();
        }
        if (apart(times, 27 * DAY, 32 * DAY) && distinctMonths(times, zone, label)) {
            YearMonth last = month(times[times.length - 1], zone, label);
            return Optional.of(days(Kind.MONTHS, month(times[0], zone, label).atDay(1), last.atEndOfMonth(), 1, zone, label));
        }
        if (apart(times, 364 * DAY, 367 * DAY)) {
            return Optional.of(days(Kind.YEARS, LocalDate.of(year(times[0], zone, label), 1, 1), LocalDate.of(year(times[times.length - 1], zone, label), 12, 31), 1, zone, label));
        }
        long step = commonestStep(times);
        boolean dayLike = step >= 23 * 3600 && Math.abs(step - Math.round((double) step / DAY) * DAY) <= 3600 && sameClock(times, zone);
        if (dayLike) {
            int every = (int) Math.max(1, Math.round((double) step / DAY));
            LocalDate first = day(times[0], zone, label, every);
            return Optional.of(days(Kind.DAYS, first, day(times[times.length - 1], zone, label, every), every, zone, label));
        }
        long count = (times[times.length - 1] - times[0]) / step + 1;
        if (count > MOST_INTERVALS) {
            return Optional.empty();
        }
        Instant start = Instant.ofEpochSecond(label == TimeRules.Label.END ? times[0] - step : times[0]);
        return Optional.of(new Rhythm(Kind.STEADY, new TimeAxis(start, Duration.ofSeconds(step), (int) count, zone), label, null, 0));
    }

    private static Rhythm days(Kind kind, LocalDate first, LocalDate last, int every, ZoneId zone, TimeRules.Label label) {
        int count = (int) (ChronoUnit.DAYS.between(first, last) / every) + 1;
        Instant start = first.atStartOfDay(zone).toInstant();
        return new Rhythm(kind, new TimeAxis(start, Duration.ofDays(every), count, zone), label, first, every);
    }

    Kind kind() {
        return kind;
    }

    TimeAxis axis() {
        return axis;
    }

    /** The interval that a time names; may lie off the axis where the time was not among those it was made of. */
    int index(long time) {
        return switch (kind) {
            case STEADY -> (int) Math.floorDiv((label == TimeRules.Label.END ? time - 1 : time) - startSecond, stepSeconds);
            case DAYS -> (int) Math.floorDiv(ChronoUnit.DAYS.between(firstDay, day(time, axis.zone(), label, stepDays)), stepDays);
            case MONTHS -> (int) ChronoUnit.DAYS.between(firstDay, month(time, axis.zone(), label).atDay(1));
            case YEARS -> (int) ChronoUnit.DAYS.between(firstDay, LocalDate.of(year(time, axis.zone(), label), 1, 1));
        };
    }

    /** Number of intervals over which the value of a time is spread: days of its month or year, otherwise 1. */
    int span(long time) {
        return switch (kind) {
            case STEADY, DAYS -> 1;
            case MONTHS -> month(time, axis.zone(), label).lengthOfMonth();
            case YEARS -> LocalDate.of(year(time, axis.zone(), label), 1, 1).lengthOfYear();
        };
    }

    /** Whether a time lies on the grid. */
    boolean isOnGrid(long time) {
        if (kind != Kind.STEADY) {
            return true;
        }
        long begin = label == TimeRules.Label.END ? time - axis.step().getSeconds() : time;
        return Math.floorMod(begin - axis.start().getEpochSecond(), axis.step().getSeconds()) == 0;
    }

    private static ZonedDateTime at(long time, ZoneId zone) {
        return Instant.ofEpochSecond(time).atZone(zone);
    }

    /** The day that a time names: the one before where it is the midnight that ends it. */
    private static LocalDate day(long time, ZoneId zone, TimeRules.Label label, int every) {
        ZonedDateTime at = at(time, zone);
        boolean ends = label == TimeRules.Label.END && at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return ends ? at.toLocalDate().minusDays(every) : at.toLocalDate();
    }

    private static YearMonth month(long time, ZoneId zone, TimeRules.Label label) {
        ZonedDateTime at = at(time, zone);
        boolean ends = label == TimeRules.Label.END && at.getDayOfMonth() == 1 && at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return ends ? YearMonth.from(at).minusMonths(1) : YearMonth.from(at);
    }

    private static int year(long time, ZoneId zone, TimeRules.Label label) {
        ZonedDateTime at = at(time, zone);
        boolean ends = label == TimeRules.Label.END && at.getDayOfYear() == 1 && at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return ends ? at.getYear() - 1 : at.getYear();
    }

    private static boolean apart(long[] times, long least, long most) {
        int fit = 0;
        for (int i = 1; i < times.length; i++) {
            long step = times[i] - times[i - 1];
            if (step < least) {
                return false;
            }
            fit += step <= most ? 1 : 0;
        }
        return 2 * fit >= times.length - 1;
    }

    private static boolean distinctMonths(long[] times, ZoneId zone, TimeRules.Label label) {
        for (int i = 1; i < times.length; i++) {
            if (month(times[i], zone, label).equals(month(times[i - 1], zone, label))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameClock(long[] times, ZoneId zone) {
        Map<LocalTime, Integer> clocks = new HashMap<>();
        for (int i = 0; i < times.length; i += Math.max(1, times.length / 1000)) {
            clocks.merge(at(times[i], zone).toLocalTime(), 1, Integer::sum);
        }
        int most = clocks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int all = clocks.values().stream().mapToInt(Integer::intValue).sum();
        return 10 * most >= 9 * all;
    }

    private static long commonestStep(long[] sorted) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 1; i < sorted.length; i++) {
            counts.merge(sorted[i] - sorted[i - 1], 1, Integer::sum);
        }
        return counts.entrySet().stream().max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
                .orElseThrow().getKey();
    }
}
