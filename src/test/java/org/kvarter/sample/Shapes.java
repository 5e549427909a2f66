package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.geom.PrecisionModel;

/** Small helpers over JTS. Everything handed out is on a millimetre grid. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);

    private Shapes() {
    }

    static Point point(Coordinate c) {
        return FACTORY.createPoint(new Coordinate(Frame.mm(c.x), Frame.mm(c.y)));
    }

    static LineString line(List<Coordinate> points) {
        return FACTORY.createLineString(points.stream()
                .map(c -> new Coordinate(Frame.mm(c.x), Frame.mm(c.y))).toArray(Coordinate[]::new));
    }

    static Polygon polygon(List<Coordinate> ring) {
        List<Coordinate> closed = new ArrayList<>();
        for (Coordinate c : ring) {
            Coordinate rounded = new Coordinate(Frame.mm(c.x), Frame.mm(c.y));
            if (closed.isEmpty() || !closed.get(closed.size() - 1).equals2D(rounded)) {
                closed.add(rounded);
            }
        }
        if (!closed.get(0).equals2D(closed.get(closed.size() - 1))) {
            closed.add(closed.get(0).copy());
        }
        return FACTORY.createPolygon(closed.toArray(Coordinate[]::new));
    }

    static Polygon polygon(double... xy) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            ring.add(new Coordinate(xy[i], xy[i + 1]));
        }
        return polygon(ring);
    }

    static Polygon box(double x0, double y0, double x1, double y1) {
        return polygon(x0, y0, x1, y0, x1, y1, x0, y1);
    }

    static Geometry grid(Geometry g) {
        return GeometryPrecisionReducer.reduce(g, MILLIMETRES);
    }

    /** A strip along a line, with flat ends and mitred bends. */
    static Geometry strip(Geometry line, double width) {
        return grid(BufferOp.bufferOp(line, width / 2,
                new BufferParameters(4, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 4)));
    }

    /** Grown (or, negative, shrunk) with sharp corners. */
    static Geometry mitred(Geometry area, double distance) {
        return grid(BufferOp.bufferOp(area, distance, new BufferParameters(4, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 3)));
    }

    /** Grown or shrunk with round corners. */
    static Geometry round(Geometry area, double distance) {
        return grid(area.buffer(distance, 6));
    }

    static Geometry union(List<? extends Geometry> parts) {
        return parts.isEmpty() ? FACTORY.createPolygon()
                : grid(FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new)).buffer(0));
    }

    /** The polygons of a geometry, largest first where {@code minArea} square metres are reached. */
    static List<Polygon> polygons(Geometry g, double minArea) {
        List<Polygon> out = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p && p.getArea() >= minArea) {
                out.add(p);
            }
        }
        out.sort((a, b) -> Double.compare(b.getArea(), a.getArea()));
        return out;
    }

    /** The outer ring without its closing point, counter-clockwise. */
    static List<Coordinate> ring(Polygon p) {
        Coordinate[] c = p.getExteriorRing().getCoordinates();
        boolean ccw = Orientation.isCCW(c);
        List<Coordinate> out = new ArrayList<>();
        for (int i = 0; i < c.length - 1; i++) {
            out.add(ccw ? c[i] : c[c.length - 1 - i]);
        }
        return out;
    }

    static Coordinate mid(Coordinate a, Coordinate b) {
        return mix(a, b, 0.5);
    }

    static Coordinate mix(Coordinate a, Coordinate b, double f) {
        return new Coordinate(a.x + f * (b.x - a.x), a.y + f * (b.y - a.y));
    }

    /** The corners of a rectangle, counter-clockwise from the lower left as seen looking along {@code dx, dy} turned right. */
    static List<Coordinate> rectangle(Coordinate centre, double dx, double dy, double length, double width) {
        double l = StrictMath.sqrt(dx * dx + dy * dy);
        double ax = dx / l * length / 2;
        double ay = dy / l * length / 2;
        double bx = -dy / l * width / 2;
        double by = dx / l * width / 2;
        return List.of(new Coordinate(centre.x - ax - bx, centre.y - ay - by), new Coordinate(centre.x + ax - bx, centre.y + ay - by),
                new Coordinate(centre.x + ax + bx, centre.y + ay + by), new Coordinate(centre.x - ax + bx, centre.y - ay + by));
    }
}
