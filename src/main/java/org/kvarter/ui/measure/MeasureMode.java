package org.kvarter.ui.measure;

import java.util.Locale;

/** What is measured. */
public enum MeasureMode {

    /** Between two places, with the difference in height and the slope. */
    DISTANCE(2),
    /** Along any number of places. */
    PATH(0),
    /** Of an area in the plan and on its own plane. */
    AREA(0),
    /** Between two directions from a corner, which is the second place. */
    ANGLE(3),
    /** Of a place over the ground, and between two places. */
    HEIGHT(3),
    /** Coordinates of a place. */
    PLACE(1);

    private final int most;

    MeasureMode(int most) {
        this.most = most;
    }

    /** Places after which the measurement is whole; 0 where a person says so. */
    int most() {
        return most;
    }

    /** Places without which there is nothing to tell. */
    int least() {
        return this == AREA || this == ANGLE ? 3 : this == PLACE ? 1 : 2;
    }

    /** Its name in keys of sentences and ids of buttons. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
