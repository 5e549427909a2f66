package org.kvarter.series.store;

import java.util.Objects;
import org.kvarter.series.TimeAxis;
import org.kvarter.text.LocalText;

/**
 * What a store knows of one of its series.
 *
 * @param id       distinct in the store
 * @param titles   what people call it, by language
 * @param quantity what is measured, free text
 * @param unit     unit of one value as people write it
 * @param axis     the time axis
 * @param places   number of places
 * @param rows     number of values that are there
 * @param source   where it came from, free text: a file's name, a table
 */
public record StoredSeries(String id, LocalText titles, String quantity, String unit, TimeAxis axis, int places, long rows, String source) {

    public StoredSeries {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(titles, "titles");
        Objects.requireNonNull(axis, "axis");
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
