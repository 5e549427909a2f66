package org.kvarter.series;

import java.util.HashMap;
import java.util.Map;

/**
 * Puts values into cells; several of one cell become their mean, as they do in stores. That is the same in whatever order they come and however many threads
 * read them, and of a value that was corrected neither is lost without a word: those who use this count them and say so. One thread.
 */
public final class MeanOfDoubles {

    /** How many values a cell has, where there are several: hardly ever. */
    private final Map<Integer, Integer> several = new HashMap<>();

    /** Puts a value into {@code values[at]}, NaN where there is none yet: true where there is one. */
    public boolean put(float[] values, int at, double value) {
        boolean taken = !Float.isNaN(values[at]);
        int before = taken ? several.merge(at, 1, Integer::sum) : 0;
        values[at] = (float) (taken ? values[at] + ((float) value - (double) values[at]) / (before + 1) : value);
        return taken;
    }
}
