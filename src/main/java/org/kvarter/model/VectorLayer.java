package org.kvarter.model;

import java.util.List;
import org.kvarter.text.LocalText;
import org.locationtech.jts.geom.Geometry;

/**
 * Flat features that lie on the ground: streets, water, plots, points.
 *
 * @param id          distinct in the district
 * @param titles      what people call it, by language
 * @param kind        what it shows
 * @param source      where it comes from
 * @param features    one row per feature
 * @param geometries  one per feature in the local frame, metres; {@code null} where a feature has none; not copied
 * @param bounds      around all
 * @param diagnostics what was left out and why
 */
public record VectorLayer(String id, LocalText titles, LayerKind kind, SourceRef source, FeatureTable features, Geometry[] geometries,
                          Bounds bounds, List<Diagnostic> diagnostics) implements Layer {

    public VectorLayer {
        diagnostics = List.copyOf(diagnostics);
        if (geometries.length != features.size()) {
            throw new IllegalArgumentException("one geometry per feature expected");
        }
    }

    /** The same, called by words whose language is not stated. */
    public VectorLayer(String id, String title, LayerKind kind, SourceRef source, FeatureTable features, Geometry[] geometries,
                       Bounds bounds, List<Diagnostic> diagnostics) {
        this(id, LocalText.of(title), kind, source, features, geometries, bounds, diagnostics);
    }

    /** This layer with other attributes of the same features. */
    public VectorLayer withFeatures(FeatureTable other) {
        return new VectorLayer(id, titles, kind, source, other, geometries, bounds, diagnostics);
    }

    @Override
    public VectorLayer withTitles(LocalText other) {
        return new VectorLayer(id, other, kind, source, features, geometries, bounds, diagnostics);
    }
}
