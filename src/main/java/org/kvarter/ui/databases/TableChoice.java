package org.kvarter.ui.databases;

import org.kvarter.series.store.QualitySource;

/**
 * What a person says of a table: columns, empty for none, and the rest.
 *
 * @param key     column of the features' ids in a layer
 * @param layerId layer whose features a series belongs to; empty for none
 * @param quality how it is known how values came about
 */
public record TableChoice(String title, String time, String place, String value, String geometry, String key, String unit, String zone, String layerId, QualitySource quality) {

    static final TableChoice NONE = new TableChoice("", "", "", "", "", "", "", "UTC", "", QualitySource.MEASURED);

    public TableChoice withTitle(String other) {
        return new TableChoice(other, time, place, value, geometry, key, unit, zone, layerId, quality);
    }

    public TableChoice withTime(String other) {
        return new TableChoice(title, other, place, value, geometry, key, unit, zone, layerId, quality);
    }

    public TableChoice withPlace(String other) {
        return new TableChoice(title, time, other, value, geometry, key, unit, zone, layerId, quality);
    }

    public TableChoice withValue(String other) {
        return new TableChoice(title, time, place, other, geometry, key, unit, zone, layerId, quality);
    }

    public TableChoice withGeometry(String other) {
        return new TableChoice(title, time, place, value, other, key, unit, zone, layerId, quality);
    }

    public TableChoice withKey(String other) {
        return new TableChoice(title, time, place, value, geometry, other, unit, zone, layerId, quality);
    }

    public TableChoice withUnit(String other) {
        return new TableChoice(title, time, place, value, geometry, key, other, zone, layerId, quality);
    }

    public TableChoice withZone(String other) {
        return new TableChoice(title, time, place, value, geometry, key, unit, other, layerId, quality);
    }

    public TableChoice withLayer(String other) {
        return new TableChoice(title, time, place, value, geometry, key, unit, zone, other, quality);
    }

    public TableChoice withQuality(QualitySource other) {
        return new TableChoice(title, time, place, value, geometry, key, unit, zone, layerId, other);
    }

    /** Whether a series can come of it. */
    public boolean isSeries() {
        return !title.isBlank() && !time.isEmpty() && !place.isEmpty() && !value.isEmpty();
    }

    /** Whether a layer can come of it. */
    public boolean isLayer() {
        return !title.isBlank() && !geometry.isEmpty();
    }
}
