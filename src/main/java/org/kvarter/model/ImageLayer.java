package org.kvarter.model;

import java.util.List;
import org.kvarter.text.LocalText;

/**
 * A picture that lies on the ground, resampled to the local frame: north up, square cells.
 *
 * @param id          distinct in the district
 * @param titles      what people call it, by language
 * @param source      where it comes from
 * @param west        local east of the left edge, metres
 * @param north       local north of the upper edge, metres
 * @param cell        edge of a cell, metres
 * @param width       cells from west to east
 * @param height      cells from north to south
 * @param argb        colours row by row from the north, alpha 0 where there is no data; not copied
 * @param diagnostics what was left out and why
 */
public record ImageLayer(String id, LocalText titles, SourceRef source, double west, double north, double cell, int width, int height,
                         int[] argb, List<Diagnostic> diagnostics) implements Layer {

    public ImageLayer {
        diagnostics = List.copyOf(diagnostics);
        if (argb.length != width * height || !(cell > 0)) {
            throw new IllegalArgumentException("an image needs width × height colours and a positive cell");
        }
    }

    /** The same, called by words whose language is not stated. */
    public ImageLayer(String id, String title, SourceRef source, double west, double north, double cell, int width, int height,
                      int[] argb, List<Diagnostic> diagnostics) {
        this(id, LocalText.of(title), source, west, north, cell, width, height, argb, diagnostics);
    }

    @Override
    public ImageLayer withTitles(LocalText other) {
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
