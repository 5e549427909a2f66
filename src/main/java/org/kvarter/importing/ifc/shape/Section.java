package org.kvarter.importing.ifc.shape;

import java.util.Arrays;
import java.util.List;

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
    private final LoopLinker linker = new LoopLinker();

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
        return linker.loops();
    }

    private void crossFace(int face) {
        FaceSet set = solid.set;
        double[] found = new double[12];
        int n = 0;
        for (int r = set.firstRing(face); r < set.endRing(face); r++) {
            int from = set.firstCorner(r);
            int to = set.endCorner(r);
            for (int c = from; c < to; c++) {
                int a = set.corners[c];
                int b = set.corners[c + 1 == to ? from : c + 1];
                if (side[a] != side[b]) {
                    if (3 * n + 3 > found.length) {
                        found = Arrays.copyOf(found, 2 * found.length);
                    }
                    crossingPoint(set, Math.min(a, b), Math.max(a, b), plane, found, 3 * n++);
                }
            }
        }
        if (n > 2) {
            sortAlong(face, found, n);
        }
        for (int i = 0; i + 1 < n; i += 2) {
            linker.piece(linker.point(found[3 * i], found[3 * i + 1], found[3 * i + 2]),
                    linker.point(found[3 * i + 3], found[3 * i + 4], found[3 * i + 5]));
        }
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

    private void sortAlong(int face, double[] found, int n) {
        double[] along = Vectors.cross(solid.planes[face].normal(), plane.normal());
        double[][] order = new double[n][];
        for (int i = 0; i < n; i++) {
            order[i] = Arrays.copyOfRange(found, 3 * i, 3 * i + 3);
        }
        Arrays.sort(order, (p, q) -> Double.compare(Vectors.dot(p, along), Vectors.dot(q, along)));
        for (int i = 0; i < n; i++) {
            System.arraycopy(order[i], 0, found, 3 * i, 3);
        }
    }
}
