package org.kvarter.importing.dxf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.SurfaceKind;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/** The faces of a drawing, one feature for each of its layers. One reading thread. */
final class DxfFaces {

    private static final Texts TEXTS = Texts.in(DxfFaces.class);
    private static final int INVISIBLE = 128;

    private static final class Faces {
        private final DoubleList corners;
        private final IntList ends;
        private final IntList colours;

        Faces(MemoryBudget budget) {
            corners = new DoubleList(budget);
            ends = new IntList(budget);
            colours = new IntList(budget);
        }
    }

    private final MemoryBudget budget;
    private final Map<String, Faces> byLayer = new LinkedHashMap<>();

    DxfFaces(MemoryBudget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return byLayer.isEmpty();
    }

    /** Adds a face of three or more corners; ones with less, or that are not finite, are ignored. */
    void add(String layer, String colour, List<double[]> corners) {
        List<double[]> distinct = new ArrayList<>();
        for (double[] corner : corners) {
            if (!Double.isFinite(corner[0] + corner[1] + corner[2])) {
                return;
            }
            if (distinct.isEmpty() || !java.util.Arrays.equals(distinct.get(distinct.size() - 1), corner)) {
                distinct.add(corner);
            }
        }
        if (distinct.size() > 1 && java.util.Arrays.equals(distinct.get(0), distinct.get(distinct.size() - 1))) {
            distinct.remove(distinct.size() - 1);
        }
        if (distinct.size() < 3) {
            return;
        }
        Faces faces = byLayer.computeIfAbsent(layer, l -> new Faces(budget));
        int argb = colour == null ? 0 : 0xFF000000 | Integer.parseInt(colour.substring(1), 16);
        // a quadrilateral is rarely flat: triangles are
        for (int i = 2; i < distinct.size(); i++) {
            for (double[] corner : List.of(distinct.get(0), distinct.get(i - 1), distinct.get(i))) {
                faces.corners.add(corner[0], corner[1], corner[2]);
            }
            faces.ends.add(faces.corners.size() / 3);
            faces.colours.add(argb);
        }
    }

    /** The faces of a polyface mesh: vertices, then faces that count them from 1, negative where an edge is hidden. */
    void polyface(DxfRecord mesh, DxfFrame frame, String layer, String colour) {
        List<double[]> vertices = new ArrayList<>();
        for (DxfRecord vertex : mesh.parts) {
            int flags = vertex.whole(70, 0);
            if ((flags & INVISIBLE) != 0 && (flags & 64) != 0) {
                double[] p = vertex.point(10);
                vertices.add(frame.place(p[0], p[1], p[2]));
            } else if ((flags & INVISIBLE) != 0) {
                List<double[]> corners = new ArrayList<>();
                for (int code = 71; code <= 74; code++) {
                    int at = Math.abs(vertex.whole(code, 0));
                    if (at > 0 && at <= vertices.size()) {
                        corners.add(vertices.get(at - 1));
                    }
                }
                add(layer, colour, corners);
            }
        }
    }

    /** The faces of a polygon mesh of M × N vertices. */
    void grid(DxfRecord mesh, DxfFrame frame, String layer, String colour) {
        int m = mesh.whole(71, 0);
        int n = mesh.whole(72, 0);
        List<double[]> vertices = mesh.parts.stream().map(v -> v.point(10)).map(p -> frame.place(p[0], p[1], p[2])).toList();
        if (m < 2 || n < 2 || (long) m * n > vertices.size()) {
            return;
        }
        int flags = mesh.whole(70, 0);
        int columns = (flags & 1) != 0 ? m : m - 1;
        int rows = (flags & 32) != 0 ? n : n - 1;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < rows; j++) {
                int i1 = (i + 1) % m;
                int j1 = (j + 1) % n;
                add(layer, colour, List.of(vertices.get(i * n + j), vertices.get(i1 * n + j), vertices.get(i1 * n + j1), vertices.get(i * n + j1)));
            }
        }
    }

    /** Widens a box of least and greatest east and north. */
    void stretch(double[] box) {
        byLayer.values().forEach(f -> {
            for (int i = 0; i < f.corners.size(); i += 3) {
                box[0] = Math.min(box[0], f.corners.get(i));
                box[1] = Math.min(box[1], f.corners.get(i + 1));
                box[2] = Math.max(box[2], f.corners.get(i));
                box[3] = Math.max(box[3], f.corners.get(i + 1));
            }
        });
    }

    /** Hands the faces on, with their coordinates in metres. */
    void accept(LayerSink sink, String layer, double metres) {
        PolygonSetBuilder polygons = new PolygonSetBuilder();
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        List<String> names = new ArrayList<>(byLayer.keySet());
        for (int row = 0; row < names.size(); row++) {
            Faces faces = byLayer.get(names.get(row));
            attributes.set(row, "layer", names.get(row));
            int from = 0;
            for (int face = 0; face < faces.ends.size(); face++) {
                for (int c = from; c < faces.ends.get(face); c++) {
                    polygons.corner(polygons.vertex(faces.corners.get(3 * c) * metres, faces.corners.get(3 * c + 1) * metres, faces.corners.get(3 * c + 2) * metres));
                }
                from = faces.ends.get(face);
                if (polygons.endRing()) {
                    polygons.endPolygon(row, SurfaceKind.OTHER, faces.colours.get(face));
                }
            }
        }
        FeatureTable features = FeatureTable.flat(names.stream().map(n -> n.isEmpty() ? "0" : n).toArray(String[]::new), "Faces", attributes.build(names.size()));
        sink.solids(new SolidBatch(layer, LocalText.of(TEXTS.get("faces", layer)), LayerKind.OTHER, HeightReference.ABSOLUTE, features, polygons.build()));
    }
}
