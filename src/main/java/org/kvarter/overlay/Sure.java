package org.kvarter.overlay;

/**
 * How sure shown values are, as it is drawn: the walls of a house carry so much of its roof's colour, areas are hatched the more the less they carry.
 *
 * @param label   in words; empty where nobody said
 * @param drawn   on what it is seen
 * @param carried share of the colour, 0 … 1
 */
public record Sure(String label, Drawn drawn, double carried) {

    /** What differs where values are less sure. */
    public enum Drawn {
        /** Walls of houses, which are paler than the roofs. */
        WALLS,
        /** Areas, which are hatched. */
        HATCH,
        /** Words alone say it. */
        NOTHING
    }

    /** Nobody said. */
    public static final Sure UNSTATED = new Sure("", Drawn.NOTHING, 1);

    public Sure {
        carried = Math.max(0, Math.min(1, carried));
    }
}
