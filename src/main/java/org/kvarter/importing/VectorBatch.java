package org.kvarter.importing;

import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.text.LocalText;
import org.locationtech.jts.geom.Geometry;

/**
 * Flat features in source coordinates.
 *
 * @param layer      name of the layer within the source: batches of one name are appended
 * @param titles     what people call it, by language
 * @param kind       what it shows
 * @param crs        coordinate reference system of this layer where it differs from the source's, else empty
 * @param features   one row per feature
 * @param geometries one per feature, {@code null} where it has none; given away
 */
public record VectorBatch(String layer, LocalText titles, LayerKind kind, String crs, FeatureTable features, Geometry[] geometries) {

    /** The same, called by words whose language is not stated. */
    public VectorBatch(String layer, String title, LayerKind kind, String crs, FeatureTable features, Geometry[] geometries) {
        this(layer, LocalText.of(title), kind, crs, features, geometries);
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
