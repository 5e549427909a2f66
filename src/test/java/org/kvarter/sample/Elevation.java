package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * One upright wall plane of a body as an architect draws it: metres to the right as seen from outside, and height.
 */
final class Elevation {
    private final double nx;
    private final double ny;
    private final double distance;
    private final List<Polygon> pieces = new ArrayList<>();
    private Polygon outline;
    private PreparedGeometry inside;

    private Elevation(double nx, double ny, double distance) {
        this.nx = nx;
        this.ny = ny;
        this.distance = distance;
    }

    /** The walls of a body that have room for a window, pieces of one plane that touch as one. */
    static List<Elevation> of(Solid solid) {
        List<Elevation> planes = new ArrayList<>();
        for (Solid.Face f : solid.faces()) {
            double[] n = normal(f.ring());
            double length = StrictMath.sqrt(n[0] * n[0] + n[1] * n[1]);
            if (f.kind() == Solid.Kind.WALL && length > 0.5 && Math.abs(n[2]) < 0.02 * length) {
                Coordinate c = f.ring().get(0);
                Elevation own = new Elevation(n[0] / length, n[1] / length, (c.x * n[0] + c.y * n[1]) / length);
                Elevation plane = planes.stream().filter(own::sharesPlane).findFirst().orElse(own);
                if (plane == own) {
                    planes.add(own);
                }
                plane.pieces.add(plane.drawn(f.ring()));
            }
        }
        List<Elevation> walls = new ArrayList<>();
        for (Elevation plane : planes) {
            Geometry all = Shapes.FACTORY.createGeometryCollection(plane.pieces.stream().map(p -> p.buffer(0.02, 1)).toArray(Geometry[]::new)).buffer(0);
            for (Polygon p : Shapes.polygons(all.buffer(-0.02, 1), 4)) {
                Elevation wall = new Elevation(plane.nx, plane.ny, plane.distance);
                wall.outline = p;
                wall.inside = PreparedGeometryFactory.prepare(p);
                walls.add(wall);
            }
        }
        return walls;
    }

    private boolean sharesPlane(Elevation o) {
        return nx * o.nx + ny * o.ny > 0.99995 && Math.abs(distance - o.distance) < 0.05;
    }

    private Polygon drawn(List<Coordinate> ring) {
        return Shapes.polygon(ring.stream().map(c -> new Coordinate(-ny * c.x + nx * c.y, c.getZ())).toList());
    }

    /** Newell's normal. */
    private static double[] normal(List<Coordinate> ring) {
        double[] n = new double[3];
        for (int i = 0; i < ring.size(); i++) {
            Coordinate p = ring.get(i);
            Coordinate q = ring.get((i + 1) % ring.size());
            n[0] += (p.y - q.y) * (p.getZ() + q.getZ()) / 2;
            n[1] += (p.getZ() - q.getZ()) * (p.x + q.x) / 2;
            n[2] += (p.x - q.x) * (p.y + q.y) / 2;
        }
        return n;
    }

    double left() {
        return outline.getEnvelopeInternal().getMinX();
    }

    double width() {
        return outline.getEnvelopeInternal().getWidth();
    }

    double low() {
        return outline.getEnvelopeInternal().getMinY();
    }

    double high() {
        return outline.getEnvelopeInternal().getMaxY();
    }

    /** Height to which both ends of the wall reach: the eave. */
    double shoulder() {
        return Math.min(top(left() + 0.1), top(left() + width() - 0.1));
    }

    private double top(double s) {
        return outline.intersection(Shapes.line(List.of(new Coordinate(s, low() - 1), new Coordinate(s, high() + 1)))).getEnvelopeInternal().getMaxY();
    }

    /** Whether a rectangle lies on the wall. */
    boolean holds(double s0, double z0, double s1, double z1) {
        return inside.contains(Shapes.box(s0, z0, s1, z1));
    }

    /** A place on the wall or {@code out} metres before it. */
    Coordinate at(double s, double z, double out) {
        return Solid.at(new Coordinate(nx * (distance + out) - ny * s, ny * (distance + out) + nx * s), z);
    }
}
