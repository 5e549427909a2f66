package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Two axes in a plane, right-handed with its normal: takes faces to JTS polygons and back. */
final class Flat {

    static final GeometryFactory FACTORY = new GeometryFactory();

    /** Pieces below this are dust of rounding, m². */
    private static final double DUST = 1e-7;

    private final double[] origin;
    private final double[] u;
    private final double[] v;

    Flat(Plane plane) {
        double[] n = plane.normal();
        origin = Vectors.scaled(n, plane.d());
        u = Vectors.across(n);
        v = Vectors.cross(n, u);
    }

    Coordinate to(double[] xyz, int at) {
        double x = xyz[at] - origin[0];
        double y = xyz[at + 1] - origin[1];
        double z = xyz[at + 2] - origin[2];
        return new Coordinate(x * u[0] + y * u[1] + z * u[2], x * v[0] + y * v[1] + z * v[2]);
    }

    double[] from(Coordinate c) {
        return new double[] {origin[0] + c.x * u[0] + c.y * v[0], origin[1] + c.x * u[1] + c.y * v[1],
            origin[2] + c.x * u[2] + c.y * v[2]};
    }

    /** Points in space as x, y of the plane. */
    double[] ring(double[] loop) {
        double[] xy = new double[loop.length / 3 * 2];
        for (int i = 0; i < xy.length / 2; i++) {
            put(loop, 3 * i, xy, 2 * i);
        }
        return xy;
    }

    /** One ring of a face as x, y of the plane. */
    double[] flatRing(FaceSet set, int ring) {
        int from = set.firstCorner(ring);
        double[] xy = new double[2 * (set.endCorner(ring) - from)];
        for (int i = 0; i < xy.length / 2; i++) {
            put(set.xyz, 3 * set.corners[from + i], xy, 2 * i);
        }
        return xy;
    }

    private void put(double[] xyz, int at, double[] xy, int to) {
        double x = xyz[at] - origin[0];
        double y = xyz[at + 1] - origin[1];
        double z = xyz[at + 2] - origin[2];
        xy[to] = x * u[0] + y * u[1] + z * u[2];
        xy[to + 1] = x * v[0] + y * v[1] + z * v[2];
    }

    /** Adds a ring of x, y of the plane to the face under way. */
    void emit(double[] xy, boolean turn, FaceSet out) {
        for (int i = 0; i < xy.length; i += 2) {
            int at = turn ? xy.length - 2 - i : i;
            double x = xy[at];
            double y = xy[at + 1];
            out.corner(out.vertex(Snap.of(origin[0] + x * u[0] + y * v[0]), Snap.of(origin[1] + x * u[1] + y * v[1]),
                    Snap.of(origin[2] + x * u[2] + y * v[2])));
        }
        out.endRing();
    }

    /** A face as it is. */
    Geometry face(FaceSet set, int face) {
        int first = set.firstRing(face);
        LinearRing shell = ring(set, first);
        LinearRing[] holes = new LinearRing[set.endRing(face) - first - 1];
        for (int h = 0; h < holes.length; h++) {
            holes[h] = ring(set, first + 1 + h);
        }
        Polygon polygon = FACTORY.createPolygon(shell, holes);
        return polygon.isValid() ? polygon : polygon.buffer(0);
    }

    private LinearRing ring(FaceSet set, int ring) {
        int from = set.firstCorner(ring);
        int n = set.endCorner(ring) - from;
        Coordinate[] coordinates = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            coordinates[i] = to(set.xyz, 3 * set.corners[from + i]);
        }
        coordinates[n] = coordinates[0].copy();
        return FACTORY.createLinearRing(coordinates);
    }

    /** The area that an odd number of loops enclose. */
    Geometry area(List<double[]> loops) {
        List<Polygon> polygons = new ArrayList<>();
        for (double[] loop : loops) {
            int n = loop.length / 3;
            Coordinate[] coordinates = new Coordinate[n + 1];
            for (int i = 0; i < n; i++) {
                coordinates[i] = to(loop, 3 * i);
            }
            coordinates[n] = coordinates[0].copy();
            Polygon polygon = FACTORY.createPolygon(coordinates);
            if (polygon.getArea() > DUST) {
                polygons.add(polygon);
            }
        }
        if (polygons.isEmpty()) {
            return FACTORY.createPolygon();
        }
        Geometry area = sound(polygons.get(0));
        for (int i = 1; i < polygons.size(); i++) {
            area = Overlays.symmetricDifference(area, sound(polygons.get(i)));
        }
        return area;
    }

    /** The same area in triangles. */
    static Geometry withoutHoles(Polygon polygon) {
        return org.locationtech.jts.triangulate.polygon.PolygonTriangulator.triangulate(polygon);
    }

    private static Geometry sound(Polygon polygon) {
        return polygon.isValid() ? polygon : polygon.buffer(0);
    }

    /** Adds the polygons of {@code area} to {@code out}, facing along the plane's normal, or against it. */
    void emit(Geometry area, boolean along, int colour, FaceSet out) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > DUST) {
                emit(polygon.getExteriorRing(), along, out);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    emit(polygon.getInteriorRingN(h), !along, out);
                }
                out.endFace(colour);
            }
        }
    }

    private void emit(LinearRing ring, boolean counterClockwise, FaceSet out) {
        Coordinate[] c = ring.getCoordinates();
        boolean turn = org.locationtech.jts.algorithm.Orientation.isCCW(c) != counterClockwise;
        for (int i = 0; i + 1 < c.length; i++) {
            double[] p = from(c[turn ? c.length - 2 - i : i]);
            out.corner(out.vertex(Snap.of(p[0]), Snap.of(p[1]), Snap.of(p[2])));
        }
        out.endRing();
    }
}
