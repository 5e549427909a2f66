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
 * @param withheld number of features of which it is not told, for the sake of households; beside those without data
 * @param outlined what edges drawn around features mean, whatever their colour; drawn as a frame
 * @param sure     how sure the values are, and how that is drawn
 */
public record Legend(String title, String unit, boolean gradient, List<Entry> entries, int noData, int withheld, List<Entry> outlined, Sure sure) {

    /**
     * One line of a legend.
     *
     * @param argb  opaque colour
     * @param label a value or range with at most three significant digits, or a class's name
     * @param count number of features of the class, −1 where not counted
     * @param thickness share of the widest line, 0 … 1, where the entry stands for a width; 0 for a colour
     */
    public record Entry(int argb, String label, int count, double thickness) {

        /** A colour. */
        public Entry(int argb, String label, int count) {
            this(argb, label, count, 0);
        }
    }

    public Legend {
        entries = List.copyOf(entries);
        outlined = List.copyOf(outlined);
    }

    /** A legend of colours alone. */
    public Legend(String title, String unit, boolean gradient, List<Entry> entries, int noData) {
        this(title, unit, gradient, entries, noData, 0, List.of(), Sure.UNSTATED);
    }

    /** This legend under another title. */
    public Legend withTitle(String other) {
        return new Legend(other, unit, gradient, entries, noData, withheld, outlined, sure);
    }

    /** This legend with what outlines mean. */
    public Legend withOutlined(List<Entry> other) {
        return new Legend(title, unit, gradient, entries, noData, withheld, other, sure);
    }

    /** This legend with so many of those without data withheld. */
    public Legend withWithheld(int count) {
        return new Legend(title, unit, gradient, entries, Math.max(0, noData - count), count, outlined, sure);
    }

    /** This legend of values that are as sure as that. */
    public Legend withSure(Sure other) {
        return new Legend(title, unit, gradient, entries, noData, withheld, outlined, other);
    }
}
