package org.kvarter.model;

import java.util.List;
import org.kvarter.text.LocalText;

/**
 * The shape of the ground.
 *
 * @param id          distinct in the district
 * @param titles      what people call it, by language
 * @param source      where it comes from
 * @param terrain     heights in the local frame
 * @param diagnostics what was left out and why
 */
public record TerrainLayer(String id, LocalText titles, SourceRef source, Terrain terrain, List<Diagnostic> diagnostics) implements Layer {

    public TerrainLayer {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The same, called by words whose language is not stated. */
    public TerrainLayer(String id, String title, SourceRef source, Terrain terrain, List<Diagnostic> diagnostics) {
        this(id, LocalText.of(title), source, terrain, diagnostics);
    }

    @Override
    public TerrainLayer withTitles(LocalText other) {
        return new TerrainLayer(id, other, source, terrain, diagnostics);
    }

    @Override
    public LayerKind kind() {
        return LayerKind.TERRAIN;
    }

    @Override
    public FeatureTable features() {
        return FeatureTable.empty();
    }

    @Override
    public Bounds bounds() {
        return terrain.bounds();
    }
}
