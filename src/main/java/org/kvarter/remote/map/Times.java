package org.kvarter.remote.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Times as services write them: ISO 8601 with or without an offset, dates, seconds or milliseconds since 1970, and PVGIS's own form. */
final class Times {

    /** Beyond this, a number counts milliseconds: as seconds it would lie after the year 5000. */
    private static final double MILLISECONDS = 1e11;
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS]xx"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][.SSSSSS][.SSS][ ][XXX][xx]"),
            DateTimeFormatter.ofPattern("yyyyMMdd:HHmm"),
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss[X]"),
            DateTimeFormatter.ofPattern("yyyyMMddHHmm"),
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("yyyyMMdd"));

    private Times() {
    }

    /**
     * The time in a node.
     *
     * @param zone of times that state none
     * @throws DateTimeException where there is none
     */
    static Instant of(JsonNode node, ZoneId zone) {
        if (node.isNumber()) {
            return ofNumber(node.asDouble());
        }
        String text = node.isTextual() ? node.asText().strip() : "";
        // an interval stands for its beginning, as SensorThings writes phenomena
        int slash = text.indexOf('/');
        String one = slash > 0 ? text.substring(0, slash) : text;
        if (one.matches("\\d{9,10}(\\.\\d+)?|\\d{13}")) {
            return ofNumber(Double.parseDouble(one));
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                TemporalAccessor read = form.parseBest(one, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return read instanceof OffsetDateTime exact ? exact.toInstant()
                        : read instanceof LocalDateTime local ? local.atZone(zone).toInstant() : ((LocalDate) read).atStartOfDay(zone).toInstant();
            } catch (DateTimeException e) {
                continue; // the next form may fit
            }
        }
        throw new DateTimeException(text);
    }

    private static Instant ofNumber(double number) {
        if (!(Math.abs(number) < 1e14)) {
            throw new DateTimeException(Double.toString(number));
        }
        return Instant.ofEpochMilli(Math.round(Math.abs(number) >= MILLISECONDS ? number : number * 1000));
    }

    /** Whether a node looks like a time; numbers only where they lie between 2000 and 2100. */
    static boolean isTime(JsonNode node) {
        try {
            Instant time = of(node, java.time.ZoneOffset.UTC);
            return !time.isBefore(Instant.parse("1900-01-01T00:00:00Z")) && time.isBefore(Instant.parse("2100-01-01T00:00:00Z"))
                    && (!node.isNumber() || time.isAfter(Instant.parse("2000-01-01T00:00:00Z")));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
