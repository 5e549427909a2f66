package org.kvarter.overlay;

import java.util.List;

/**
 * What stands beside the colours.
 *
 * @param title    what is shown
 * @param unit     its unit, may be empty
 * @param gradient whether the entries are stops of a continuous ramp rather than classes
 * @param entries  from low to high
 * @param noData   number of features without data; the entry for it is drawn hatched and apart
 */
public record Legend(String title, String unit, boolean gradient, List<Entry> entries, int noData) {

    /**
     * One line of a legend.
     *
     * @param argb  opaque colour
     * @param label a value or range with at most three significant digits, or a class's name
     * @param count number of features of the class, −1 where not counted
     */
    public record Entry(int argb, String label, int count) {
    }

    public Legend {
        entries = List.copyOf(entries);
    }
}
