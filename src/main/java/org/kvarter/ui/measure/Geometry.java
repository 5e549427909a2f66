package org.kvarter.ui.measure;

import java.util.List;

/** Lengths, areas and angles between places in metres: east, north, up. Stateless. */
final class Geometry {

    private Geometry() {
    }

    /** Along the line in space, metres. */
    static double length(double[] a, double[] b) {
        return Math.hypot(level(a, b), b[2] - a[2]);
    }

    /** In the plan, metres. */
    static double level(double[] a, double[] b) {
        return Math.hypot(b[0] - a[0], b[1] - a[1]);
    }

    /** Sum of the stretches, with the one back to the first place for a {@code closed} one. */
    static double length(List<double[]> places, boolean closed) {
        double sum = 0;
        for (int k = closed ? 0 : 1; k < places.size(); k++) {
            sum += length(places.get(k == 0 ? places.size() - 1 : k - 1), places.get(k));
        }
        return sum;
    }

    /**
     * The vector area of a ring (Newell): its length is the area on the ring's own plane, m², its up component the area in the plan, and it
     * is normal to that plane. Of a ring that is not planar, the plane in which it shows the largest area.
     */
    static double[] vectorArea(List<double[]> ring) {
        double[] sum = new double[3];
        double[] o = ring.isEmpty() ? new double[3] : ring.get(0);
        for (int k = 0; k < ring.size(); k++) {
            double[] a = ring.get(k);
            double[] b = ring.get((k + 1) % ring.size());
            double[] u = {a[0] - o[0], a[1] - o[1], a[2] - o[2]};
            double[] v = {b[0] - o[0], b[1] - o[1], b[2] - o[2]};
            sum[0] += (u[1] * v[2] - u[2] * v[1]) / 2;
            sum[1] += (u[2] * v[0] - u[0] * v[2]) / 2;
            sum[2] += (u[0] * v[1] - u[1] * v[0]) / 2;
        }
        return sum;
    }

    static double size(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** How a plane leans, degrees: 0 level … 90 upright. */
    static double tilt(double[] normal) {
        return Math.toDegrees(Math.atan2(Math.hypot(normal[0], normal[1]), Math.abs(normal[2])));
    }

    /** How far the corners of a ring lie off its mean plane at most, metres. */
    static double offPlane(List<double[]> ring) {
        double[] n = vectorArea(ring);
        double size = size(n);
        if (size == 0) {
            return 0;
        }
        double[] m = middle(ring);
        double most = 0;
        for (double[] p : ring) {
            most = Math.max(most, Math.abs((p[0] - m[0]) * n[0] + (p[1] - m[1]) * n[1] + (p[2] - m[2]) * n[2]) / size);
        }
        return most;
    }

    /** Whether stretches of a ring cross each other, seen along the normal of its plane. */
    static boolean crossesItself(List<double[]> ring) {
        double[] n = vectorArea(ring);
        int drop = Math.abs(n[2]) >= Math.abs(n[0]) && Math.abs(n[2]) >= Math.abs(n[1]) ? 2 : Math.abs(n[0]) >= Math.abs(n[1]) ? 0 : 1;
        int u = (drop + 1) % 3;
        int v = (drop + 2) % 3;
        int size = ring.size();
        for (int i = 0; i < size; i++) {
            for (int j = i + 2; j < size; j++) {
                if ((j + 1) % size != i && cross(ring.get(i), ring.get(i + 1), ring.get(j), ring.get((j + 1) % size), u, v)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(double[] a, double[] b, double[] c, double[] d, int u, int v) {
        return side(a, b, c, u, v) * side(a, b, d, u, v) < 0 && side(c, d, a, u, v) * side(c, d, b, u, v) < 0;
    }

    private static double side(double[] a, double[] b, double[] p, int u, int v) {
        return Math.signum((b[u] - a[u]) * (p[v] - a[v]) - (b[v] - a[v]) * (p[u] - a[u]));
    }

    /** Angle at a corner between the directions to two places, degrees 0 … 180; NaN where one of them is the corner. */
    static double angle(double[] corner, double[] a, double[] b) {
        return between(new double[] {a[0] - corner[0], a[1] - corner[1], a[2] - corner[2]},
                new double[] {b[0] - corner[0], b[1] - corner[1], b[2] - corner[2]});
    }

    /** As {@link #angle}, in the plan. */
    static double levelAngle(double[] corner, double[] a, double[] b) {
        return between(new double[] {a[0] - corner[0], a[1] - corner[1], 0}, new double[] {b[0] - corner[0], b[1] - corner[1], 0});
    }

    /** Kahan's formula: exact near 0 and 180 degrees too. */
    private static double between(double[] u, double[] v) {
        double a = size(u);
        double b = size(v);
        if (a == 0 || b == 0) {
            return Double.NaN;
        }
        double[] apart = new double[3];
        double[] along = new double[3];
        for (int k = 0; k < 3; k++) {
            apart[k] = u[k] / a - v[k] / b;
            along[k] = u[k] / a + v[k] / b;
        }
        return Math.toDegrees(2 * Math.atan2(size(apart), size(along)));
    }

    static double[] middle(List<double[]> places) {
        double[] m = new double[3];
        for (double[] p : places) {
            for (int k = 0; k < 3; k++) {
                m[k] += p[k] / places.size();
            }
        }
        return m;
    }
}
