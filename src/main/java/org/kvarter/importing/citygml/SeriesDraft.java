package org.kvarter.importing.citygml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.kvarter.series.TimeAxis;

/** A time series while its elements come, in whatever order and dialect. */
final class SeriesDraft {

    /** More values than a year of minutes are not for one building. */
    static final int MOST = 600_000;
    /** The longest month is that much longer than the shortest. */
    private static final double NEARLY = 1.12;

    String description = "";
    String use = "";
    String carrier = "";
    String acquisition = "";
    String source = "";
    String unit = "";
    /** Path to the attribute whose values these are, of a dynamizer. */
    String attribute = "";
    Instant begin;
    Instant end;
    double interval;
    String intervalUnit = "";
    final List<Instant> times = new ArrayList<>();
    float[] values = new float[64];
    int count;
    final FileColumns file = new FileColumns();

    void value(double value) {
        if (count < MOST) {
            if (count == values.length) {
                values = java.util.Arrays.copyOf(values, 2 * count);
            }
            values[count++] = (float) value;
        }
    }

    /** The time a text is, {@code null} where it is none. */
    static Instant time(String text, ZoneId zone) {
        String t = text.strip();
        try {
            if (t.length() == 4) {
                return Year.parse(t).atDay(1).atStartOfDay(zone).toInstant();
            }
            if (t.length() == 7) {
                return YearMonth.parse(t).atDay(1).atStartOfDay(zone).toInstant();
            }
            if (t.length() == 10) {
                return LocalDate.parse(t).atStartOfDay(zone).toInstant();
            }
            String iso = t.replace(' ', 'T');
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return offset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The axis of the values, which are put on it; {@code null} where they have no times. */
    TimeAxis axis(ZoneId zone) {
        if (count == 0) {
            return null;
        }
        if (!times.isEmpty()) {
            return irregular(zone);
        }
        Duration step = step();
        return begin == null || step == null || step.isZero() || step.isNegative() ? null : new TimeAxis(begin, step, count, zone);
    }

    private Duration step() {
        double seconds = switch (intervalUnit.toLowerCase(Locale.ROOT)) {
            case "s", "second", "seconds", "sec" -> 1;
            case "min", "minute", "minutes" -> 60;
            case "h", "hour", "hours" -> 3600;
            case "d", "day", "days" -> 86_400;
            case "week", "weeks" -> 7 * 86_400;
            default -> Double.NaN;
        };
        if (interval > 0 && seconds == seconds) {
            return Duration.ofMillis(Math.round(1000 * seconds * interval));
        }
        // months and years differ in length, and some files give no interval: the values share the time there is
        return begin == null || end == null ? null : Duration.between(begin, end).dividedBy(Math.max(1, count));
    }

    /** Values at nearly equal distances, such as months, follow each other; others go to the steps of the shortest distance between two. */
    private TimeAxis irregular(ZoneId zone) {
        int n = Math.min(times.size(), count);
        Instant first = times.get(0);
        Instant last = first;
        for (int i = 0; i < n; i++) {
            first = times.get(i).isBefore(first) ? times.get(i) : first;
            last = times.get(i).isAfter(last) ? times.get(i) : last;
        }
        List<Instant> sorted = new ArrayList<>(times.subList(0, n));
        sorted.sort(null);
        Duration step = Duration.between(first, last);
        Duration longest = Duration.ZERO;
        for (int i = 1; i < n; i++) {
            Duration gap = Duration.between(sorted.get(i - 1), sorted.get(i));
            step = gap.isZero() || gap.compareTo(step) > 0 ? step : gap;
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        step = step.isZero() ? Duration.ofHours(1) : step;
        if (n > 1 && longest.toMillis() <= NEARLY * step.toMillis()) {
            return following(sorted, zone);
        }
        long steps = Duration.between(first, last).dividedBy(step) + 1;
        if (steps > MOST) {
            step = Duration.between(first, last).dividedBy(MOST - 1L);
            steps = MOST;
        }
        TimeAxis axis = new TimeAxis(first, step, (int) steps, zone);
        float[] placed = new float[axis.count()];
        java.util.Arrays.fill(placed, Float.NaN);
        for (int i = 0; i < n; i++) {
            placed[Math.min(axis.count() - 1, axis.indexOf(times.get(i)))] = values[i];
        }
        values = placed;
        count = placed.length;
        return axis;
    }

    private TimeAxis following(List<Instant> sorted, ZoneId zone) {
        int n = sorted.size();
        float[] ordered = new float[n];
        for (int i = 0; i < n; i++) {
            ordered[Collections.binarySearch(sorted, times.get(i))] = values[i];
        }
        values = ordered;
        count = n;
        return new TimeAxis(sorted.get(0), Duration.between(sorted.get(0), sorted.get(n - 1)).dividedBy(n - 1L), n, zone);
    }

    /** What people call it. */
    String title() {
        String name = !description.isEmpty() ? description : !use.isEmpty() ? use : attribute;
        return carrier.isEmpty() || name.contains(carrier) ? name : name + " (" + carrier + ")";
    }
}
