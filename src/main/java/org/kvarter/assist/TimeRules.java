package org.kvarter.assist;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How the times of a table become instants.
 *
 * @param zone    of local times ({@code Europe/Stockholm}, {@code UTC}, {@code +01:00}); where people read the series
 * @param label   what of an interval a time names
 * @param form    how times are written
 * @param pattern of texts, see {@link org.kvarter.series.csv.TimeFormat}; empty to recognise
 * @param year    year of times without one; 0 where the table has years
 */
public record TimeRules(String zone, Label label, Form form, String pattern, int year) {

    /** What of an interval a time names. */
    public enum Label {
        START, END
    }

    /** How times are written. */
    public enum Form {
        /** Texts, or dates that the format itself knows. */
        WRITTEN,
        /** Numbers of year, month, day and hour in columns of their own. */
        PARTS,
        /** Seconds since 1970, UTC. */
        EPOCH_SECONDS,
        /** Milliseconds since 1970, UTC. */
        EPOCH_MILLIS,
        /** Days since 30 December 1899, local, as spreadsheets count (system 1900). */
        SPREADSHEET_DAYS
    }

    public TimeRules {
        zone = Objects.requireNonNullElse(zone, "UTC");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(zone, e);
        }
        label = Objects.requireNonNullElse(label, Label.START);
        form = Objects.requireNonNullElse(form, Form.WRITTEN);
        pattern = Objects.requireNonNullElse(pattern, "");
    }

    /** Written times that name the beginning of their intervals. */
    public static TimeRules in(ZoneId zone) {
        return new TimeRules(zone.getId(), Label.START, Form.WRITTEN, "", 0);
    }

    public TimeRules withZone(String other) {
        return new TimeRules(other, label, form, pattern, year);
    }

    public TimeRules withLabel(Label other) {
        return new TimeRules(zone, other, form, pattern, year);
    }

    public TimeRules withForm(Form other) {
        return new TimeRules(zone, label, other, pattern, year);
    }

    public TimeRules withPattern(String other) {
        return new TimeRules(zone, label, form, other, year);
    }

    public TimeRules withYear(int other) {
        return new TimeRules(zone, label, form, pattern, other);
    }
}
