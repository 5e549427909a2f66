package org.kvarter.scene.label;

import java.util.List;

/**
 * What is measured, as it is drawn: a line through places or the rim of an area, with thin lines beside it that explain.
 *
 * @param places      each east, north, up in local metres
 * @param annotations one short text per stretch between two places, empty for none; in the display language
 * @param closed      whether it goes back from the last place to the first and encloses an area
 * @param loose       whether the last place follows the pointer and is not set yet
 * @param thin        lines that explain: legs of a height, the arc of an angle
 * @param note        the result, where it belongs to no stretch; {@code null} for none
 * @param mark        the corner or edge that the pointer is drawn to; {@code null} for none
 */
public record MeasureLine(List<double[]> places, List<String> annotations, boolean closed, boolean loose, List<List<double[]>> thin,
                          Note note, Mark mark) {

    /**
     * A text at a place.
     *
     * @param at   local metres
     * @param text in the display language
     */
    public record Note(double[] at, String text) {
    }

    /**
     * A corner or an edge.
     *
     * @param at     local metres
     * @param corner a corner rather than an edge
     */
    public record Mark(double[] at, boolean corner) {
    }

    /** Nothing measured. */
    public static final MeasureLine NONE = new MeasureLine(List.of(), List.of());

    public MeasureLine {
        places = List.copyOf(places);
        annotations = List.copyOf(annotations);
        thin = List.copyOf(thin);
    }

    /** A line and nothing beside it. */
    public MeasureLine(List<double[]> places, List<String> annotations) {
        this(places, annotations, false, false, List.of(), null, null);
    }

    /** The same with a result beside it. */
    public MeasureLine withNote(double[] at, String text) {
        return new MeasureLine(places, annotations, closed, loose, thin, new Note(at, text), mark);
    }

    /** The same with lines that explain it. */
    public MeasureLine withThin(List<List<double[]>> lines) {
        return new MeasureLine(places, annotations, closed, loose, lines, note, mark);
    }

    /** The same, its last place following the pointer, which is drawn to {@code newMark}. */
    public MeasureLine pointed(boolean isLoose, Mark newMark) {
        return new MeasureLine(places, annotations, closed, isLoose, thin, note, newMark);
    }

    /** The same as the rim of an area. */
    public MeasureLine enclosing() {
        return new MeasureLine(places, annotations, true, loose, thin, note, mark);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return places.isEmpty() && mark == null;
    }
}
