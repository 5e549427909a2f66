package org.kvarter.geo;

import java.util.Arrays;
import java.util.Locale;
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
 * @param spread      median distance of the gaps from their median, metres: what remains after moving all by that; NaN as above
 * @param largestMove largest |offset|, metres
 */
public record GroundFit(float[] offsets, Placement placement, int compared, int moved, double medianGap, double spread,
                        double largestMove) {

    /** A base this near to the terrain is taken to stand on it: models of ground and buildings are made apart. */
    public static final double TOLERANCE_METRES = 2.0;

    /** Gaps whose median deviation from their median is within this are one shift of height system. */
    public static final double ALIKE_METRES = 0.75;

    /** Fewer features than this tell nothing about a common shift. */
    private static final int ENOUGH = 5;

    /** Name of the reading option under which a person's rule is kept. */
    public static final String SETTING = "heights";

    /** How heights and terrain are brought together. */
    public enum Rule {
        /** By the three cases. */
        FIT,
        /** Heights stay as the file has them. */
        FILE,
        /** All features move by the median gap. */
        SHIFT,
        /** Each feature goes to the lowest ground under it. */
        GROUND;

        /** As a setting is kept: {@code file}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The rule of that name; {@link #FIT} for any other. */
        public static Rule of(String text) {
            return Arrays.stream(values()).filter(r -> r.text().equalsIgnoreCase(text.strip())).findFirst().orElse(FIT);
        }
    }

    /** What was done. */
    public enum Placement {
        /** Heights fit the terrain, or stay as a person wants them. */
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
        return of(terrain, baseHeights, sampleEnds, samples, Rule.FIT);
    }

    /** As above, by a rule that a person has chosen. */
    public static GroundFit of(Terrain terrain, float[] baseHeights, int[] sampleEnds, double[] samples, Rule rule) {
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
        double spread = compared == 0 ? Double.NaN : medianDistance(known, middle);
        boolean fits = rule == Rule.FIT && medianDistance(known, 0) <= TOLERANCE_METRES;
        if (compared == 0 || rule == Rule.FILE || fits) {
            return summary(offsets, Placement.FITS, compared, middle, spread);
        }
        boolean alike = rule == Rule.FIT && compared >= ENOUGH && spread <= ALIKE_METRES;
        if (rule == Rule.SHIFT || alike) {
            Arrays.fill(offsets, (float) -middle);
            return summary(offsets, Placement.SHIFTED, compared, middle, spread);
        }
        drop(baseHeights, lowest, offsets);
        return summary(offsets, Placement.DROPPED, compared, middle, spread);
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
        return summary(offsets, Placement.DROPPED, compared, Double.NaN, Double.NaN);
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

    private static GroundFit summary(float[] offsets, Placement placement, int compared, double medianGap, double spread) {
        int moved = 0;
        double largest = 0;
        for (float offset : offsets) {
            moved += offset != 0 ? 1 : 0;
            largest = Math.max(largest, Math.abs(offset));
        }
        return new GroundFit(offsets, placement, compared, moved, medianGap, spread, largest);
    }
}
