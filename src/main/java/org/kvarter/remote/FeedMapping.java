package org.kvarter.remote;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * What of a JSON answer is taken, by JSON pointers (RFC 6901). All pointers but {@code records} start at a record, or with a {@code #} before
 * them at the page, as for the place and the units of a course of time; empty ones are not asked for.
 *
 * @param records   pointer from the page to its records
 * @param layout    how the records lie there
 * @param id        names the place; empty for the record's key, for one place with a course of time, or else the record's number
 * @param name      what people call the place
 * @param time      when the value was measured; empty for the time it was fetched
 * @param zone      zone of times that state none, as {@code Europe/Stockholm}; empty for UTC
 * @param value     a number, a number in quotes or a truth value
 * @param unitAt    pointer to the unit
 * @param unit      the unit where the records do not tell it
 * @param latitude  degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param geometry  a GeoJSON geometry, in place of latitude and longitude
 * @param quantity  what is measured, free text
 */
public record FeedMapping(String records, Layout layout, String id, String name, String time, String zone, String value, String unitAt,
                          String unit, String latitude, String longitude, String geometry, String quantity) {

    /** How records lie in a page. */
    public enum Layout {
        /** An array, one entry a record. */
        LIST,
        /** An object, one value a record, its key the record's id. */
        MAP,
        /** One object is the only record. */
        ONE,
        /** An object of arrays of one length: the n-th entries of all are record n. */
        COLUMNS
    }

    /** Takes nothing yet. */
    public static final FeedMapping EMPTY = new FeedMapping("", Layout.LIST, "", "", "", "", "", "", "", "", "", "", "");

    public FeedMapping {
        records = text(records);
        layout = Objects.requireNonNullElse(layout, Layout.LIST);
        id = text(id);
        name = text(name);
        time = text(time);
        zone = text(zone);
        value = text(value);
        unitAt = text(unitAt);
        unit = text(unit);
        latitude = text(latitude);
        longitude = text(longitude);
        geometry = text(geometry);
        quantity = text(quantity);
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /** Whether a pointer starts at the page rather than at a record. */
    public static boolean isOfPage(String pointer) {
        return pointer.startsWith("#");
    }

    /** Whether all records are of one place: they say none, or the page says it for them. */
    public boolean isOnePlace() {
        return !hasPlace() || isOfPage(geometry) || geometry.isEmpty() && isOfPage(latitude) && isOfPage(longitude);
    }

    /** Whether the records say where they are. */
    public boolean hasPlace() {
        return !geometry.isEmpty() || !latitude.isEmpty() && !longitude.isEmpty();
    }

    /** The zone of times that state none; UTC where it is not understood. */
    public ZoneId zoneId() {
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
