package org.kvarter.model;

import java.util.List;

/**
 * The shape of the ground.
 *
 * @param id          distinct in the district
 * @param title       what people call it
 * @param source      where it comes from
 * @param terrain     heights in the local frame
 * @param diagnostics what was left out and why
 */
public record TerrainLayer(String id, String title, SourceRef source, Terrain terrain, List<Diagnostic> diagnostics) implements Layer {

    public TerrainLayer {
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public TerrainLayer withTitle(String other) {
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
