package org.kvarter.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.model.PolygonSet;

/**
 * How the polygons of one batch are cut into tiles of neighbouring features: at most {@value #FEATURES} features or about
 * {@value #TRIANGLES} triangles to a tile; a feature of more triangles is cut between its polygons. Immutable; arrays are not copied.
 */
public final class MeshPlan {

    /** Most features of a tile. */
    public static final int FEATURES = 1_000;

    /** About the most triangles of a tile. */
    public static final int TRIANGLES = 20_000;

    private final PolygonSet set;
    private final float[] lift;
    private final float[] featureBounds;
    private final List<TilePlan> tiles;

    private MeshPlan(PolygonSet set, float[] lift, float[] featureBounds, List<TilePlan> tiles) {
        this.set = set;
        this.lift = lift;
        this.featureBounds = featureBounds;
        this.tiles = tiles;
    }

    /**
     * Plans the tiles of a batch.
     *
     * @param set      polygons in the local frame, metres
     * @param features number of features of the batch; rows outside 0 … features−1 are a programmer's error
     */
    public static MeshPlan of(PolygonSet set, int features) {
        return new Planner(set, features).plan();
    }

    /**
     * This plan with each feature raised.
     *
     * @param metres per feature; NaN counts as 0
     */
    public MeshPlan raised(float[] metres) {
        float[] clean = metres.clone();
        float[] bounds = featureBounds.clone();
        for (int f = 0; f < clean.length; f++) {
            if (!Float.isFinite(clean[f])) {
                clean[f] = 0;
            }
            bounds[6 * f + 2] += clean[f];
            bounds[6 * f + 5] += clean[f];
        }
        return new MeshPlan(set, clean, bounds, tiles);
    }

    /** 6 × n boxes as in {@link org.kvarter.model.SolidLayer}; NaN for a feature without a finite corner. */
    public float[] featureBounds() {
        return featureBounds;
    }

    /** Number of pieces of work; each yields at most two tiles. */
    public int size() {
        return tiles.size();
    }

    /**
     * Does one piece of work: the closed solids of the piece become one tile, whose back faces may be culled, all else another.
     * Thread-safe.
     *
     * @param piece    0 … {@link #size()} − 1
     * @param firstRow layer row of the batch's first feature
     * @param issues   takes what was left out
     * @return no, one or two tiles, their parts counted from 0
     */
    public List<TileMesh> mesh(int piece, int firstRow, MeshIssues issues) {
        TilePlan plan = tiles.get(piece);
        FeatureMesher mesher = new FeatureMesher();
        TileBuilder closed = new TileBuilder();
        TileBuilder open = new TileBuilder();
        for (int i = 0; i < plan.starts().length; i++) {
            int start = plan.starts()[i];
            int feature = set.polygonFeature()[plan.order() == null ? start : plan.order()[start]];
            mesher.load(set, plan.order(), start, plan.ends()[i], lift == null ? 0 : lift[feature], firstRow + feature, issues);
            boolean isClosed = plan.facing() == null ? mesher.outline.closed : plan.facing().closed();
            mesher.emit(set, plan.facing(), firstRow + feature, isClosed ? closed : open, issues);
        }
        List<TileMesh> built = new ArrayList<>(2);
        if (!closed.isEmpty()) {
            built.add(closed.build(true));
        }
        if (!open.isEmpty()) {
            built.add(open.build(false));
        }
        return built;
    }

    private static final class Planner {
        private final PolygonSet set;
        private final float[] bounds;
        private final List<TilePlan> tiles = new ArrayList<>();

        Planner(PolygonSet set, int features) {
            this.set = set;
            this.bounds = new float[6 * features];
            Arrays.fill(bounds, Float.NaN);
        }

        MeshPlan plan() {
            int runs = measure();
            int[] start = new int[runs + 1];
            int[] triangles = new int[runs];
            collectRuns(start, triangles);
            float[] easts = new float[runs];
            float[] norths = new float[runs];
            double[] weights = new double[runs];
            for (int run = 0; run < runs; run++) {
                int box = 6 * set.polygonFeature()[start[run]];
                easts[run] = (bounds[box] + bounds[box + 3]) / 2;
                norths[run] = (bounds[box + 1] + bounds[box + 4]) / 2;
                boolean huge = triangles[run] > TRIANGLES;
                weights[run] = huge ? 0 : Math.max(1.0 / FEATURES, (double) triangles[run] / TRIANGLES);
                if (huge) {
                    addHuge(start[run], start[run + 1]);
                }
            }
            for (int[] group : Bisection.groups(easts, norths, weights)) {
                addTile(Arrays.stream(group).filter(run -> weights[run] > 0).toArray(), start);
            }
            return new MeshPlan(set, null, bounds, List.copyOf(tiles));
        }

        /** Boxes of all features; answers the number of runs of polygons of one feature. */
        private int measure() {
            int runs = 0;
            int last = -1;
            for (int p = 0; p < set.polygonCount(); p++) {
                int f = set.polygonFeature()[p];
                runs += f == last ? 0 : 1;
                last = f;
                for (int c = set.firstCornerOfPolygon(p); c < set.endCornerOfPolygon(p); c++) {
                    include(bounds, 6 * f, set.corners()[c]);
                }
            }
            return runs;
        }

        private void include(float[] box, int at, int v) {
            double[] xyz = set.vertices();
            if (v < 0 || 3 * v + 2 >= xyz.length || !Double.isFinite(xyz[3 * v] + xyz[3 * v + 1] + xyz[3 * v + 2])) {
                return;
            }
            for (int k = 0; k < 3; k++) {
                float c = (float) xyz[3 * v + k];
                box[at + k] = box[at + k] <= c ? box[at + k] : c;
                box[at + 3 + k] = box[at + 3 + k] >= c ? box[at + 3 + k] : c;
            }
        }

        private void collectRuns(int[] start, int[] triangles) {
            int run = -1;
            int last = -1;
            for (int p = 0; p < set.polygonCount(); p++) {
                if (set.polygonFeature()[p] != last) {
                    start[++run] = p;
                    last = set.polygonFeature()[p];
                }
                triangles[run] += estimate(p);
            }
            start[run + 1] = set.polygonCount();
        }

        private int estimate(int p) {
            int rings = set.polygonRingEnds()[p] - set.firstRing(p);
            return Math.max(0, set.endCornerOfPolygon(p) - set.firstCornerOfPolygon(p) + 2 * rings - 4);
        }

        private void addTile(int[] runs, int[] start) {
            if (runs.length > 0) {
                tiles.add(new TilePlan(Arrays.stream(runs).map(run -> start[run]).toArray(),
                        Arrays.stream(runs).map(run -> start[run + 1]).toArray(), null, null));
            }
        }

        /** A feature too large for a tile: its polygons cut in pieces the same way. */
        private void addHuge(int from, int to) {
            FeatureOutline outline = new FeatureOutline();
            outline.load(set, null, from, to, 0, 0, null);
            TilePlan.Facing facing = new TilePlan.Facing(outline.closed, outline.turnedPolygons());
            int n = to - from;
            float[] easts = new float[n];
            float[] norths = new float[n];
            double[] weights = new double[n];
            float[] box = new float[6];
            for (int i = 0; i < n; i++) {
                Arrays.fill(box, Float.NaN);
                for (int c = set.firstCornerOfPolygon(from + i); c < set.endCornerOfPolygon(from + i); c++) {
                    include(box, 0, set.corners()[c]);
                }
                easts[i] = (box[0] + box[3]) / 2;
                norths[i] = (box[1] + box[4]) / 2;
                weights[i] = Math.max(1, (double) estimate(from + i)) / TRIANGLES;
            }
            for (int[] group : Bisection.groups(easts, norths, weights)) {
                int[] order = Arrays.stream(group).map(i -> from + i).toArray();
                tiles.add(new TilePlan(new int[] {0}, new int[] {order.length}, order, facing));
            }
        }
    }
}
