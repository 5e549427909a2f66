package org.kvarter.importing.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.Subsets;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;

/** Makes the batch of a model's polygons: upright, in metres, sound, classified by slope, in the order of features. One use. */
final class Upright {

    private static final double STEEP = 0.26;
    private static final double FLATNESS = 1e-9;
    /** A model higher than this in metres is in a smaller unit, most likely. */
    private static final double TALLEST = 1_500;
    private static final Map<String, Double> UNITS = Map.of("m", 1.0, "dm", 0.1, "cm", 0.01, "mm", 0.001, "in", 0.0254, "ft", 0.3048,
            "km", 1000.0);

    private final PolygonSet set;
    private final DiagnosticTally problems;
    private final String format;
    private boolean degrees;

    Upright(PolygonSet set, DiagnosticTally problems, String format) {
        this.set = set;
        this.problems = problems;
        this.format = format;
    }

    void turn(Optional<UpAxis> stated, Optional<String> wish) {
        UpAxis axis = stated.isPresent() && wish.isEmpty() ? stated.get() : UpAxis.choose(wish, bounds(), format, problems);
        if (axis == UpAxis.Y) {
            double[] xyz = set.vertices();
            for (int i = 0; i < xyz.length; i += 3) {
                double y = xyz[i + 1];
                xyz[i + 1] = -xyz[i + 2];
                xyz[i + 2] = y;
            }
        }
    }

    /** Box around what is finite. */
    private Bounds bounds() {
        Bounds box = Bounds.EMPTY;
        double[] xyz = set.vertices();
        for (int i = 0; i < xyz.length; i += 3) {
            if (Double.isFinite(xyz[i] + xyz[i + 1] + xyz[i + 2])) {
                box = box.include(xyz[i], xyz[i + 1], xyz[i + 2]);
            }
        }
        return box;
    }

    void scale(Optional<String> wish, double stated) {
        double metres = stated;
        if (wish.isPresent()) {
            Double unit = UNITS.get(wish.get().strip().toLowerCase(Locale.ROOT));
            if (unit == null) {
                problems.add(Severity.WARNING, "unit.unknown", "", wish.get(), "m, dm, cm, mm, in, ft, km");
            } else {
                metres = unit;
            }
        }
        if (metres != 1) {
            for (int i = 0; i < set.vertices().length; i++) {
                set.vertices()[i] *= metres;
            }
        }
        Bounds box = bounds();
        if (!box.isEmpty() && box.height() > TALLEST) {
            problems.add(Severity.WARNING, "unit.tall", "", Math.round(box.height()));
        }
    }

    SolidBatch batch(String layer, String title, LayerKind kind, HeightReference heights, FeatureTable features, ReadOptions options,
                     boolean metric) {
        degrees = !metric;
        int[] newRow = IntStream.range(0, features.size()).toArray();
        int[] rows = newRow;
        if (options.bbox().isPresent()) {
            boolean[] wanted = wanted(features.size(), options);
            rows = IntStream.range(0, wanted.length).filter(row -> wanted[row]).toArray();
            newRow = new int[wanted.length];
            Arrays.fill(newRow, -1);
            for (int i = 0; i < rows.length; i++) {
                newRow[rows[i]] = i;
            }
        }
        PolygonSet sound = Subsets.polygons(sound(features), newRow, rows.length);
        classify(sound);
        return new SolidBatch(layer, title, kind, heights, rows.length == features.size() ? features : Subsets.features(features, rows), sound);
    }

    /** Without the polygons that use a broken vertex. */
    private PolygonSet sound(FeatureTable features) {
        double[] xyz = set.vertices();
        boolean[] broken = new boolean[set.polygonCount()];
        boolean any = false;
        for (int p = 0; p < broken.length; p++) {
            for (int c = set.firstCornerOfPolygon(p); c < set.endCornerOfPolygon(p); c++) {
                int v = 3 * set.corners()[c];
                broken[p] |= !Double.isFinite(xyz[v] + xyz[v + 1] + xyz[v + 2]);
            }
            if (broken[p]) {
                any = true;
                problems.add(Severity.WARNING, "face.notFinite", features.ids()[set.polygonFeature()[p]]);
            }
        }
        if (!any) {
            return set;
        }
        // features as polygons for a moment: the subset of those that are sound
        int[] alone = IntStream.range(0, broken.length).toArray();
        int[] keep = IntStream.range(0, broken.length).filter(p -> !broken[p]).toArray();
        int[] to = new int[broken.length];
        Arrays.fill(to, -1);
        for (int i = 0; i < keep.length; i++) {
            to[keep[i]] = i;
        }
        PolygonSet byPolygon = new PolygonSet(set.vertices(), set.corners(), set.ringEnds(), set.polygonRingEnds(), alone, set.polygonKind(),
                set.polygonArgb(), set.texturing());
        PolygonSet left = Subsets.polygons(byPolygon, to, keep.length);
        for (int i = 0; i < keep.length; i++) {
            left.polygonFeature()[i] = set.polygonFeature()[keep[i]];
        }
        return left;
    }

    private boolean[] wanted(int features, ReadOptions options) {
        Bounds[] boxes = new Bounds[features];
        Arrays.fill(boxes, Bounds.EMPTY);
        double[] xyz = set.vertices();
        for (int p = 0; p < set.polygonCount(); p++) {
            for (int c = set.firstCornerOfPolygon(p); c < set.endCornerOfPolygon(p); c++) {
                int v = 3 * set.corners()[c];
                if (Double.isFinite(xyz[v] + xyz[v + 1])) {
                    boxes[set.polygonFeature()[p]] = boxes[set.polygonFeature()[p]].include(xyz[v], xyz[v + 1], 0);
                }
            }
        }
        boolean[] wanted = new boolean[features];
        for (int row = 0; row < features; row++) {
            Bounds b = boxes[row];
            wanted[row] = !b.isEmpty() && options.accepts(b.minEast(), b.minNorth(), b.maxEast(), b.maxNorth());
        }
        return wanted;
    }

    private void classify(PolygonSet sound) {
        for (int p = 0; p < sound.polygonCount(); p++) {
            double[] normal = normal(sound, sound.firstCornerOfPolygon(p), sound.ringEnds()[sound.firstRing(p)]);
            double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            double slope = length > FLATNESS * FLATNESS ? normal[2] / length : 0;
            SurfaceKind kind = slope > STEEP ? SurfaceKind.ROOF : slope < -STEEP ? SurfaceKind.GROUND : SurfaceKind.WALL;
            sound.polygonKind()[p] = (byte) kind.ordinal();
        }
    }

    /** Newell's normal in metres: degrees are made about that long first, or every surface would be level. */
    private double[] normal(PolygonSet in, int from, int to) {
        double east = 1;
        double north = 1;
        double[] xyz = in.vertices();
        int o = 3 * in.corners()[from];
        if (degrees) {
            north = 111_320;
            east = north * Math.cos(Math.toRadians(xyz[o + 1]));
        }
        double[] n = new double[3];
        for (int c = from, before = to - 1; c < to; before = c++) {
            int a = 3 * in.corners()[before];
            int b = 3 * in.corners()[c];
            double ax = (xyz[a] - xyz[o]) * east;
            double ay = (xyz[a + 1] - xyz[o + 1]) * north;
            double az = xyz[a + 2] - xyz[o + 2];
            double bx = (xyz[b] - xyz[o]) * east;
            double by = (xyz[b + 1] - xyz[o + 1]) * north;
            double bz = xyz[b + 2] - xyz[o + 2];
            n[0] += (ay - by) * (az + bz);
            n[1] += (az - bz) * (ax + bx);
            n[2] += (ax - bx) * (ay + by);
        }
        return n;
    }
}
