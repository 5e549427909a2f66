package org.kvarter.series.csv;

import java.util.Objects;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.text.LocalText;

/**
 * Where a series of the project comes from and which features it belongs to: enough to read it again.
 *
 * @param seriesId     id of the series
 * @param titles       what people call it, by language
 * @param quantity     what is measured, free text
 * @param origin       what it is read from
 * @param layerId      layer whose features it is joined to
 * @param keyAttribute attribute compared with the series' keys; empty for the feature id
 */
public record SeriesSource(String seriesId, LocalText titles, String quantity, SeriesOrigin origin, String layerId, String keyAttribute) {

    public SeriesSource {
        Objects.requireNonNull(seriesId, "seriesId");
        titles = Objects.requireNonNullElse(titles, LocalText.EMPTY);
        quantity = Objects.requireNonNullElse(quantity, "");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(layerId, "layerId");
        Objects.requireNonNull(keyAttribute, "keyAttribute");
    }

    /** A series of a CSV file. */
    public SeriesSource(String seriesId, LocalText titles, String quantity, String file, CsvFormat format, String layerId,
                        String keyAttribute) {
        this(seriesId, titles, quantity, new SeriesOrigin.CsvFile(file, format), layerId, keyAttribute);
    }

    /** The same, called by words whose language is not stated. */
    public SeriesSource(String seriesId, String title, String quantity, String file, CsvFormat format, String layerId,
                        String keyAttribute) {
        this(seriesId, LocalText.of(title), quantity, file, format, layerId, keyAttribute);
    }

    /** The file it is read from, absolute or relative to the project; empty for a database. */
    public String file() {
        return origin.file();
    }

    /** This source found under another path. */
    public SeriesSource withFile(String other) {
        return new SeriesSource(seriesId, titles, quantity, origin.withFile(other), layerId, keyAttribute);
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
