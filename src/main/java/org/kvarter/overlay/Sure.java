package org.kvarter.overlay;

/**
 * How sure shown values are, as it is drawn: the walls of a house carry so much of its roof's colour, areas are hatched the more the less they carry.
 *
 * @param label   in words; empty where nobody said
 * @param carried share of the colour, 0 … 1
 */
public record Sure(String label, double carried) {

    /** Nobody said. */
    public static final Sure UNSTATED = new Sure("", 1);

    public Sure {
        carried = Math.max(0, Math.min(1, carried));
    }
}
