package org.kvarter.analysis.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.kvarter.analysis.AreaSummary.Belonging;
import org.kvarter.model.FeatureTable;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Which area each feature belongs to. Where areas lie over each other, the first counts.
 *
 * @param areaOf row of its area for each feature, parts with their wholes; −1 for none; not copied
 * @param areas  how many areas there are
 */
public record Membership(int[] areaOf, int areas) {

    private static final GeometryFactory POINTS = new GeometryFactory();

    /**
     * Finds where features belong.
     *
     * @param features the features
     * @param shapes   theirs, {@code null} for none
     * @param areas    shapes of the areas; of those that are no surfaces, none has any
     */
    public static Membership of(FeatureTable features, Geometry[] shapes, Geometry[] areas, Belonging belonging) {
        STRtree tree = new STRtree();
        List<PreparedGeometry> prepared = new ArrayList<>();
        for (int a = 0; a < areas.length; a++) {
            Geometry area = areas[a];
            boolean is = area != null && !area.isEmpty() && area.getDimension() == 2;
            prepared.add(is ? PreparedGeometryFactory.prepare(area) : null);
            if (is) {
                tree.insert(area.getEnvelopeInternal(), a);
            }
        }
        int[] areaOf = new int[features.size()];
        Arrays.fill(areaOf, -1);
        for (int row = 0; row < areaOf.length; row++) {
            if (features.root(row) == row && shapes[row] != null && !shapes[row].isEmpty()) {
                areaOf[row] = find(shapes[row], tree, prepared::get, areas, belonging);
            }
        }
        for (int row = 0; row < areaOf.length; row++) {
            areaOf[row] = areaOf[features.root(row)];
        }
        return new Membership(areaOf, areas.length);
    }

    @SuppressWarnings("unchecked")
    private static int find(Geometry shape, STRtree tree, IntFunction<PreparedGeometry> prepared, Geometry[] areas, Belonging belonging) {
        List<Integer> near = new ArrayList<>(tree.query(shape.getEnvelopeInternal()));
        near.sort(null);
        if (belonging == Belonging.OVERLAP && shape.getDimension() > 0) {
            return most(shape, near, prepared, areas);
        }
        Coordinate inside = InteriorPoint.getInteriorPoint(shape);
        Geometry point = POINTS.createPoint(inside);
        for (int a : near) {
            if (prepared.apply(a).intersects(point)) {
                return a;
            }
        }
        return -1;
    }

    private static int most(Geometry shape, List<Integer> near, IntFunction<PreparedGeometry> prepared, Geometry[] areas) {
        double most = 0;
        int best = -1;
        for (int a : near) {
            double shared = 0;
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                Geometry piece = shape.getGeometryN(i);
                if (prepared.apply(a).covers(piece)) {
                    shared += size(piece, piece.getDimension());
                } else if (prepared.apply(a).intersects(piece)) {
                    shared += size(OverlayNGRobust.overlay(piece, areas[a], org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION),
                            piece.getDimension());
                }
            }
            if (shared > most) {
                most = shared;
                best = a;
            }
        }
        return best;
    }

    /** Area or length, as the whole piece has it: an area that is only touched along its border shares nothing of a house. */
    private static double size(Geometry shared, int dimension) {
        return dimension == 2 ? shared.getArea() : shared.getLength();
    }

    /** This without some features: they belong nowhere. */
    public Membership without(BitSet rows) {
        if (rows.isEmpty()) {
            return this;
        }
        int[] left = areaOf.clone();
        rows.stream().filter(r -> r < left.length).forEach(r -> left[r] = -1);
        return new Membership(left, areas);
    }

    /** The rows that belong to each area. */
    public int[][] rows() {
        int[] counts = new int[areas];
        for (int a : areaOf) {
            if (a >= 0) {
                counts[a]++;
            }
        }
        int[][] rows = new int[areas][];
        Arrays.setAll(rows, a -> new int[counts[a]]);
        Arrays.fill(counts, 0);
        for (int row = 0; row < areaOf.length; row++) {
            if (areaOf[row] >= 0) {
                rows[areaOf[row]][counts[areaOf[row]]++] = row;
            }
        }
        return rows;
    }
}
