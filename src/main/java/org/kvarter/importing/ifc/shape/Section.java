package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a plane cuts a solid, as loops in space. A corner in the plane counts as lying on one side of it, which is the cut an
 * infinitesimal step to the other side (symbolic perturbation): no special cases are left, and each edge is crossed by both of its faces
 * in the same point, so that loops close.
 */
final class Section {

    /** Corners this near are in the plane, metres. */
    static final double IN_PLANE = 2e-6;

    private final Welded solid;
    private final Plane plane;
    private final boolean inPlaneAbove;
    private final byte[] side;
    private final Map<Long, Integer> numberOf = new HashMap<>();
    private double[] points = new double[48];
    private int count;
    /** Two neighbours per point, −1 while unknown. */
    private int[] neighbours = new int[32];
    private boolean torn;

    private Section(Welded solid, Plane plane, boolean inPlaneAbove) {
        this.solid = solid;
        this.plane = plane;
        this.inPlaneAbove = inPlaneAbove;
        this.side = sides(solid.set, plane, inPlaneAbove);
    }

    /** −1 below, 1 above, by vertex. */
    static byte[] sides(FaceSet set, Plane plane, boolean inPlaneAbove) {
        byte[] sides = new byte[set.vertices];
        for (int v = 0; v < sides.length; v++) {
            double d = plane.distance(set.xyz, 3 * v);
            sides[v] = (byte) (Math.abs(d) <= IN_PLANE ? inPlaneAbove ? 1 : -1 : d > 0 ? 1 : -1);
        }
        return sides;
    }

    /**
     * The loops of the cut.
     *
     * @param inPlaneAbove whether corners in the plane count as above: the cut is then the one just below
     * @return x, y, z of each loop's corners; {@code null} where the loops do not close because the solid does not
     */
    static List<double[]> of(Welded solid, Plane plane, boolean inPlaneAbove) {
        return new Section(solid, plane, inPlaneAbove).loops();
    }

    private List<double[]> loops() {
        for (int f = 0; f < solid.set.faces; f++) {
            if (solid.planes[f] != null && Boxes.meets(solid.boxes[f], plane, 2 * IN_PLANE)) {
                crossFace(f);
            }
        }
        return torn ? null : linked();
    }

    private void crossFace(int face) {
        FaceSet set = solid.set;
        int[] found = new int[8];
        int n = 0;
        for (int r = set.firstRing(face); r < set.endRing(face); r++) {
            int from = set.firstCorner(r);
            int to = set.endCorner(r);
            for (int c = from; c < to; c++) {
                int a = set.corners[c];
                int b = set.corners[c + 1 == to ? from : c + 1];
                if (side[a] != side[b]) {
                    if (n == found.length) {
                        found = Arrays.copyOf(found, 2 * n);
                    }
                    found[n++] = crossing(a, b);
                }
            }
        }
        if (n > 2) {
            sortAlong(face, found, n);
        }
        for (int i = 0; i + 1 < n; i += 2) {
            join(found[i], found[i + 1]);
        }
    }

    private int crossing(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return numberOf.computeIfAbsent((long) low << 32 | high, key -> {
            if (3 * count + 3 > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
                neighbours = Arrays.copyOf(neighbours, 2 * neighbours.length);
            }
            crossingPoint(solid.set, low, high, plane, points, 3 * count);
            neighbours[2 * count] = -1;
            neighbours[2 * count + 1] = -1;
            return count++;
        });
    }

    /** Where the edge between two vertices, the lower number first, meets the plane. */
    static void crossingPoint(FaceSet set, int low, int high, Plane plane, double[] out, int at) {
        double d0 = plane.distance(set.xyz, 3 * low);
        double d1 = plane.distance(set.xyz, 3 * high);
        double t = Math.abs(d0) <= IN_PLANE ? 0 : Math.abs(d1) <= IN_PLANE ? 1 : d0 / (d0 - d1);
        for (int k = 0; k < 3; k++) {
            double p = set.xyz[3 * low + k];
            out[at + k] = t == 0 ? p : t == 1 ? set.xyz[3 * high + k] : Snap.of(p + t * (set.xyz[3 * high + k] - p));
        }
    }

    private void sortAlong(int face, int[] found, int n) {
        double[] along = Vectors.cross(solid.planes[face].normal(), plane.normal());
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = found[i];
        }
        Arrays.sort(order, (p, q) -> Double.compare(position(p, along), position(q, along)));
        for (int i = 0; i < n; i++) {
            found[i] = order[i];
        }
    }

    private double position(int point, double[] along) {
        return points[3 * point] * along[0] + points[3 * point + 1] * along[1] + points[3 * point + 2] * along[2];
    }

    private void join(int a, int b) {
        torn |= !link(a, b) | !link(b, a);
    }

    private boolean link(int a, int b) {
        int slot = neighbours[2 * a] < 0 ? 2 * a : 2 * a + 1;
        if (neighbours[slot] >= 0) {
            return false;
        }
        neighbours[slot] = b;
        return true;
    }

    private List<double[]> linked() {
        List<double[]> loops = new ArrayList<>();
        boolean[] used = new boolean[count];
        for (int start = 0; start < count; start++) {
            if (used[start]) {
                continue;
            }
            double[] loop = new double[24];
            int n = 0;
            int before = -1;
            int at = start;
            do {
                if (used[at] || neighbours[2 * at + 1] < 0) {
                    return null;
                }
                used[at] = true;
                if (3 * n + 3 > loop.length) {
                    loop = Arrays.copyOf(loop, 2 * loop.length);
                }
                System.arraycopy(points, 3 * at, loop, 3 * n++, 3);
                int next = neighbours[2 * at] == before ? neighbours[2 * at + 1] : neighbours[2 * at];
                before = at;
                at = next;
            } while (at != start);
            if (n >= 3) {
                loops.add(Arrays.copyOf(loop, 3 * n));
            }
        }
        return loops;
    }
}
