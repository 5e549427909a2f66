package org.kvarter.model;

import java.util.List;
import org.kvarter.text.LocalText;

/**
 * Things that move by the clock: vehicles of a timetable, recorded or simulated trips.
 *
 * @param id          distinct in the district
 * @param titles      what people call it, by language
 * @param source      where it comes from
 * @param features    one row per trip
 * @param looks       colour of each row, ARGB; 0 for that of the layer. Not copied
 * @param lengths     length of what moves, metres, by row. Not copied
 * @param movement    where they are and when
 * @param diagnostics what was left out and why
 */
public record MovingLayer(String id, LocalText titles, SourceRef source, FeatureTable features, int[] looks, float[] lengths,
                          Movement movement, List<Diagnostic> diagnostics) implements Layer {

    public MovingLayer {
        diagnostics = List.copyOf(diagnostics);
        if (looks.length != features.size() || lengths.length != features.size()) {
            throw new IllegalArgumentException("one colour and one length per feature expected");
        }
    }

    /** The same, called by words whose language is not stated. */
    public MovingLayer(String id, String title, SourceRef source, FeatureTable features, int[] looks, float[] lengths,
                       Movement movement, List<Diagnostic> diagnostics) {
        this(id, LocalText.of(title), source, features, looks, lengths, movement, diagnostics);
    }

    @Override
    public MovingLayer withTitles(LocalText other) {
        return new MovingLayer(id, other, source, features, looks, lengths, movement, diagnostics);
    }

    @Override
    public LayerKind kind() {
        return LayerKind.MOVEMENT;
    }

    @Override
    public Bounds bounds() {
        return movement.bounds();
    }
}
