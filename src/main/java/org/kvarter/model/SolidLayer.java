package org.kvarter.model;

import java.util.List;
import org.kvarter.text.LocalText;

/**
 * Features with surfaces in space: buildings, bridges, extruded footprints. The triangles live beside it, in tiles of {@code mesh}.
 *
 * @param id            distinct in the district
 * @param titles        what people call it, by language
 * @param kind          what it shows
 * @param source        where it comes from
 * @param features      one row per feature
 * @param featureBounds 6 × n local boxes: minimum east, north, up, maximum east, north, up; NaN for a feature without geometry
 * @param bounds        around all
 * @param partCount     number of parts in all tiles
 * @param diagnostics   what was left out and why
 */
public record SolidLayer(String id, LocalText titles, LayerKind kind, SourceRef source, FeatureTable features, float[] featureBounds,
                         Bounds bounds, int partCount, List<Diagnostic> diagnostics) implements Layer {

    public SolidLayer {
        diagnostics = List.copyOf(diagnostics);
        if (featureBounds.length != 6 * features.size()) {
            throw new IllegalArgumentException("six bounds per feature expected");
        }
    }

    /** The same, called by words whose language is not stated. */
    public SolidLayer(String id, String title, LayerKind kind, SourceRef source, FeatureTable features, float[] featureBounds,
                      Bounds bounds, int partCount, List<Diagnostic> diagnostics) {
        this(id, LocalText.of(title), kind, source, features, featureBounds, bounds, partCount, diagnostics);
    }

    @Override
    public SolidLayer withTitles(LocalText other) {
        return new SolidLayer(id, other, kind, source, features, featureBounds, bounds, partCount, diagnostics);
    }

    /** This layer with other attributes of the same features. */
    public SolidLayer withFeatures(FeatureTable other) {
        return new SolidLayer(id, titles, kind, source, other, featureBounds, bounds, partCount, diagnostics);
    }

    /** Local box of one feature; empty where it has no geometry. */
    public Bounds boundsOf(int feature) {
        int at = 6 * feature;
        return Float.isNaN(featureBounds[at]) ? Bounds.EMPTY : new Bounds(featureBounds[at], featureBounds[at + 1],
                featureBounds[at + 2], featureBounds[at + 3], featureBounds[at + 4], featureBounds[at + 5]);
    }
}
