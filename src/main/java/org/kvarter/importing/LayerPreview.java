package org.kvarter.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.model.LayerKind;

/**
 * A layer of a source before it is read: what a person sees and may change in the import dialog. Choices go back as
 * {@link ReadOptions#settings}: {@code kind.LAYER}, {@code heightAttribute.LAYER}, {@code storeysAttribute.LAYER},
 * {@code metresPerStorey.LAYER}, {@code defaultHeight.LAYER}, each also without {@code .LAYER} for all layers.
 *
 * @param layer      name within the source
 * @param title      what people call it
 * @param geometry   name of the geometry type: {@code Point}, {@code MultiPolygon}, {@code Geometry} for mixed ones
 * @param features   number of features, −1 where it is not known without reading all
 * @param crs        coordinate reference system as the source spells it, empty where it states none
 * @param kind       what it is taken for
 * @param kindReason why, one sentence in the display language
 * @param attributes in the source's order
 * @param heights    attributes from which footprints could be raised, the best first; the first of each measure is what is used
 */
public record LayerPreview(String layer, String title, String geometry, long features, Optional<String> crs, LayerKind kind,
                           String kindReason, List<AttributePreview> attributes, List<HeightCandidate> heights) {

    public LayerPreview {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(geometry, "geometry");
        Objects.requireNonNull(crs, "crs");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(kindReason, "kindReason");
        attributes = List.copyOf(attributes);
        heights = List.copyOf(heights);
    }
}
