package org.kvarter.geo;

import java.util.Arrays;
import org.kvarter.model.Terrain;

/**
 * How far features have to be lifted to stand on a terrain, and what to tell a person about it.
 *
 * <p>Three cases, by the gap between a feature's base and the median height of the terrain under it:
 * <ol>
 * <li>the median of all |gaps| is within {@link #TOLERANCE_METRES}: the heights fit, nothing moves;</li>
 * <li>the gaps are large but alike (half of them within {@link #ALIKE_METRES} of their median), as where heights above the ellipsoid
 * meet heights above the sea: all features move by the same amount and keep their places to one another;</li>
 * <li>else each feature moves by itself, its base to the lowest terrain under it, so that none floats.</li>
 * </ol>
 * Features off the terrain, or without samples, move with the others in the second case and stay in the others.
 *
 * @param offsets     metres to add to the heights of each feature; 0 where it stays
 * @param placement   which of the three it is
 * @param compared    features with terrain under them
 * @param moved       features with an offset that is not 0
 * @param medianGap   median of base minus terrain before, metres; NaN where nothing could be compared
 * @param largestMove largest |offset|, metres
 */
public record GroundFit(float[] offsets, Placement placement, int compared, int moved, double medianGap, double largestMove) {

    /** A base this near to the terrain is taken to stand on it: models of ground and buildings are made apart. */
    public static final double TOLERANCE_METRES = 2.0;

    /** Gaps whose median deviation from their median is within this are one shift of height system. */
    public static final double ALIKE_METRES = 0.75;

    /** Fewer features than this tell nothing about a common shift. */
    private static final int ENOUGH = 5;

    /** What was done. */
    public enum Placement {
        /** Heights fit the terrain. */
        FITS,
        /** All features moved by one amount. */
        SHIFTED,
        /** Each feature moved by its own amount. */
        DROPPED
    }

    /**
     * Decides for features with heights of their own.
     *
     * @param terrain     the ground
     * @param baseHeights lowest height of each feature, local metres; NaN where unknown
     * @param sampleEnds  per feature, the end of its samples in {@code samples}, counted in points; they begin where the last ended
     * @param samples     points of the footprints: local east and north in turn, metres
     */
    public static GroundFit of(Terrain terrain, float[] baseHeights, int[] sampleEnds, double[] samples) {
        int n = baseHeights.length;
        double[] lowest = new double[n];
        double[] gaps = new double[n];
        int compared = 0;
        for (int f = 0; f < n; f++) {
            double[] under = heightsUnder(terrain, f, sampleEnds, samples);
            lowest[f] = under.length == 0 ? Double.NaN : under[0];
            double gap = baseHeights[f] - median(under);
            if (!Double.isNaN(gap)) {
                gaps[compared++] = gap;
            }
        }
        double[] known = Arrays.copyOf(gaps, compared);
        Arrays.sort(known);
        double middle = median(known);
        float[] offsets = new float[n];
        if (compared == 0 || medianDistance(known, 0) <= TOLERANCE_METRES) {
            return summary(offsets, Placement.FITS, compared, middle);
        }
        if (compared >= ENOUGH && medianDistance(known, middle) <= ALIKE_METRES) {
            Arrays.fill(offsets, (float) -middle);
            return summary(offsets, Placement.SHIFTED, compared, middle);
        }
        drop(baseHeights, lowest, offsets);
        return summary(offsets, Placement.DROPPED, compared, middle);
    }

    /** For features whose heights are above the ground, such as extruded footprints: each goes to the lowest terrain under it. */
    public static GroundFit onGround(Terrain terrain, float[] baseHeights, int[] sampleEnds, double[] samples) {
        double[] lowest = new double[baseHeights.length];
        int compared = 0;
        for (int f = 0; f < lowest.length; f++) {
            double[] under = heightsUnder(terrain, f, sampleEnds, samples);
            lowest[f] = under.length == 0 ? Double.NaN : under[0];
            compared += under.length == 0 ? 0 : 1;
        }
        float[] offsets = new float[lowest.length];
        drop(baseHeights, lowest, offsets);
        return summary(offsets, Placement.DROPPED, compared, Double.NaN);
    }

    private static void drop(float[] baseHeights, double[] lowest, float[] offsets) {
        for (int f = 0; f < offsets.length; f++) {
            double offset = lowest[f] - baseHeights[f];
            offsets[f] = Double.isNaN(offset) ? 0 : (float) offset;
        }
    }

    /** Terrain heights under a feature's samples, ascending. */
    private static double[] heightsUnder(Terrain terrain, int feature, int[] sampleEnds, double[] samples) {
        int first = feature == 0 ? 0 : sampleEnds[feature - 1];
        double[] found = new double[sampleEnds[feature] - first];
        int count = 0;
        for (int i = first; i < sampleEnds[feature]; i++) {
            double height = terrain.heightAt(samples[2 * i], samples[2 * i + 1]);
            if (!Double.isNaN(height)) {
                found[count++] = height;
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double medianDistance(double[] values, double from) {
        double[] distances = Arrays.stream(values).map(v -> Math.abs(v - from)).sorted().toArray();
        return median(distances);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static GroundFit summary(float[] offsets, Placement placement, int compared, double medianGap) {
        int moved = 0;
        double largest = 0;
        for (float offset : offsets) {
            moved += offset != 0 ? 1 : 0;
            largest = Math.max(largest, Math.abs(offset));
        }
        return new GroundFit(offsets, placement, compared, moved, medianGap, largest);
    }
}
