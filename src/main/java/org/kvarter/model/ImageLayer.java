package org.kvarter.model;

import java.util.List;

/**
 * A picture that lies on the ground, resampled to the local frame: north up, square cells.
 *
 * @param id          distinct in the district
 * @param title       what people call it
 * @param source      where it comes from
 * @param west        local east of the left edge, metres
 * @param north       local north of the upper edge, metres
 * @param cell        edge of a cell, metres
 * @param width       cells from west to east
 * @param height      cells from north to south
 * @param argb        colours row by row from the north, alpha 0 where there is no data; not copied
 * @param diagnostics what was left out and why
 */
public record ImageLayer(String id, String title, SourceRef source, double west, double north, double cell, int width, int height,
                         int[] argb, List<Diagnostic> diagnostics) implements Layer {

    public ImageLayer {
        diagnostics = List.copyOf(diagnostics);
        if (argb.length != width * height || !(cell > 0)) {
            throw new IllegalArgumentException("an image needs width × height colours and a positive cell");
        }
    }

    @Override
    public ImageLayer withTitle(String other) {
        return new ImageLayer(id, other, source, west, north, cell, width, height, argb, diagnostics);
    }

    @Override
    public LayerKind kind() {
        return LayerKind.IMAGE;
    }

    @Override
    public FeatureTable features() {
        return FeatureTable.empty();
    }

    @Override
    public Bounds bounds() {
        return new Bounds(west, north - height * cell, 0, west + width * cell, north, 0);
    }
}
