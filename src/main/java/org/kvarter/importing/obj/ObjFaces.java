package org.kvarter.importing.obj;

import java.util.Arrays;
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
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.arrays.Newell;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;

/** Makes the batch of a file's faces: checked, turned upright, classified by slope, in the order of their groups. */
final class ObjFaces {

    private static final double FLATNESS = 1e-9;
    private static final double STEEP = 0.26;

    private final ObjModel model;
    private final MtlReader materials;
    private final ReadOptions options;
    private final DiagnosticTally problems;
    private final DoubleList upright;

    ObjFaces(ObjModel model, MtlReader materials, ReadOptions options, DiagnosticTally problems) {
        this.model = model;
        this.materials = materials;
        this.options = options;
        this.problems = problems;
        this.upright = turn(model.vertices);
        model.vertices.release();
    }

    private DoubleList turn(DoubleList raw) {
        UpAxis up = UpAxis.choose(options.setting("up"), Bounds.of(raw.toArray(), 0, raw.size() / 3), problems);
        DoubleList turned = new DoubleList(MemoryBudget.ofHeap());
        for (int v = 0; v < raw.size(); v += 3) {
            if (up == UpAxis.Z) {
                turned.add(raw.get(v), raw.get(v + 1), raw.get(v + 2));
            } else {
                turned.add(raw.get(v), -raw.get(v + 2), raw.get(v + 1));
            }
        }
        return turned;
    }

    SolidBatch batch(String title, LayerKind kind, HeightReference heights) {
        PolygonSet all = polygons();
        boolean[] wanted = wanted(all);
        int[] rows = IntStream.range(0, wanted.length).filter(row -> wanted[row]).toArray();
        int[] newRow = new int[wanted.length];
        Arrays.fill(newRow, -1);
        for (int i = 0; i < rows.length; i++) {
            newRow[rows[i]] = i;
        }
        return new SolidBatch("OBJ", title, kind, heights, Subsets.features(features(), rows), Subsets.polygons(all, newRow, rows.length));
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

    private PolygonSet polygons() {
        IntList corners = new IntList(MemoryBudget.ofHeap());
        IntList ends = new IntList(MemoryBudget.ofHeap());
        int n = model.faceCount();
        int[] feature = new int[n];
        byte[] kinds = new byte[n];
        int[] argb = new int[n];
        double[] normal = new double[3];
        int count = 0;
        for (int face = 0, from = 0; face < n; face++) {
            int to = model.faceEnds.get(face);
            int start = corners.size();
            double length = ring(face, from, to, corners) ? Newell.normal(corners, upright, start, corners.size(), 1, normal) : -1;
            if (length >= 0 && length <= FLATNESS * Newell.perimeterSquared(corners, upright, start, corners.size(), 1)) {
                problems.add(Severity.INFO, "face.zeroArea", groupName(face));
                length = -1;
            }
            if (length < 0) {
                corners.resize(start, 0);
            } else {
                ends.add(corners.size());
                feature[count] = model.faceGroup.get(face);
                kinds[count] = (byte) kindOf(normal[2] / length).ordinal();
                int material = model.faceMaterial.get(face);
                argb[count++] = material < 0 ? 0 : materials.argb(model.materials.get(material));
            }
            from = to;
        }
        int[] ringEnds = ends.toArray();
        return new PolygonSet(upright.toArray(), corners.toArray(), ringEnds, IntStream.rangeClosed(1, count).toArray(),
                Arrays.copyOf(feature, count), Arrays.copyOf(kinds, count), Arrays.copyOf(argb, count));
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
            }
        }
        if (corners.size() - start > 1 && corners.get(corners.size() - 1) == corners.get(start)) {
            corners.resize(corners.size() - 1, 0);
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

    private boolean[] wanted(PolygonSet all) {
        boolean[] wanted = new boolean[model.groups.size()];
        if (options.bbox().isEmpty()) {
            Arrays.fill(wanted, true);
            return wanted;
        }
        Bounds[] boxes = new Bounds[wanted.length];
        Arrays.fill(boxes, Bounds.EMPTY);
        for (int p = 0; p < all.polygonCount(); p++) {
            for (int c = all.firstCornerOfPolygon(p); c < all.endCornerOfPolygon(p); c++) {
                int v = 3 * all.corners()[c];
                int row = all.polygonFeature()[p];
                boxes[row] = boxes[row].include(all.vertices()[v], all.vertices()[v + 1], all.vertices()[v + 2]);
            }
        }
        for (int row = 0; row < wanted.length; row++) {
            Bounds box = boxes[row];
            wanted[row] = !box.isEmpty() && options.accepts(box.minEast(), box.minNorth(), box.maxEast(), box.maxNorth());
        }
        return wanted;
    }
}
