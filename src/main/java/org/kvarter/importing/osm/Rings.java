package org.kvarter.importing.osm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins the ways of a multipolygon to rings at their common end nodes and nests these: a ring in an odd number of others is a hole. Roles
 * are not asked: they are wrong more often than the geometry. Stateless.
 */
final class Rings {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MAX_RINGS = 4_000;

    private Rings() {
    }

    /** The area of ways, each a list of node indices; {@code null} where they do not close, or there is no area. */
    static Geometry area(List<int[]> ways, NodeStore nodes) {
        List<LinearRing> rings = new ArrayList<>();
        for (int[] ring : close(ways)) {
            if (ring == null || rings.size() == MAX_RINGS) {
                return null;
            }
            LinearRing line = ring(ring, nodes);
            if (line != null) {
                rings.add(line);
            }
        }
        return nest(rings);
    }

    /** A ring of node indices; {@code null} where it has no area. */
    static LinearRing ring(int[] indices, NodeStore nodes) {
        Coordinate[] corners = coordinates(indices, nodes);
        if (corners.length < 4 || !corners[0].equals2D(corners[corners.length - 1])) {
            return null;
        }
        LinearRing ring = FACTORY.createLinearRing(corners);
        return FACTORY.createPolygon(ring).getArea() > 0 ? ring : null;
    }

    static Coordinate[] coordinates(int[] indices, NodeStore nodes) {
        Coordinate[] corners = new Coordinate[indices.length];
        for (int i = 0; i < indices.length; i++) {
            corners[i] = new Coordinate(nodes.longitude(indices[i]), nodes.latitude(indices[i]));
        }
        return corners;
    }

    /** Rings with their first node repeated; one {@code null} at the end where ways are left over. */
    private static List<int[]> close(List<int[]> ways) {
        List<int[]> rings = new ArrayList<>();
        Map<Integer, Deque<Integer>> byEnd = new HashMap<>();
        boolean[] used = new boolean[ways.size()];
        for (int w = 0; w < ways.size(); w++) {
            int[] way = ways.get(w);
            if (way.length < 2) {
                used[w] = true;
            } else if (way[0] == way[way.length - 1]) {
                rings.add(way);
                used[w] = true;
            } else {
                byEnd.computeIfAbsent(way[0], k -> new ArrayDeque<>()).add(w);
                byEnd.computeIfAbsent(way[way.length - 1], k -> new ArrayDeque<>()).add(w);
            }
        }
        for (int w = 0; w < used.length; w++) {
            if (!used[w]) {
                rings.add(follow(w, ways, used, byEnd));
            }
        }
        rings.sort(Comparator.comparing(r -> r == null ? 1 : 0));
        return rings;
    }

    private static int[] follow(int first, List<int[]> ways, boolean[] used, Map<Integer, Deque<Integer>> byEnd) {
        List<int[]> chain = new ArrayList<>();
        used[first] = true;
        chain.add(ways.get(first));
        int start = ways.get(first)[0];
        int end = ways.get(first)[ways.get(first).length - 1];
        int total = ways.get(first).length;
        while (end != start) {
            Deque<Integer> candidates = byEnd.get(end);
            while (!candidates.isEmpty() && used[candidates.peek()]) {
                candidates.poll();
            }
            if (candidates.isEmpty()) {
                return null;
            }
            int next = candidates.poll();
            used[next] = true;
            int[] way = ways.get(next);
            int[] turned = way[0] == end ? way : reversed(way);
            chain.add(turned);
            end = turned[turned.length - 1];
            total += way.length - 1;
        }
        int[] ring = new int[total];
        int at = 0;
        for (int[] way : chain) {
            int skip = at == 0 ? 0 : 1;
            System.arraycopy(way, skip, ring, at, way.length - skip);
            at += way.length - skip;
        }
        return ring;
    }

    private static int[] reversed(int[] way) {
        int[] turned = new int[way.length];
        for (int i = 0; i < way.length; i++) {
            turned[i] = way[way.length - 1 - i];
        }
        return turned;
    }

    private static Geometry nest(List<LinearRing> rings) {
        List<Polygon> filled = new ArrayList<>(rings.stream().map(FACTORY::createPolygon).toList());
        filled.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        int n = filled.size();
        int[] parent = new int[n];
        int[] depth = new int[n];
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            holes.add(new ArrayList<>());
            parent[i] = -1;
            Coordinate inside = filled.get(i).getInteriorPoint().getCoordinate();
            for (int j = i - 1; j >= 0 && parent[i] < 0; j--) {
                if (filled.get(j).getEnvelopeInternal().contains(inside)
                        && SimplePointInAreaLocator.locate(inside, filled.get(j)) == Location.INTERIOR) {
                    parent[i] = j;
                    depth[i] = depth[j] + 1;
                }
            }
            if (depth[i] % 2 == 1) {
                holes.get(parent[i]).add(filled.get(i).getExteriorRing());
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (depth[i] % 2 == 0) {
                polygons.add(FACTORY.createPolygon(filled.get(i).getExteriorRing(), holes.get(i).toArray(LinearRing[]::new)));
            }
        }
        return polygons.isEmpty() ? null : polygons.size() == 1 ? polygons.get(0)
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
