package org.kvarter.model;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Flat features that lie on the ground: streets, water, plots, points.
 *
 * @param id          distinct in the district
 * @param title       what people call it
 * @param kind        what it shows
 * @param source      where it comes from
 * @param features    one row per feature
 * @param geometries  one per feature in the local frame, metres; {@code null} where a feature has none; not copied
 * @param bounds      around all
 * @param diagnostics what was left out and why
 */
public record VectorLayer(String id, String title, LayerKind kind, SourceRef source, FeatureTable features, Geometry[] geometries,
                          Bounds bounds, List<Diagnostic> diagnostics) implements Layer {

    public VectorLayer {
        diagnostics = List.copyOf(diagnostics);
        if (geometries.length != features.size()) {
            throw new IllegalArgumentException("one geometry per feature expected");
        }
    }

    @Override
    public VectorLayer withTitle(String other) {
        return new VectorLayer(id, other, kind, source, features, geometries, bounds, diagnostics);
    }
}
