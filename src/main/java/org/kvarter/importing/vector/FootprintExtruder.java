package org.kvarter.importing.vector;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.SurfaceKind;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Raises footprints to closed blocks with a flat roof: ground at 0, a wall per edge of the outer ring and of each courtyard, roof at the
 * height. All polygons are counter-clockwise seen from outside; courtyards are holes of ground and roof. Heights of the footprint's
 * own vertices do not count. Not thread-safe.
 */
final class FootprintExtruder {

    /** What became of a footprint. */
    enum Outcome {
        RAISED, REPAIRED, EMPTY
    }

    private PolygonSetBuilder builder = new PolygonSetBuilder();

    /**
     * Adds a footprint.
     *
     * @param row      feature row
     * @param geometry polygons, alone or within a collection; anything else of it is left out
     * @param metres   height above ground
     */
    Outcome add(int row, Geometry geometry, double metres) {
        List<Polygon> polygons = new ArrayList<>();
        Outcome outcome = Outcome.RAISED;
        for (Polygon polygon : polygonsOf(geometry)) {
            if (new IsValidOp(polygon).isValid()) {
                polygons.add(polygon);
            } else {
                polygons.addAll(polygonsOf(GeometryFixer.fix(polygon)));
                outcome = Outcome.REPAIRED;
            }
        }
        polygons.removeIf(p -> p.isEmpty() || !(p.getArea() > 0));
        polygons.forEach(p -> raise(row, p, metres));
        return polygons.isEmpty() ? Outcome.EMPTY : outcome;
    }

    private static List<Polygon> polygonsOf(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry member = geometry.getGeometryN(i);
            if (member instanceof Polygon polygon) {
                polygons.add(polygon);
            } else if (member != geometry) {
                polygons.addAll(polygonsOf(member));
            }
        }
        return polygons;
    }

    private void raise(int row, Polygon polygon, double metres) {
        List<int[]> rings = new ArrayList<>();
        rings.add(vertices(polygon.getExteriorRing(), true, metres));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
            rings.add(vertices(polygon.getInteriorRingN(h), false, metres));
        }
        cap(row, rings, SurfaceKind.GROUND);
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                int a = ring[i];
                int b = ring[(i + 1) % ring.length];
                builder.polygon(row, SurfaceKind.WALL, 0, a, b, b + 1, a + 1);
            }
        }
        cap(row, rings, SurfaceKind.ROOF);
    }

    /** The floor, seen from below, or the roof, seen from above. */
    private void cap(int row, List<int[]> rings, SurfaceKind kind) {
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                builder.corner(kind == SurfaceKind.ROOF ? ring[i] + 1 : ring[ring.length - 1 - i]);
            }
            builder.endRing();
        }
        builder.endPolygon(row, kind, 0);
    }

    /**
     * Adds the vertices of a ring, each at the ground and, next to it, at the roof, without repeated ones.
     *
     * @return the ground vertices, counter-clockwise for the outer ring, clockwise for a courtyard: the block lies to the left
     */
    private int[] vertices(LinearRing ring, boolean outer, double metres) {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean forward = Orientation.isCCW(points) == outer;
        int n = points.size() - 1;
        int[] ground = new int[n];
        int kept = 0;
        double lastX = points.getX(forward ? n - 1 : 0);
        double lastY = points.getY(forward ? n - 1 : 0);
        for (int i = 0; i < n; i++) {
            double x = points.getX(forward ? i : n - 1 - i);
            double y = points.getY(forward ? i : n - 1 - i);
            if (x != lastX || y != lastY) {
                ground[kept++] = builder.vertex(x, y, 0);
                builder.vertex(x, y, metres);
            }
            lastX = x;
            lastY = y;
        }
        return java.util.Arrays.copyOf(ground, kept);
    }

    int vertexCount() {
        return builder.vertexCount();
    }

    /** The polygons since the last call. */
    PolygonSet take() {
        PolygonSet polygons = builder.build();
        builder = new PolygonSetBuilder();
        return polygons;
    }
}
