package org.kvarter.mesh.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Earcut leaves out points that lie on a straight line with their neighbours; the walls beside the cap have them. Puts them back by
 * dividing the triangle at whose edge they are missing. Stateless.
 */
final class RimPoints {

    private RimPoints() {
    }

    /**
     * @param triangles corners of each, turning left; changed
     * @param ring      points in their order, all of which are to be used
     */
    static void putBack(List<int[]> triangles, int[] ring) {
        Set<Integer> used = new HashSet<>();
        triangles.forEach(t -> {
            used.add(t[0]);
            used.add(t[1]);
            used.add(t[2]);
        });
        int start = 0;
        while (start < ring.length && !used.contains(ring[start])) {
            start++;
        }
        if (start == ring.length) {
            return;
        }
        for (int k = 0; k < ring.length; ) {
            int from = ring[(start + k) % ring.length];
            List<Integer> missing = new ArrayList<>();
            k++;
            while (k < ring.length && !used.contains(ring[(start + k) % ring.length])) {
                missing.add(ring[(start + k) % ring.length]);
                k++;
            }
            if (!missing.isEmpty()) {
                divide(triangles, from, ring[(start + k) % ring.length], missing);
            }
        }
    }

    /** An outer ring has its triangles' edges in its direction, a hole, which turns right, too: the area is to the left of both. */
    private static void divide(List<int[]> triangles, int from, int to, List<Integer> missing) {
        for (int i = 0; i < triangles.size(); i++) {
            int[] t = triangles.get(i);
            for (int c = 0; c < 3; c++) {
                if (t[c] == from && t[(c + 1) % 3] == to) {
                    int apex = t[(c + 2) % 3];
                    triangles.remove(i);
                    int last = from;
                    for (int point : missing) {
                        triangles.add(new int[] {last, point, apex});
                        last = point;
                    }
                    triangles.add(new int[] {last, to, apex});
                    return;
                }
            }
        }
    }
}
