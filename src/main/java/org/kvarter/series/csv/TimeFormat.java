package org.kvarter.series.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way of writing times. Immutable and thread-safe.
 *
 * <p>{@code ISO} stands for ISO 8601 with {@code T} or a blank, with or without seconds and offset; other names are patterns of {@link
 * DateTimeFormatter}, tried in the order of {@link #candidates()}: where day and month cannot be told apart, the European order wins.
 */
public final class TimeFormat {

    /** Name of ISO 8601. */
    public static final String ISO = "ISO";

    private static final DateTimeFormatter ISO_FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendPattern("['T'][ ]H:mm[:ss]").appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart().appendLiteral(' ').optionalEnd()
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HH", "Z").optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final List<String> PATTERNS = List.of(ISO, "d.M.yyyy H:mm[:ss]", "d/M/yyyy H:mm[:ss]", "M/d/yyyy H:mm[:ss]",
            "d-M-yyyy H:mm[:ss]", "yyyy/M/d H:mm[:ss]", "yyyyMMdd H:mm[:ss]", "yyyyMMddHHmm", "yyyyMMddHH", "d.M.yyyy H.mm[.ss]",
            "yyyyMMdd:HHmm", "yyyyMMdd'T'HHmm[ss]['Z']", "yyyy-MM-dd H.mm[.ss]", "yyyy-MM-dd'T'H", "yyyy-MM-dd H", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy",
            "yyyy/M/d", "yyyyMMdd", "M/d/yyyy h:mm[:ss] a", "d.M.yy H:mm[:ss]", "d/M/yy H:mm[:ss]", "M/d/yy H:mm[:ss]", "d MMM yyyy H:mm[:ss]", "d-MMM-yyyy H:mm[:ss]", "d MMM yyyy",
            "yyyy-MM", "MM/yyyy");

    private static final List<TimeFormat> CANDIDATES = PATTERNS.stream().map(TimeFormat::of).toList();

    private final String name;
    private final DateTimeFormatter formatter;

    private TimeFormat(String name, DateTimeFormatter formatter) {
        this.name = name;
        this.formatter = formatter;
    }

    /** The format of that name. */
    public static TimeFormat of(String name) {
        return new TimeFormat(name, name.equals(ISO) ? ISO_FORMAT
                : (isMonth(name) ? new DateTimeFormatterBuilder().parseDefaulting(ChronoField.DAY_OF_MONTH, 1) : new DateTimeFormatterBuilder())
                .parseCaseInsensitive().appendPattern(name).toFormatter(name.contains("MMM") || name.endsWith(" a") ? Locale.ENGLISH : Locale.ROOT));
    }

    /** Whether it names months, which then begin on their first day. */
    private static boolean isMonth(String name) {
        return name.indexOf('d') < 0 && !name.equals(ISO);
    }

    /** All known ways, likeliest first. */
    public static List<TimeFormat> candidates() {
        return CANDIDATES;
    }

    /** The first way in which all of {@code samples} can be read. */
    public static Optional<TimeFormat> recognise(List<String> samples) {
        return samples.isEmpty() ? Optional.empty()
                : candidates().stream().filter(f -> samples.stream().allMatch(s -> f.parse(s).isPresent())).findFirst();
    }

    public String name() {
        return name;
    }

    /**
     * A time as written.
     *
     * @param local  date and time of day
     * @param offset offset from UTC where the text has one
     */
    public record Written(LocalDateTime local, Optional<ZoneOffset> offset) {
    }

    /** Reads a text; empty where it is no time of this format. {@code 24:00} is the next day's midnight. */
    public Optional<Written> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < 7 || trimmed.length() > 40 || !mayBeTime(trimmed)) {
            return Optional.empty();
        }
        boolean midnight = trimmed.endsWith("24:00") || trimmed.contains("24:00:00");
        try {
            TemporalAccessor parsed = formatter.parse(midnight ? trimmed.replace("24:00", "00:00") : trimmed);
            LocalDate date = LocalDate.from(parsed);
            LocalDateTime local = parsed.isSupported(ChronoField.MINUTE_OF_DAY) ? LocalDateTime.from(parsed) : date.atStartOfDay();
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            boolean utc = offset == null && name.endsWith("['Z']") && trimmed.endsWith("Z");
            return Optional.of(new Written(midnight ? local.plusDays(1) : local, Optional.ofNullable(utc ? ZoneOffset.UTC : offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A cheap look before a parser's exception is paid for: times begin with a digit. */
    private static boolean mayBeTime(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9';
    }

    /** The instant of an offset time, for tests and previews. */
    static long epochSecond(Written written, ZoneOffset otherwise) {
        return OffsetDateTime.of(written.local(), written.offset().orElse(otherwise)).toEpochSecond();
    }
}
