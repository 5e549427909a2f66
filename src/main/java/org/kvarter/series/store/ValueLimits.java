package org.kvarter.series.store;

/**
 * What values are counted against, in the unit of their series.
 *
 * @param least     smaller values are counted as beyond; −∞ for none
 * @param most      greater values are counted as beyond; +∞ for none
 * @param farRanges interquartile ranges beyond the quartiles from which a value may be far from the others of its place
 * @param farZ      robust z, 0.6745 (v − median) / MAD (Iglewicz and Hoaglin 1993), beyond which it is; without a MAD the ranges alone count
 * @param enough    places with fewer values have none that are far
 */
public record ValueLimits(double least, double most, double farRanges, double farZ, int enough) {

    /** Factor that makes the median absolute deviation of normally distributed values their standard deviation. */
    public static final double NORMAL = 0.6745;

    /** Whether a value lies outside of what values can be. */
    public boolean isBeyond(double value) {
        return value < least || value > most;
    }
}
