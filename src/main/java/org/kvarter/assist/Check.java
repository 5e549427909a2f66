package org.kvarter.assist;

import java.util.List;
import java.util.Objects;

/**
 * One check of the numbers.
 *
 * @param kind     what was looked at
 * @param light    how it looks
 * @param quantity of which series; empty where it is about all
 * @param sentence what was found, in the display language
 * @param places   places concerned, the worst first; at most {@link #MOST_PLACES}
 */
public record Check(Kind kind, Light light, String quantity, String sentence, List<String> places) {

    /** Places that a check names. */
    public static final int MOST_PLACES = 100;

    /** How it looks; more serious ones are greater. */
    public enum Light {
        GREEN, YELLOW, RED
    }

    /** What was looked at. */
    public enum Kind {
        /** Places found in the twin. */
        JOIN,
        /** A unit that is stated and known. */
        UNIT,
        /** What is physically possible. */
        RANGE,
        /** Single values far from the others. */
        OUTLIERS,
        /** Values that never change. */
        CONSTANT,
        /** Intervals without a value. */
        MISSING,
        /** Values below zero. */
        NEGATIVE,
        /** The sum of a place over a year. */
        TOTAL,
        /** The sum over a year per square metre of floor. */
        INTENSITY,
        /** Readings of meters. */
        METERS
    }

    public Check {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(light, "light");
        places = places.size() > MOST_PLACES ? List.copyOf(places.subList(0, MOST_PLACES)) : List.copyOf(places);
    }
}
