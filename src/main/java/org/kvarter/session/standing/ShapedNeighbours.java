package org.kvarter.session.standing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.Stance;
import org.kvarter.model.Terrain;

/**
 * What stands on ground that a model has shaped. Lamps, benches and solid trees go up and down with it; buildings stay where they were
 * measured, for it is the shape that is wrong where it does not meet them, and are told. Trees that are points stand on the shaped ground
 * anyway. Stateless.
 */
public final class ShapedNeighbours {

    /** Ground that changes by less is as it was, metres. */
    private static final double LEAST = 0.02;
    /** A building whose ground changes by less is not worth a word, metres. */
    private static final double TOLD = 0.2;
    /** Ground is looked at so far from a box's middle towards its corners: the corners of a turned house are not its own. */
    private static final double INWARDS = 0.7;

    /**
     * Buildings beside a model whose ground has changed.
     *
     * @param buildings those with the most change first
     * @param most      the most change, metres
     */
    public record Uneven(List<FeatureKey> buildings, double most) {
    }

    private ShapedNeighbours() {
    }

    /** Whether features of a kind go up and down with the ground. */
    public static boolean follows(LayerKind kind) {
        return kind == LayerKind.FURNITURE || kind == LayerKind.TREES;
    }

    /**
     * How far the features of a layer go up or down.
     *
     * @param was the terrain
     * @param is  as it is shaped
     * @return by row, metres, parts with their whole; {@code null} where nothing moves
     */
    public static double[] lifts(SolidLayer layer, Terrain was, Terrain is) {
        if (was == null || is == null || was == is || !follows(layer.kind())) {
            return null;
        }
        Bounds[] boxes = boxes(layer);
        double[] lifts = new double[layer.features().size()];
        boolean any = false;
        for (int row = 0; row < lifts.length; row++) {
            Bounds box = boxes[layer.features().root(row)];
            double change = box.isEmpty() ? 0 : change(was, is, box.centreEast(), box.centreNorth());
            lifts[row] = Math.abs(change) < LEAST ? 0 : change;
            any |= lifts[row] != 0;
        }
        return any ? lifts : null;
    }

    /**
     * Buildings that stand on ground which is higher or lower now.
     *
     * @param covered rows that are not shown since a model stands in their place, by layer id
     * @param style   how a layer is shown
     */
    public static Uneven uneven(District district, Map<String, BitSet> covered, Function<String, LayerStyle> style, Terrain was, Terrain is) {
        record One(FeatureKey key, double change) {
        }
        List<One> found = new ArrayList<>();
        for (Layer layer : district.layers()) {
            LayerStyle look = style.apply(layer.id());
            boolean asked = layer.kind() == LayerKind.BUILDINGS && look.visible() && look.stance().ground() == Stance.Ground.KEPT && !look.stance().isVariant();
            if (was == null || is == null || was == is || !asked || !(layer instanceof SolidLayer solid)) {
                continue;
            }
            Bounds[] boxes = boxes(solid);
            BitSet gone = covered.getOrDefault(layer.id(), new BitSet());
            for (int row = 0; row < boxes.length; row++) {
                double change = boxes[row].isEmpty() || layer.features().root(row) != row || gone.get(row) ? 0 : most(was, is, boxes[row]);
                if (change >= TOLD) {
                    found.add(new One(new FeatureKey(layer.id(), row), change));
                }
            }
        }
        found.sort((a, b) -> Double.compare(b.change, a.change));
        return new Uneven(found.stream().map(One::key).toList(), found.isEmpty() ? 0 : found.get(0).change);
    }

    /** Boxes around wholes, with all their parts, by the row of the whole. */
    private static Bounds[] boxes(SolidLayer layer) {
        Bounds[] boxes = new Bounds[layer.features().size()];
        java.util.Arrays.fill(boxes, Bounds.EMPTY);
        float[] f = layer.featureBounds();
        for (int row = 0; row < boxes.length && 6 * row + 5 < f.length; row++) {
            if (!Float.isNaN(f[6 * row])) {
                int root = layer.features().root(row);
                boxes[root] = boxes[root].union(new Bounds(f[6 * row], f[6 * row + 1], f[6 * row + 2], f[6 * row + 3], f[6 * row + 4], f[6 * row + 5]));
            }
        }
        return boxes;
    }

    private static double most(Terrain was, Terrain is, Bounds box) {
        double most = Math.abs(change(was, is, box.centreEast(), box.centreNorth()));
        for (int corner = 0; corner < 4; corner++) {
            double east = box.centreEast() + (corner % 2 == 0 ? -1 : 1) * INWARDS * box.width() / 2;
            double north = box.centreNorth() + (corner < 2 ? -1 : 1) * INWARDS * box.depth() / 2;
            most = Math.max(most, Math.abs(change(was, is, east, north)));
        }
        return most;
    }

    private static double change(Terrain was, Terrain is, double east, double north) {
        double change = is.heightAt(east, north) - was.heightAt(east, north);
        return Double.isNaN(change) ? 0 : change;
    }
}
