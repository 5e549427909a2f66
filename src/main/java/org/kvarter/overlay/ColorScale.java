package org.kvarter.overlay;

/**
 * Values to colours. Immutable and thread-safe.
 */
public interface ColorScale {

    /** Opaque colour of no data, {@code #C9C7C2}. */
    int NO_DATA = 0xFFC9C7C2;

    /** The colour of a value; {@link #NO_DATA} for NaN. */
    int argb(double value);

    /** What the legend shows. */
    Legend legend();
}
