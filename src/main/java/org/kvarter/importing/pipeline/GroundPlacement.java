package org.kvarter.importing.pipeline;

import java.util.Arrays;
import java.util.Optional;
import org.kvarter.importing.HeightReference;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Terrain;

/**
 * How much the solids of one layer are raised so that they stand on the terrain. One per layer: the first batch decides for all.
 *
 * <p>Heights above ground always go up by the terrain. Absolute heights are left alone where the feet of most features are within
 * {@value #TOLERANCE} m of the terrain; else the file's heights start from something else and each feature goes to its ground.
 * Parts move with the feature they belong to.
 */
final class GroundPlacement {

    /** Distance between foot and terrain that is data's usual noise, cellars included, metres. */
    static final double TOLERANCE = 5;

    private final HeightReference reference;
    private final Optional<Terrain> terrain;
    private Boolean mismatch;
    private double typicalGap;

    GroundPlacement(HeightReference reference, Optional<Terrain> terrain) {
        this.reference = reference;
        this.terrain = terrain;
    }

    /** Whether absolute heights did not fit the terrain and the features were set on it. */
    boolean isCorrected() {
        return mismatch != null && mismatch;
    }

    /** Median of foot minus terrain before the correction, metres. */
    double typicalGap() {
        return typicalGap;
    }

    /**
     * Metres to raise each feature, or {@code null} for none.
     *
     * @param boxes 6 × n feature boxes as in {@link org.kvarter.model.SolidLayer}
     */
    float[] lift(FeatureTable features, float[] boxes) {
        if (terrain.isEmpty()) {
            return null;
        }
        float[] roots = rootBoxes(features, boxes);
        float[] gaps = new float[features.size()];
        int count = 0;
        float[] known = new float[features.size()];
        for (int f = 0; f < gaps.length; f++) {
            double ground = Float.isNaN(roots[6 * f]) ? Double.NaN : groundUnder(roots, 6 * f);
            gaps[f] = (float) (roots[6 * f + 2] - ground);
            if (!Float.isNaN(gaps[f])) {
                known[count++] = gaps[f];
            }
        }
        if (reference == HeightReference.ABSOLUTE) {
            if (mismatch == null && count > 0) {
                Arrays.sort(known, 0, count);
                typicalGap = known[count / 2];
                mismatch = Math.abs(typicalGap) > TOLERANCE;
            }
            if (!isCorrected()) {
                return null;
            }
        }
        float[] lift = new float[features.size()];
        for (int f = 0; f < lift.length; f++) {
            float gap = gaps[features.root(f)];
            lift[f] = Float.isNaN(gap) ? 0 : reference == HeightReference.ABOVE_GROUND ? roots[6 * features.root(f) + 2] - gap : -gap;
        }
        return lift;
    }

    private static float[] rootBoxes(FeatureTable features, float[] boxes) {
        float[] roots = new float[boxes.length];
        Arrays.fill(roots, Float.NaN);
        for (int f = 0; f < features.size(); f++) {
            int from = 6 * f;
            if (Float.isNaN(boxes[from])) {
                continue;
            }
            int to = 6 * features.root(f);
            for (int k = 0; k < 3; k++) {
                roots[to + k] = roots[to + k] <= boxes[from + k] ? roots[to + k] : boxes[from + k];
                roots[to + 3 + k] = roots[to + 3 + k] >= boxes[from + 3 + k] ? roots[to + 3 + k] : boxes[from + 3 + k];
            }
        }
        return roots;
    }

    /** Lowest ground under the middle of a box and four places within it, so that nothing floats on a slope. */
    private double groundUnder(float[] boxes, int at) {
        double e = (boxes[at] + boxes[at + 3]) / 2;
        double n = (boxes[at + 1] + boxes[at + 4]) / 2;
        double de = (boxes[at + 3] - boxes[at]) * 0.35;
        double dn = (boxes[at + 4] - boxes[at + 1]) * 0.35;
        double lowest = Double.NaN;
        double[][] places = {{e, n}, {e - de, n - dn}, {e + de, n - dn}, {e - de, n + dn}, {e + de, n + dn}};
        for (double[] place : places) {
            double ground = terrain.get().heightAt(place[0], place[1]);
            lowest = lowest <= ground ? lowest : Double.isNaN(ground) ? lowest : ground;
        }
        return lowest;
    }
}
