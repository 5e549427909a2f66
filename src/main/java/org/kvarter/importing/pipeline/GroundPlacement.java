package org.kvarter.importing.pipeline;

import java.util.Arrays;
import java.util.Optional;
import org.kvarter.geo.GroundFit;
import org.kvarter.importing.HeightReference;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Severity;
import org.kvarter.model.Terrain;
import org.kvarter.text.Texts;

/**
 * How much the solids of one layer are raised so that they stand on the terrain, by {@link GroundFit}. One per layer: for heights of
 * the source's own system the first batch decides for all. Parts of a feature move with it.
 */
final class GroundPlacement {

    private static final int SAMPLES = 5;
    /** So many buildings tell a common offset. */
    private static final int ENOUGH = 5;
    /** An offset below this is not worth a word, metres. */
    private static final double NEAR = 0.5;

    private final HeightReference reference;
    private final Optional<Terrain> terrain;
    private final double raised;
    private final GroundFit.Rule rule;
    private GroundFit first;
    private int moved;
    private double largestMove;

    /**
     * @param raised how far a person has raised the layer, metres: that much stays between it and the ground
     * @param rule   how heights of the source's own system are brought to the terrain
     */
    GroundPlacement(HeightReference reference, Optional<Terrain> terrain, double raised, GroundFit.Rule rule) {
        this.rule = rule;
        this.raised = raised;
        this.reference = reference;
        this.terrain = terrain;
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
        float[] bases = new float[features.size()];
        int[] ends = new int[features.size()];
        double[] samples = new double[2 * SAMPLES * features.size()];
        int count = 0;
        for (int f = 0; f < bases.length; f++) {
            // heights above the ground count from it: a part that begins in the air, or a cellar, keeps its distance
            bases[f] = Float.isNaN(roots[6 * f + 2]) ? Float.NaN : reference == HeightReference.ABOVE_GROUND ? 0 : (float) (roots[6 * f + 2] - raised);
            if (!Float.isNaN(bases[f])) {
                sample(roots, 6 * f, samples, 2 * count);
                count += SAMPLES;
            }
            ends[f] = count;
        }
        GroundFit fit = fit(bases, ends, samples);
        if (fit.moved() == 0) {
            return null;
        }
        moved += fit.moved();
        largestMove = Math.max(largestMove, fit.largestMove());
        float[] lift = new float[features.size()];
        for (int f = 0; f < lift.length; f++) {
            lift[f] = fit.offsets()[features.root(f)];
        }
        return lift;
    }

    private GroundFit fit(float[] bases, int[] ends, double[] samples) {
        if (reference == HeightReference.ABOVE_GROUND || first != null && first.placement() == GroundFit.Placement.DROPPED) {
            return GroundFit.onGround(terrain.get(), bases, ends, samples);
        }
        if (first != null) {
            float[] offsets = new float[bases.length];
            boolean shifted = first.placement() == GroundFit.Placement.SHIFTED;
            Arrays.fill(offsets, shifted ? (float) -first.medianGap() : 0);
            return new GroundFit(offsets, first.placement(), bases.length, shifted ? bases.length : 0, first.medianGap(), first.spread(),
                    shifted ? Math.abs(first.medianGap()) : 0);
        }
        GroundFit fit = GroundFit.of(terrain.get(), bases, ends, samples, rule);
        first = fit.compared() == 0 ? null : fit;
        return fit;
    }

    /** What a person should know about it. */
    Optional<Diagnostic> diagnostic(String source, String title) {
        Texts texts = Texts.in(GroundPlacement.class);
        if (first == null || first.placement() == GroundFit.Placement.FITS && !isTold()) {
            return Optional.empty();
        }
        String sentence = first.placement() == GroundFit.Placement.FITS ? texts.get(rule == GroundFit.Rule.FILE ? "ground.kept" : "ground.near", title, first.medianGap(), first.spread())
                : first.placement() == GroundFit.Placement.SHIFTED ? texts.get("ground.shifted", title, first.medianGap(), first.spread())
                : texts.get("ground.dropped", title, moved, Math.round(largestMove));
        return Optional.of(new Diagnostic(Severity.INFO, source, "", sentence));
    }

    /** Whether heights that stay are told: where they do so by a person's will, or where one offset would make them fit better. */
    private boolean isTold() {
        return rule == GroundFit.Rule.FILE || first.compared() >= ENOUGH && Math.abs(first.medianGap()) > 2 * first.spread() + NEAR;
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

    /** The middle of a box and four places within it, near its corners. */
    private static void sample(float[] boxes, int box, double[] samples, int at) {
        double e = (boxes[box] + boxes[box + 3]) / 2;
        double n = (boxes[box + 1] + boxes[box + 4]) / 2;
        double de = (boxes[box + 3] - boxes[box]) * 0.35;
        double dn = (boxes[box + 4] - boxes[box + 1]) * 0.35;
        double[] places = {e, n, e - de, n - dn, e + de, n - dn, e - de, n + dn, e + de, n + dn};
        System.arraycopy(places, 0, samples, at, places.length);
    }
}
