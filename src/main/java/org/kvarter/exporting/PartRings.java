package org.kvarter.exporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.mesh.TileMesh;

/** Finds the polygons that a part's triangles were cut from: edges that two triangles share fall away, the rest is chained. Stateless. */
final class PartRings {

    private PartRings() {
    }

    /**
     * The polygons of a part, each its outer ring (counter-clockwise seen along the normal) and then its holes, as point numbers of the
     * tile. Where the rim is not a set of simple rings, every triangle is a polygon of its own.
     */
    static List<List<int[]>> of(TileMesh tile, int part) {
        int from = 3 * tile.firstTriangle(part);
        int to = 3 * tile.partTriangleEnds()[part];
        if (to - from == 3) {
            return triangles(tile, from, to);
        }
        Map<Integer, Integer> next = rim(tile, from, to);
        if (next == null) {
            return triangles(tile, from, to);
        }
        List<int[]> outer = new ArrayList<>();
        List<int[]> holes = new ArrayList<>();
        while (!next.isEmpty()) {
            int[] ring = chain(next);
            if (ring == null || ring.length < 3) {
                return triangles(tile, from, to);
            }
            (area(tile, part, ring) > 0 ? outer : holes).add(ring);
        }
        if (outer.isEmpty() || outer.size() > 1 && !holes.isEmpty()) {
            return triangles(tile, from, to);
        }
        List<List<int[]>> polygons = new ArrayList<>();
        outer.forEach(ring -> polygons.add(new ArrayList<>(List.of(ring))));
        polygons.get(0).addAll(holes);
        return polygons;
    }

    /** Where each edge of the rim leads; {@code null} where a point has more than one. */
    private static Map<Integer, Integer> rim(TileMesh tile, int from, int to) {
        Set<Long> edges = new HashSet<>();
        for (int c = from; c < to; c++) {
            int a = tile.corners()[c];
            int b = tile.corners()[c % 3 == 2 ? c - 2 : c + 1];
            if (!edges.remove(key(b, a)) && !edges.add(key(a, b))) {
                return null;
            }
        }
        Map<Integer, Integer> next = new HashMap<>();
        for (long edge : edges) {
            if (next.put((int) (edge >> 32), (int) edge) != null) {
                return null;
            }
        }
        return next;
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    private static int[] chain(Map<Integer, Integer> next) {
        int start = next.keySet().iterator().next();
        List<Integer> ring = new ArrayList<>();
        int at = start;
        do {
            ring.add(at);
            Integer to = next.remove(at);
            if (to == null) {
                return null;
            }
            at = to;
        } while (at != start);
        return ring.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Twice the area of a ring along the part's normal, by the sum of cross products. */
    private static double area(TileMesh tile, int part, int[] ring) {
        float[] p = tile.points();
        float[] n = tile.parts().normals();
        double sum = 0;
        int o = 3 * ring[0];
        for (int i = 1; i + 1 < ring.length; i++) {
            int a = 3 * ring[i];
            int b = 3 * ring[i + 1];
            double ux = p[a] - p[o];
            double uy = p[a + 1] - p[o + 1];
            double uz = p[a + 2] - p[o + 2];
            double vx = p[b] - p[o];
            double vy = p[b + 1] - p[o + 1];
            double vz = p[b + 2] - p[o + 2];
            sum += (uy * vz - uz * vy) * n[3 * part] + (uz * vx - ux * vz) * n[3 * part + 1] + (ux * vy - uy * vx) * n[3 * part + 2];
        }
        return sum;
    }

    private static List<List<int[]>> triangles(TileMesh tile, int from, int to) {
        List<List<int[]>> all = new ArrayList<>();
        for (int c = from; c < to; c += 3) {
            all.add(new ArrayList<>(List.of(new int[] {tile.corners()[c], tile.corners()[c + 1], tile.corners()[c + 2]})));
        }
        return all;
    }
}
