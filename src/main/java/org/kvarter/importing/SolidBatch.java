package org.kvarter.importing;

import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.text.LocalText;

/**
 * Features with surfaces in space, in source coordinates (east or longitude, north or latitude, height).
 *
 * @param layer    name of the layer within the source: batches of one name are appended
 * @param titles   what people call it, by language
 * @param kind     what it shows
 * @param heights  what the heights are measured from
 * @param crs      coordinate reference system of this layer where it differs from the source's, else empty
 * @param features one row per feature
 * @param polygons polygons by feature row; given away
 */
public record SolidBatch(String layer, LocalText titles, LayerKind kind, HeightReference heights, String crs, FeatureTable features,
                         PolygonSet polygons) {

    /** The same, called by words whose language is not stated. */
    public SolidBatch(String layer, String title, LayerKind kind, HeightReference heights, String crs, FeatureTable features,
                      PolygonSet polygons) {
        this(layer, LocalText.of(title), kind, heights, crs, features, polygons);
    }

    /** A batch in the source's own system. */
    public SolidBatch(String layer, LocalText titles, LayerKind kind, HeightReference heights, FeatureTable features, PolygonSet polygons) {
        this(layer, titles, kind, heights, "", features, polygons);
    }

    /** A batch in the source's own system, called by words whose language is not stated. */
    public SolidBatch(String layer, String title, LayerKind kind, HeightReference heights, FeatureTable features, PolygonSet polygons) {
        this(layer, LocalText.of(title), kind, heights, "", features, polygons);
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
