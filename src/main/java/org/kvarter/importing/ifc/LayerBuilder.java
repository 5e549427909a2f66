package org.kvarter.importing.ifc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.ifc.content.Classes;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.PolygonSetBuilder;

/** The features and polygons of one layer while they are made, feature by feature. Not thread-safe. */
final class LayerBuilder {

    private static final int BYTES_PER_VERTEX = 48;
    private static final int BYTES_PER_CORNER = 12;

    private final StepFile file;
    private final MemoryBudget budget;
    private final Set<String> used = new HashSet<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final PolygonSetBuilder polygons = new PolygonSetBuilder();
    final AttributeTableBuilder attributes = new AttributeTableBuilder();
    final Map<String, String> columnUnits = new HashMap<>();

    LayerBuilder(StepFile file, MemoryBudget budget) {
        this.file = file;
        this.budget = budget;
    }

    /** Starts a feature and answers its row. */
    int feature(Product product, int parent) {
        String id = file.row(product.entity()).text(0);
        String distinct = id.isBlank() || !used.add(id) ? "#" + file.id(product.entity()) : id;
        used.add(distinct);
        ids.add(distinct);
        types.add(Classes.spelled(product.type()));
        parents.add(parent);
        return ids.size() - 1;
    }

    int size() {
        return ids.size();
    }

    int polygonCount() {
        return polygons.polygonCount();
    }

    /**
     * Adds a body to the feature started last.
     *
     * @param to   from the body to the source's coordinates
     * @param argb colour of faces without one, 0 to let the kind decide
     */
    void body(Product product, FaceSet body, Affine to, int argb) {
        budget.claim((long) BYTES_PER_VERTEX * body.vertexCount() + (long) BYTES_PER_CORNER * body.cornerCount());
        StepRow row = file.row(product.entity());
        String predefined = ProductAttributes.word(row);
        int[] number = numbers(body, to);
        boolean turn = to.mirrors();
        // only of slabs it matters where a face looks
        boolean slab = product.type().startsWith("IFCSLAB");
        int feature = ids.size() - 1;
        for (int face = 0; face < body.faceCount(); face++) {
            face(body, face, number, turn);
            int colour = body.colour(face) == 0 ? argb : body.colour(face);
            double up = slab ? up(body, face, to) : 0;
            polygons.endPolygon(feature, Classes.kind(product.type(), predefined, colour, up), colour);
        }
    }

    /** Numbers of the body's vertices among the layer's; −1 for those without a face or beyond all numbers. */
    private int[] numbers(FaceSet body, Affine to) {
        int[] number = new int[body.vertexCount()];
        Arrays.fill(number, -1);
        double[] p = new double[3];
        for (int c = 0; c < body.cornerCount(); c++) {
            int v = body.vertexOf(c);
            if (number[v] < 0) {
                for (int k = 0; k < 3; k++) {
                    p[k] = body.coordinate(v, k);
                }
                to.apply(p, 0);
                number[v] = Double.isFinite(p[0] + p[1] + p[2]) ? polygons.vertex(p[0], p[1], p[2]) : -1;
            }
        }
        return number;
    }

    private void face(FaceSet body, int face, int[] number, boolean turn) {
        for (int r = body.firstRing(face); r < body.endRing(face); r++) {
            int from = body.firstCorner(r);
            int to = body.endCorner(r);
            boolean sound = true;
            for (int c = from; c < to; c++) {
                sound &= number[body.vertexOf(c)] >= 0;
            }
            for (int c = from; sound && c < to; c++) {
                polygons.corner(number[body.vertexOf(turn ? to - 1 - (c - from) : c)]);
            }
            if (!sound || !polygons.endRing()) {
                if (r == body.firstRing(face)) {
                    return;
                }
            }
        }
    }

    /** Vertical component of a face's direction, 0 where it has none. */
    private static double up(FaceSet body, int face, Affine to) {
        double[] normal = body.normal(face);
        double[] turned = to.vector(normal[0], normal[1], normal[2]);
        double length = Math.sqrt(turned[0] * turned[0] + turned[1] * turned[1] + turned[2] * turned[2]);
        return length > 0 ? turned[2] / length : 0;
    }

    FeatureTable features() {
        return new FeatureTable(ids.toArray(String[]::new), types.toArray(String[]::new), parents.stream().mapToInt(i -> i).toArray(),
                attributes.build(ids.size()));
    }

    PolygonSet polygons() {
        return polygons.build();
    }
}
