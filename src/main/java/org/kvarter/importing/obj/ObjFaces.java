package org.kvarter.importing.obj;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.Subsets;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.Newell;
import org.kvarter.importing.models.UpAxis;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Texturing;

/** Makes the batch of a file's faces: checked, turned upright, classified by slope, in the order of their groups. */
final class ObjFaces {

    private static final double FLATNESS = 1e-9;
    private static final double STEEP = 0.26;

    private final ObjModel model;
    private final MtlReader materials;
    private final ReadOptions options;
    private final DiagnosticTally problems;
    private final DoubleList upright;
    private final ObjTexturing pictures;
    /** Corner of the model that each kept corner was; empty where there are no pictures. */
    private final IntList kept;

    ObjFaces(ObjModel model, MtlReader materials, ReadOptions options, DiagnosticTally problems) {
        this.model = model;
        this.materials = materials;
        this.options = options;
        this.problems = problems;
        this.upright = model.vertices;
        this.pictures = new ObjTexturing(model, materials);
        this.kept = new IntList(model.budget);
        if (UpAxis.choose(options.setting("up"), bounds(upright), "OBJ", problems) == UpAxis.Y) {
            upright.turnUpright();
        }
    }

    private static Bounds bounds(DoubleList xyz) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int v = 0; v < xyz.size(); v += 3) {
            if (Double.isFinite(xyz.get(v) + xyz.get(v + 1) + xyz.get(v + 2))) {
                for (int k = 0; k < 3; k++) {
                    low[k] = Math.min(low[k], xyz.get(v + k));
                    high[k] = Math.max(high[k], xyz.get(v + k));
                }
            }
        }
        return low[0] > high[0] ? Bounds.EMPTY : new Bounds(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    SolidBatch batch(String title, LayerKind kind, HeightReference heights) {
        boolean[] wanted = wanted();
        int[] rows = IntStream.range(0, wanted.length).filter(row -> wanted[row]).toArray();
        int[] newRow = new int[wanted.length];
        Arrays.fill(newRow, -1);
        for (int i = 0; i < rows.length; i++) {
            newRow[rows[i]] = i;
        }
        PolygonSet all = polygons(newRow);
        FeatureTable features = rows.length == wanted.length ? features() : Subsets.features(features(), rows);
        boolean whole = rows.length == wanted.length && ascends(all.polygonFeature()) && usesAllVertices(all);
        return new SolidBatch("OBJ", title, kind, heights, features, whole ? all : Subsets.polygons(all, newRow, rows.length));
    }

    private static boolean usesAllVertices(PolygonSet set) {
        BitSet used = new BitSet(set.vertexCount());
        for (int corner : set.corners()) {
            used.set(corner);
        }
        return used.cardinality() == set.vertexCount();
    }

    private static boolean ascends(int[] features) {
        for (int i = 1; i < features.length; i++) {
            if (features[i] < features[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private FeatureTable features() {
        int n = model.groups.size();
        String[] ids = new String[n];
        String[] types = new String[n];
        int[] parents = new int[n];
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        Map<String, Integer> used = new HashMap<>();
        for (int row = 0; row < n; row++) {
            ObjModel.Group group = model.groups.get(row);
            int times = used.merge(group.name(), 1, Integer::sum);
            ids[row] = times == 1 ? group.name() : group.name() + " (" + group.type() + ")";
            types[row] = group.type();
            parents[row] = -1;
            attributes.set(row, "material", group.material());
        }
        return new FeatureTable(ids, types, parents, attributes.build(n));
    }

    /** The sound faces of the groups that have a new row, under their old ones. */
    private PolygonSet polygons(int[] newRow) {
        IntList corners = new IntList(model.budget);
        IntList ends = new IntList(model.budget);
        int n = model.faceCount();
        int[] feature = new int[n];
        byte[] kinds = new byte[n];
        int[] argb = new int[n];
        int[] material = new int[n];
        double[] normal = new double[3];
        int count = 0;
        for (int face = 0, from = 0; face < n; face++) {
            int to = model.faceEnds.get(face);
            if (newRow[model.faceGroup.get(face)] < 0) {
                from = to;
                continue;
            }
            int start = corners.size();
            double length = ring(face, from, to, corners) ? Newell.normal(corners, upright, start, corners.size(), 1, normal) : -1;
            if (length >= 0 && length <= FLATNESS * Newell.perimeterSquared(corners, upright, start, corners.size(), 1)) {
                problems.add(Severity.INFO, "face.zeroArea", groupName(face));
                length = -1;
            }
            if (length < 0) {
                corners.resize(start, 0);
                kept.resize(Math.min(start, kept.size()), 0);
            } else {
                ends.add(corners.size());
                feature[count] = model.faceGroup.get(face);
                kinds[count] = (byte) kindOf(normal[2] / length).ordinal();
                material[count] = model.faceMaterial.get(face);
                argb[count] = material[count] < 0 ? 0 : materials.argb(model.materials.get(material[count]));
                count++;
            }
            from = to;
        }
        model.corners.release();
        model.faceEnds.release();
        int[] ringEnds = ends.toArray();
        Texturing texturing = pictures.isEmpty() ? null : pictures.of(kept, ringEnds, material);
        return new PolygonSet(upright.give(), corners.toArray(), ringEnds, IntStream.rangeClosed(1, count).toArray(),
                Arrays.copyOf(feature, count), Arrays.copyOf(kinds, count), Arrays.copyOf(argb, count), texturing);
    }

    /** Adds the corners of a face without repetitions; {@code false} where it is no polygon. */
    private boolean ring(int face, int from, int to, IntList corners) {
        int start = corners.size();
        for (int c = from; c < to; c++) {
            int vertex = model.corners.get(c);
            if (vertex < 0 || 3L * vertex >= upright.size()) {
                problems.add(Severity.WARNING, "face.indexRange", groupName(face), String.valueOf(face + 1), upright.size() / 3);
                return false;
            }
            if (Double.isNaN(upright.get(3 * vertex))) {
                problems.add(Severity.WARNING, "face.notFinite", groupName(face), String.valueOf(face + 1));
                return false;
            }
            if (corners.size() == start || corners.get(corners.size() - 1) != vertex) {
                corners.add(vertex);
                if (!pictures.isEmpty()) {
                    kept.add(c);
                }
            }
        }
        if (corners.size() - start > 1 && corners.get(corners.size() - 1) == corners.get(start)) {
            corners.resize(corners.size() - 1, 0);
            kept.resize(Math.min(corners.size(), kept.size()), 0);
        }
        if (corners.size() - start < 3) {
            problems.add(Severity.WARNING, "face.degenerate", groupName(face), String.valueOf(face + 1));
            return false;
        }
        return true;
    }

    private String groupName(int face) {
        return model.groups.get(model.faceGroup.get(face)).name();
    }

    private static SurfaceKind kindOf(double slope) {
        return slope > STEEP ? SurfaceKind.ROOF : slope < -STEEP ? SurfaceKind.GROUND : SurfaceKind.WALL;
    }

    /** The groups whose box meets the one asked for, found before any face is copied. */
    private boolean[] wanted() {
        boolean[] wanted = new boolean[model.groups.size()];
        if (options.bbox().isEmpty()) {
            Arrays.fill(wanted, true);
            return wanted;
        }
        double[] boxes = new double[4 * wanted.length];
        for (int row = 0; row < wanted.length; row++) {
            Arrays.fill(boxes, 4 * row, 4 * row + 2, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, 4 * row + 2, 4 * row + 4, Double.NEGATIVE_INFINITY);
        }
        for (int face = 0, from = 0; face < model.faceCount(); face++) {
            int box = 4 * model.faceGroup.get(face);
            for (int to = model.faceEnds.get(face); from < to; from++) {
                int vertex = model.corners.get(from);
                if (vertex >= 0 && 3L * vertex < upright.size() && Double.isFinite(upright.get(3 * vertex))) {
                    boxes[box] = Math.min(boxes[box], upright.get(3 * vertex));
                    boxes[box + 1] = Math.min(boxes[box + 1], upright.get(3 * vertex + 1));
                    boxes[box + 2] = Math.max(boxes[box + 2], upright.get(3 * vertex));
                    boxes[box + 3] = Math.max(boxes[box + 3], upright.get(3 * vertex + 1));
                }
            }
        }
        for (int row = 0; row < wanted.length; row++) {
            int box = 4 * row;
            wanted[row] = boxes[box] <= boxes[box + 2] && options.accepts(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3]);
        }
        return wanted;
    }
}
