package org.kvarter.importing;

import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.text.LocalText;
import org.locationtech.jts.geom.Geometry;

/**
 * How much goes where. Its courses are found once all layers are there.
 *
 * @param layer    name of the layer within the source
 * @param titles   what people call it, by language
 * @param features one row per site and direction, or per pair of zones
 * @param form     how it is drawn
 * @param side     on which side of the street one goes
 * @param limit    how far from a site its street may lie, metres
 * @param argb     colour of the layer
 * @param places   points in source coordinates, {@code null} where the source does not say; given away
 * @param flows    how much
 */
public record FlowBatch(String layer, LocalText titles, FeatureTable features, FlowLayer.Form form, FlowLayer.Side side, double limit, int argb,
                        Geometry[] places, Flows flows) {

    /** The same, called by words whose language is not stated. */
    public FlowBatch(String layer, String title, FeatureTable features, FlowLayer.Form form, FlowLayer.Side side, double limit,
                     int argb, Geometry[] places, Flows flows) {
        this(layer, LocalText.of(title), features, form, side, limit, argb, places, flows);
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
