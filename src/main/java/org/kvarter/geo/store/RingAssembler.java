package org.kvarter.geo.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Puts loose rings together to polygons. In a shapefile outer rings run clockwise and holes counter-clockwise; a hole belongs to the
 * smallest outer ring around it. Where the directions make no sense (a hole in no outer ring), they are not believed and rings are
 * outer or inner by how many others lie around them.
 */
final class RingAssembler {

    private record Shell(LinearRing ring, double area, List<LinearRing> holes) {
    }

    private RingAssembler() {
    }

    static MultiPolygon assemble(List<LinearRing> rings) {
        List<LinearRing> outer = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            (Area.ofRingSigned(ring.getCoordinateSequence()) >= 0 ? outer : holes).add(ring);
        }
        List<Shell> shells = fill(outer, holes);
        return build(shells != null ? shells : byNesting(rings));
    }

    /** The outer rings with their holes, {@code null} where a hole lies in none. */
    private static List<Shell> fill(List<LinearRing> outer, List<LinearRing> holes) {
        List<Shell> shells = new ArrayList<>();
        STRtree index = new STRtree();
        for (LinearRing ring : outer) {
            Shell shell = new Shell(ring, Area.ofRing(ring.getCoordinateSequence()), new ArrayList<>());
            shells.add(shell);
            index.insert(ring.getEnvelopeInternal(), shell);
        }
        for (LinearRing hole : holes) {
            Shell around = smallestAround(index, hole);
            if (around == null) {
                return null;
            }
            around.holes.add(hole);
        }
        return shells;
    }

    private static Shell smallestAround(STRtree index, LinearRing ring) {
        @SuppressWarnings("unchecked")
        List<Shell> candidates = index.query(ring.getEnvelopeInternal());
        candidates.sort(Comparator.comparingDouble(Shell::area));
        for (Shell candidate : candidates) {
            if (contains(candidate.ring, ring)) {
                return candidate;
            }
        }
        return null;
    }

    /** Rings at an even depth are outer ones, at an odd depth holes of the next around them. */
    private static List<Shell> byNesting(List<LinearRing> rings) {
        List<LinearRing> outer = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        STRtree index = new STRtree();
        rings.forEach(ring -> index.insert(ring.getEnvelopeInternal(), ring));
        for (LinearRing ring : rings) {
            int depth = 0;
            @SuppressWarnings("unchecked")
            List<LinearRing> candidates = index.query(ring.getEnvelopeInternal());
            for (LinearRing other : candidates) {
                depth += other != ring && contains(other, ring) ? 1 : 0;
            }
            (depth % 2 == 0 ? outer : holes).add(ring);
        }
        List<Shell> shells = fill(outer, holes);
        return shells != null ? shells : rings.stream().map(r -> new Shell(r, 0, new ArrayList<>())).toList();
    }

    /** Whether {@code inner} lies in {@code outer}, judged by its first vertex that is not on its edge. */
    private static boolean contains(LinearRing outer, LinearRing inner) {
        if (!outer.getEnvelopeInternal().covers(inner.getEnvelopeInternal())) {
            return false;
        }
        CoordinateSequence points = inner.getCoordinateSequence();
        Coordinate[] around = outer.getCoordinates();
        for (int i = 0; i < points.size(); i++) {
            int location = PointLocation.locateInRing(points.getCoordinate(i), around);
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return false;
    }

    private static MultiPolygon build(List<Shell> shells) {
        Polygon[] polygons = shells.stream()
                .map(s -> WkbReader.GEOMETRIES.createPolygon(s.ring, s.holes.toArray(LinearRing[]::new))).toArray(Polygon[]::new);
        return WkbReader.GEOMETRIES.createMultiPolygon(polygons);
    }
}
