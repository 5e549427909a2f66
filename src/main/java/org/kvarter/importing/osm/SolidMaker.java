package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.SurfaceKind;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Builds one closed solid over one valid footprint in metres. Used once. */
final class SolidMaker {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final PrecisionModel GRID = new PrecisionModel(LocalPlane.GRID);
    private static final double NO_HEIGHT = 1e-6;
    /** How far from an edge a place still lies on it, metres: the grid moves places by less. */
    private static final double ON_EDGE = 2e-4;

    private final PolygonSetBuilder builder;
    private final LocalPlane plane;
    private final int row;
    private final BuildingShape shape;
    private final Polygon footprint;
    private final List<Coordinate[]> rings = new ArrayList<>();
    private final Map<Coordinate, Integer> ground = new HashMap<>();
    private final Map<Coordinate, Integer> top = new HashMap<>();

    SolidMaker(PolygonSetBuilder builder, LocalPlane plane, int row, BuildingShape shape, Polygon footprint) {
        this.builder = builder;
        this.plane = plane;
        this.row = row;
        this.shape = shape;
        this.footprint = footprint;
        rings.add(oriented(footprint.getExteriorRing(), true));
        for (int h = 0; h < footprint.getNumInteriorRing(); h++) {
            rings.add(oriented(footprint.getInteriorRingN(h), false));
        }
    }

    /** Corners without the repeated last one; the block lies to the left. */
    private static Coordinate[] oriented(LinearRing ring, boolean outer) {
        LineString line = Orientation.isCCW(ring.getCoordinateSequence()) == outer ? ring : ring.reverse();
        Coordinate[] closed = line.getCoordinates();
        return java.util.Arrays.copyOf(closed, closed.length - 1);
    }

    /** A flat roof. */
    void flat() {
        floor();
        walls(HeightField.of(List.of(), (x, y) -> shape.top()), List.of());
        for (Coordinate[] ring : rings) {
            for (Coordinate c : ring) {
                builder.corner(up(c, shape.top()));
            }
            builder.endRing();
        }
        builder.endPolygon(row, SurfaceKind.ROOF, shape.roofArgb());
    }

    /** A roof that shrinks towards the centre of the footprint, which has no courtyards. */
    void fan(Fan fan) {
        floor();
        walls(HeightField.of(List.of(), (x, y) -> shape.eaves()), List.of());
        Coordinate centre = footprint.getCentroid().getCoordinate();
        Coordinate[] ring = rings.get(0);
        int levels = fan.scales().length;
        int apex = vertex(centre, fan.heights()[levels - 1]);
        int[] below = new int[ring.length];
        for (int i = 0; i < ring.length; i++) {
            below[i] = up(ring[i], shape.eaves());
        }
        for (int k = 1; k < levels; k++) {
            int[] above = new int[ring.length];
            for (int i = 0; i < ring.length && k < levels - 1; i++) {
                double s = fan.scales()[k];
                above[i] = vertex(new Coordinate(centre.x + s * (ring[i].x - centre.x), centre.y + s * (ring[i].y - centre.y)), fan.heights()[k]);
            }
            for (int i = 0; i < ring.length; i++) {
                int j = (i + 1) % ring.length;
                if (k == levels - 1) {
                    builder.polygon(row, SurfaceKind.ROOF, shape.roofArgb(), below[i], below[j], apex);
                } else {
                    builder.polygon(row, SurfaceKind.ROOF, shape.roofArgb(), below[i], below[j], above[j], above[i]);
                }
            }
            below = above;
        }
    }

    /** A roof of planes. */
    void field(HeightField field) {
        List<Polygon> faces = faces(field);
        if (faces.isEmpty()) {
            flat();
            return;
        }
        floor();
        List<Coordinate> corners = new ArrayList<>();
        faces.forEach(f -> corners.addAll(List.of(f.getCoordinates())));
        walls(field, corners);
        for (Polygon face : faces) {
            faceRing(oriented(face.getExteriorRing(), true), field);
            for (int h = 0; h < face.getNumInteriorRing(); h++) {
                faceRing(oriented(face.getInteriorRingN(h), false), field);
            }
            builder.endPolygon(row, SurfaceKind.ROOF, shape.roofArgb());
        }
    }

    private void faceRing(Coordinate[] ring, HeightField field) {
        for (Coordinate c : ring) {
            builder.corner(up(c, field.at(c.x, c.y)));
        }
        builder.endRing();
    }

    /** The footprint cut along the lines at which the roof breaks. */
    private List<Polygon> faces(HeightField field) {
        if (field.breaks().isEmpty()) {
            return List.of(footprint);
        }
        Geometry lines = FACTORY.createMultiLineString(field.breaks().stream().map(FACTORY::createLineString).toArray(LineString[]::new));
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNG.overlay(footprint.getBoundary(), lines, OverlayNG.UNION, GRID));
        List<Polygon> faces = new ArrayList<>();
        double area = 0;
        for (Object o : polygonizer.getPolygons()) {
            Polygon face = (Polygon) o;
            if (SimplePointInAreaLocator.locate(face.getInteriorPoint().getCoordinate(), footprint) == Location.INTERIOR) {
                faces.add(face);
                area += face.getArea();
            }
        }
        return Math.abs(area - footprint.getArea()) > 1e-3 * footprint.getArea() ? List.of() : faces;
    }

    /** Seen from below. */
    private void floor() {
        for (Coordinate[] ring : rings) {
            for (int i = ring.length - 1; i >= 0; i--) {
                builder.corner(down(ring[i]));
            }
            builder.endRing();
        }
        builder.endPolygon(row, shape.base() > 0 ? SurfaceKind.OUTER_CEILING : SurfaceKind.GROUND, 0);
    }

    /** One per edge of the footprint, up to the roof with the corners it has there. */
    private void walls(HeightField field, List<Coordinate> roofCorners) {
        for (Coordinate[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                Coordinate a = ring[i];
                Coordinate b = ring[(i + 1) % ring.length];
                List<Integer> corners = new ArrayList<>(List.of(down(a), down(b)));
                append(corners, b, field);
                for (Coordinate c : between(a, b, roofCorners)) {
                    append(corners, c, field);
                }
                append(corners, a, field);
                if (corners.size() >= 3) {
                    builder.polygon(row, SurfaceKind.WALL, shape.wallArgb(), corners.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
    }

    private void append(List<Integer> corners, Coordinate c, HeightField field) {
        double height = field.at(c.x, c.y);
        if (height > shape.base() + NO_HEIGHT) {
            corners.add(up(c, height));
        } else if (!ground.containsKey(c)) {
            corners.add(down(c));
        }
    }

    /** Corners of the roof strictly within an edge, from its end to its start. */
    private static List<Coordinate> between(Coordinate a, Coordinate b, List<Coordinate> candidates) {
        double length = a.distance(b);
        double ux = (b.x - a.x) / length;
        double uy = (b.y - a.y) / length;
        return candidates.stream().filter(c -> {
            double along = (c.x - a.x) * ux + (c.y - a.y) * uy;
            return along > ON_EDGE && along < length - ON_EDGE && Math.abs((c.y - a.y) * ux - (c.x - a.x) * uy) < ON_EDGE;
        }).distinct().sorted(Comparator.comparingDouble((Coordinate c) -> c.distance(b))).toList();
    }

    private int down(Coordinate c) {
        return ground.computeIfAbsent(c, k -> vertex(k, shape.base()));
    }

    /** The vertex over a place; the ground's own where the roof comes down to it. */
    private int up(Coordinate c, double height) {
        if (height <= shape.base() + NO_HEIGHT) {
            return down(c);
        }
        return top.computeIfAbsent(c, k -> vertex(k, height));
    }

    private int vertex(Coordinate c, double height) {
        return builder.vertex(plane.lon(c.x), plane.lat(c.y), height);
    }
}
