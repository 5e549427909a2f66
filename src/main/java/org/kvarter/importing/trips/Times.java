package org.kvarter.importing.trips;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times of places as ISO 8601 writes them (W3C's xsd:dateTime, which GPX and KML use). Stateless. */
public final class Times {

    /** Trips of one layer lie within five years, seconds: times are kept in tenths of a second. */
    public static final double MOST_APART = 1.6e8;

    private static final int LONGEST = 40;

    private Times() {
    }

    /** Seconds since 1970 of a time or a day, in UTC where no zone is stated; NaN for anything else, {@code null} included. */
    public static double seconds(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return Double.NaN;
        }
        try {
            if (text.indexOf('T') < 0) {
                return seconds(LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? seconds(OffsetDateTime.parse(text)) : seconds(LocalDateTime.parse(text).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static double seconds(OffsetDateTime time) {
        return time.toEpochSecond() + time.getNano() * 1e-9;
    }
}
