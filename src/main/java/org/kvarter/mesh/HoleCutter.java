package org.kvarter.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.triangulate.polygon.PolygonTriangulator;

/**
 * Cuts polygons with several holes by JTS where earcut4j 2.2.2 goes wrong: of walls with windows one above the other or in rows it draws a
 * third with triangles over the windows.
 */
final class HoleCutter {

    /** JTS compares all corners with all others. */
    private static final int MOST_CORNERS = 5_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private HoleCutter() {
    }

    /**
     * Triangles of a polygon.
     *
     * @param flat      x, y of each corner
     * @param n         number of corners
     * @param holes     first corner of each hole
     * @param otherwise what to answer where the rings cross or touch one another, or are too many
     * @return three corners each
     */
    static List<Integer> cut(double[] flat, int n, int[] holes, List<Integer> otherwise) {
        if (n > MOST_CORNERS) {
            return otherwise;
        }
        Map<Coordinate, Integer> cornerOf = new HashMap<>();
        for (int i = 0; i < n; i++) {
            cornerOf.putIfAbsent(new Coordinate(flat[2 * i], flat[2 * i + 1]), i);
        }
        List<Integer> cut = new ArrayList<>();
        try {
            LinearRing[] inner = new LinearRing[holes.length];
            for (int h = 0; h < holes.length; h++) {
                inner[h] = ring(flat, holes[h], h + 1 < holes.length ? holes[h + 1] : n);
            }
            Geometry triangles = PolygonTriangulator.triangulate(FACTORY.createPolygon(ring(flat, 0, holes[0]), inner));
            for (int t = 0; t < triangles.getNumGeometries(); t++) {
                Coordinate[] corners = triangles.getGeometryN(t).getCoordinates();
                for (int k = 0; k < 3; k++) {
                    Integer corner = cornerOf.get(corners[k]);
                    if (corner == null) {
                        return otherwise;
                    }
                    cut.add(corner);
                }
            }
        } catch (RuntimeException e) {
            // JTS has no type of its own for polygons that are none
            return otherwise;
        }
        return cut;
    }

    private static LinearRing ring(double[] flat, int from, int to) {
        Coordinate[] corners = new Coordinate[to - from + 1];
        for (int i = from; i < to; i++) {
            corners[i - from] = new Coordinate(flat[2 * i], flat[2 * i + 1]);
        }
        corners[to - from] = corners[0].copy();
        return FACTORY.createLinearRing(corners);
    }
}
