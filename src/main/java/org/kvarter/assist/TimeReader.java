package org.kvarter.assist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.series.csv.LocalTimes;
import org.kvarter.series.csv.Numbers;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/**
 * The instants of a table's rows, in the order of the rows. One use, one thread.
 *
 * <p>Of the hour that autumn doubles, a place's first appearance is the earlier one, unless its rows run backwards. Local times in the hour that
 * spring skips give a file away that does not follow daylight saving; files that name the end of intervals may double 03:00 instead of 02:00.
 * Both are only known after a first reading, so that it {@link #learned} something and the table is read once more.
 */
final class TimeReader {

    /** No time. */
    static final long NONE = Long.MIN_VALUE;

    private static final LocalDateTime SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final int CACHED = 100_000;

    /**
     * What a first reading found out.
     *
     * @param standardTime whether local times do not follow daylight saving
     * @param lateEdge     whether the end of autumn's doubled hour is doubled rather than its beginning
     * @param skipped      the time that gave standard time away; {@code null} where none did
     */
    record Learned(boolean standardTime, boolean lateEdge, LocalDateTime skipped) {

        static final Learned NOTHING = new Learned(false, false, null);
    }

    private final TimeRules rules;
    private final ZoneId zone;
    private final Learned known;
    private final boolean comma;
    private final int time;
    private final int clock;
    private final TimeFormat format;
    private final PartsOfTime parts;
    private final Map<String, Optional<TimeFormat.Written>> written = new HashMap<>();
    private final Set<String> doubledSeen = new HashSet<>();
    private final Set<String> edgeSeen = new HashSet<>();
    private LocalTimes localTimes;
    private boolean lateEdge;
    private long[] last = new long[16];

    TimeReader(ImportRecipe recipe, TableSource source, Learned known) {
        this.rules = recipe.time();
        this.zone = ZoneId.of(rules.zone());
        this.known = known;
        this.comma = source.decimalComma();
        this.time = index(recipe, source, ColumnRole.TIME);
        this.clock = index(recipe, source, ColumnRole.CLOCK);
        String pattern = rules.pattern().isEmpty() && time >= 0 ? source.columns().get(time).timePattern() : rules.pattern();
        this.format = formatOf(pattern);
        this.parts = rules.form() == TimeRules.Form.PARTS ? new PartsOfTime(recipe, source) : null;
        Arrays.fill(last, NONE);
    }

    private static TimeFormat formatOf(String pattern) {
        try {
            return TimeFormat.of(pattern.isEmpty() ? TimeFormat.ISO : pattern);
        } catch (IllegalArgumentException e) {
            return TimeFormat.of(TimeFormat.ISO);
        }
    }

    static int index(ImportRecipe recipe, TableSource source, ColumnRole role) {
        List<ColumnUse> uses = recipe.of(role);
        return uses.isEmpty() ? -1 : source.column(uses.get(0).column()).map(TableColumn::index).orElse(-1);
    }

    /** The row's time, epoch seconds; {@link #NONE} where it has none that can be read. @param place a number of whose row it is */
    long read(TableRow row, int place) {
        Object cell = row.cell(time);
        long instant;
        try {
            instant = cell instanceof Instant i ? i.getEpochSecond() : numeric(cell).orElseGet(() -> local(row, cell, place));
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
        if (place >= last.length) {
            int from = last.length;
            last = Arrays.copyOf(last, Math.max(place + 1, 2 * from));
            Arrays.fill(last, from, last.length, NONE);
        }
        if (instant != NONE) {
            last[place] = instant;
        }
        return instant;
    }

    /** Time of the place's row before, epoch seconds; {@link #NONE} for the first. */
    long before(int place) {
        return place < last.length ? last[place] : NONE;
    }

    private Optional<Long> numeric(Object cell) {
        boolean epoch = rules.form() == TimeRules.Form.EPOCH_SECONDS || rules.form() == TimeRules.Form.EPOCH_MILLIS;
        if (!epoch) {
            return Optional.empty();
        }
        double number = number(cell);
        if (Double.isNaN(number)) {
            return Optional.of(NONE);
        }
        long seconds = (long) Math.floor(rules.form() == TimeRules.Form.EPOCH_MILLIS ? number / 1000 : number);
        return Optional.of(Math.abs(seconds) > 1e11 ? NONE : seconds);
    }

    private double number(Object cell) {
        return cell instanceof Number n ? n.doubleValue() : cell == null ? Double.NaN : Numbers.parse(cell.toString().strip(), comma);
    }

    private long local(TableRow row, Object cell, int place) {
        LocalDateTime local;
        if (parts != null) {
            local = parts.read(row);
        } else if (rules.form() == TimeRules.Form.SPREADSHEET_DAYS && !(cell instanceof LocalDateTime)) {
            double days = number(cell);
            local = days > 0 && days < 200_000 ? SPREADSHEET_ZERO.plusSeconds(Math.round(days * 86_400)) : null;
        } else if (cell instanceof LocalDateTime known) {
            local = known;
        } else if (cell instanceof LocalDate date) {
            local = date.atStartOfDay();
        } else {
            Optional<TimeFormat.Written> text = cell == null ? Optional.empty() : parsed(row.text(time));
            if (text.isEmpty()) {
                return NONE;
            }
            if (text.get().offset().isPresent() && clock < 0) {
                return text.get().local().toEpochSecond(text.get().offset().get());
            }
            local = text.get().local();
        }
        if (local != null && clock >= 0) {
            local = withClock(local, row.cell(clock));
        }
        return local == null ? NONE : instant(local, place);
    }

    private Optional<TimeFormat.Written> parsed(String text) {
        Optional<TimeFormat.Written> found = written.get(text);
        if (found == null) {
            found = format.parse(text);
            if (written.size() > CACHED) {
                written.clear();
            }
            written.put(text, found);
        }
        return found;
    }

    /** A date with a time of day; 24:00 is the end of the day. */
    private static LocalDateTime withClock(LocalDateTime date, Object cell) {
        if (cell instanceof LocalDateTime at) {
            return date.toLocalDate().atTime(at.toLocalTime());
        }
        if (cell instanceof Number n && n.doubleValue() >= 0 && n.doubleValue() < 1) {
            return date.toLocalDate().atTime(LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(n.doubleValue() * 86_400))));
        }
        // 00-01 and 13:00–14:00 name an hour by its beginning
        String text = cell == null ? "" : cell.toString().strip().replace('.', ':').replaceFirst("\\s*[-–].*$", "");
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?(?:\\s*([AaPp])[Mm])?").matcher(text);
        if (!m.matches()) {
            return null;
        }
        int hour = Integer.parseInt(m.group(1));
        int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        if (m.group(4) != null) {
            hour = hour % 12 + (m.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        return hour > 24 || minute > 59 || hour == 24 && minute > 0 ? null
                : date.toLocalDate().atStartOfDay().plusHours(hour).plusMinutes(minute).plusSeconds(m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    }

    private long instant(LocalDateTime local, int place) {
        if (zone instanceof ZoneOffset fixed) {
            return local.toEpochSecond(fixed);
        }
        if (localTimes == null) {
            localTimes = new LocalTimes(zone, local);
            if (known.standardTime) {
                localTimes.notice(known.skipped);
            }
        }
        localTimes.notice(local);
        if (localTimes.isDoubled(local)) {
            return doubled(local, place);
        }
        if (rules.label() == TimeRules.Label.END && !localTimes.isStandardTimeOnly()) {
            ZoneOffsetTransition edge = zone.getRules().previousTransition(local.atZone(zone).toInstant().plusSeconds(1));
            if (edge != null && edge.isOverlap() && edge.getDateTimeBefore().equals(local)) {
                boolean first = edgeSeen.add(local + " " + place);
                lateEdge |= !first;
                return first && known.lateEdge ? edge.getInstant().getEpochSecond() : localTimes.instant(local).getEpochSecond();
            }
        }
        return localTimes.instant(local).getEpochSecond();
    }

    private long doubled(LocalDateTime local, int place) {
        long earlier = localTimes.instant(local).getEpochSecond();
        long later = localTimes.laterInstant(local).getEpochSecond();
        String mark = local + " " + place;
        if (doubledSeen.add(mark)) {
            boolean backwards = before(place) != NONE && before(place) > later;
            if (backwards) {
                doubledSeen.add("<" + mark);
            }
            return backwards ? later : earlier;
        }
        return doubledSeen.contains("<" + mark) ? earlier : later;
    }

    /** What this reading found out that it did not know before; empty where reading once more would give the same. */
    Optional<Learned> learned() {
        boolean standard = localTimes != null && localTimes.isStandardTimeOnly();
        Learned now = new Learned(standard, known.lateEdge || lateEdge, standard ? localTimes.skippedHour() : null);
        return now.standardTime != known.standardTime || now.lateEdge != known.lateEdge ? Optional.of(now) : Optional.empty();
    }
}
