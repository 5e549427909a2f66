package org.kvarter.importing;

import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.locationtech.jts.geom.Geometry;

/**
 * Flat features in source coordinates.
 *
 * @param layer      name of the layer within the source: batches of one name are appended
 * @param title      what people call the layer
 * @param kind       what it shows
 * @param crs        coordinate reference system of this layer where it differs from the source's, else empty
 * @param features   one row per feature
 * @param geometries one per feature, {@code null} where it has none; given away
 */
public record VectorBatch(String layer, String title, LayerKind kind, String crs, FeatureTable features, Geometry[] geometries) {
}
