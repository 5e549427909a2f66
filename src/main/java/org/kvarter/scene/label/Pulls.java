package org.kvarter.scene.label;

import java.util.List;

/**
 * Handles that are pulled along straight lines, and lines that show what they move. Local metres; immutable.
 *
 * @param outline lines through places
 * @param knobs   the handles
 */
public record Pulls(List<List<double[]>> outline, List<Knob> knobs) {

    /** None. */
    public static final Pulls NONE = new Pulls(List.of(), List.of());

    public Pulls {
        outline = List.copyOf(outline);
        knobs = List.copyOf(knobs);
    }

    /**
     * A handle.
     *
     * @param id   part of its node's id
     * @param at   east, north, up
     * @param axis unit vector along which it is pulled
     */
    public record Knob(String id, double[] at, double[] axis) {
    }

    /** Is told how far a handle is pulled. */
    @FunctionalInterface
    public interface Puller {
        /**
         * A handle is under way, or let go.
         *
         * @param knob   number of the handle
         * @param metres along its axis from where it was grabbed
         * @param done   whether it is let go
         */
        void pulled(int knob, double metres, boolean done);
    }
}
