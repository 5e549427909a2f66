package org.kvarter.scenario;

import java.util.Objects;

/**
 * What the shown scenario is shown beside, and how.
 *
 * @param with id of the other scenario; empty for the district as it is
 * @param mode how the two are shown
 */
public record Pair(String with, Mode mode) {

    /** How two scenarios are shown. */
    public enum Mode {
        /** Two halves with cameras in step. */
        SPLIT,
        /** One over the other, up to a line that can be moved. */
        SWIPE,
        /** One twin, coloured by what the shown scenario has more or less than the other. */
        DIFFERENCE
    }

    public Pair {
        with = Objects.requireNonNullElse(with, "");
        mode = Objects.requireNonNullElse(mode, Mode.SPLIT);
    }
}
