package org.kvarter.mesh;

import earcut4j.Earcut;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one polygon in space into triangles, in the coordinate plane in which it shows the largest area. Reused from polygon to
 * polygon so that nothing is allocated on the common paths; not thread-safe.
 *
 * <p>Convex rings are fanned, small simple rings are clipped ear by ear, and rings with holes or many corners go to earcut. A ring
 * that crosses itself yields some triangles of its surface, never an endless loop. All triangles face along the given normal.
 */
final class Triangulator {

    /** Largest ring clipped here; beyond it earcut's z-order index pays. */
    private static final int SMALL = 48;

    private double[] flat = new double[2 * 64];
    private int[] vertexOf = new int[64];
    private final int[] next = new int[SMALL];
    private final int[] previous = new int[SMALL];
    private int[] triangles = new int[3 * 64];
    private int count;

    /** Number of triangles of the last polygon. */
    int count() {
        return count;
    }

    /** Three corners per triangle of the last polygon, counted from its first; valid until the next. */
    int[] triangles() {
        return triangles;
    }

    /**
     * Cuts a polygon.
     *
     * @param points   3 × n coordinates
     * @param corners  point of each ring corner
     * @param ringEnds exclusive end of each ring in {@code corners}
     * @param first    first corner of the polygon
     * @param fromRing first ring, the outer one
     * @param toRing   exclusive last ring
     */
    void triangulate(double[] points, int[] corners, int[] ringEnds, int first, int fromRing, int toRing,
                     double nx, double ny, double nz) {
        int n = ringEnds[toRing - 1] - first;
        count = 0;
        reserve(n);
        System.arraycopy(corners, first, vertexOf, 0, n);
        flatten(points, n, nx, ny, nz);
        if (toRing - fromRing == 1) {
            if (n == 3) {
                emit(0, 1, 2);
            } else if (n == 4 && convex(n)) {
                quad();
            } else if (convex(n)) {
                fan(n);
            } else if (n <= SMALL) {
                clipEars(n);
            } else {
                earcut(n, null);
            }
        } else {
            int[] holes = new int[toRing - fromRing - 1];
            for (int h = 0; h < holes.length; h++) {
                holes[h] = ringEnds[fromRing + h] - first;
            }
            earcut(n, holes);
        }
    }

    private void reserve(int n) {
        if (n > vertexOf.length) {
            vertexOf = new int[Math.max(n, 2 * vertexOf.length)];
            flat = new double[2 * vertexOf.length];
        }
    }

    /** Drops the axis in which the normal is longest, mirrored so that the outer ring turns counter-clockwise. */
    private void flatten(double[] points, int n, double nx, double ny, double nz) {
        double ax = Math.abs(nx);
        double ay = Math.abs(ny);
        double az = Math.abs(nz);
        int u;
        int v;
        double along;
        if (az >= ax && az >= ay) {
            u = 0;
            v = 1;
            along = nz;
        } else if (ax >= ay) {
            u = 1;
            v = 2;
            along = nx;
        } else {
            u = 2;
            v = 0;
            along = ny;
        }
        if (along < 0) {
            int swap = u;
            u = v;
            v = swap;
        }
        double u0 = points[3 * vertexOf[0] + u];
        double v0 = points[3 * vertexOf[0] + v];
        for (int i = 0; i < n; i++) {
            int at = 3 * vertexOf[i];
            flat[2 * i] = points[at + u] - u0;
            flat[2 * i + 1] = points[at + v] - v0;
        }
    }

    /** Twice the signed area of the flat triangle. */
    private double cross(int a, int b, int c) {
        double ax = flat[2 * a];
        double ay = flat[2 * a + 1];
        return (flat[2 * b] - ax) * (flat[2 * c + 1] - ay) - (flat[2 * b + 1] - ay) * (flat[2 * c] - ax);
    }

    /** Whether every corner is a proper left turn and the ring goes round once. */
    private boolean convex(int n) {
        int turnsOfX = 0;
        boolean rising = flat[0] > flat[2 * (n - 1)];
        for (int i = 0; i < n; i++) {
            int b = i + 1 == n ? 0 : i + 1;
            int c = b + 1 == n ? 0 : b + 1;
            if (!(cross(i, b, c) > 1e-9)) {
                return false;
            }
            boolean up = flat[2 * b] > flat[2 * i];
            if (up != rising) {
                turnsOfX++;
                rising = up;
            }
        }
        return turnsOfX <= 2;
    }

    private void quad() {
        double d02 = square(flat[0] - flat[4]) + square(flat[1] - flat[5]);
        double d13 = square(flat[2] - flat[6]) + square(flat[3] - flat[7]);
        if (d02 <= d13) {
            emit(0, 1, 2);
            emit(0, 2, 3);
        } else {
            emit(1, 2, 3);
            emit(1, 3, 0);
        }
    }

    private static double square(double d) {
        return d * d;
    }

    private void fan(int n) {
        for (int i = 2; i < n; i++) {
            emit(0, i - 1, i);
        }
    }

    /** Ear clipping in O(n²) to O(n³) for small n; every step removes a corner, so it ends. */
    private void clipEars(int n) {
        for (int i = 0; i < n; i++) {
            next[i] = i + 1 == n ? 0 : i + 1;
            previous[i] = i == 0 ? n - 1 : i - 1;
        }
        int left = n;
        int at = 0;
        int tried = 0;
        while (left > 3) {
            if (isEar(at)) {
                emit(previous[at], at, next[at]);
                at = remove(at);
                left--;
                tried = 0;
            } else if (++tried > left) {
                at = removeLeastHarm(at, left);
                left--;
                tried = 0;
            } else {
                at = next[at];
            }
        }
        if (cross(previous[at], at, next[at]) > 0) {
            emit(previous[at], at, next[at]);
        }
    }

    private boolean isEar(int b) {
        int a = previous[b];
        int c = next[b];
        if (!(cross(a, b, c) > 1e-9)) {
            return false;
        }
        for (int p = next[c]; p != a; p = next[p]) {
            if (cross(previous[p], p, next[p]) <= 1e-12 && cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0
                    && !same(p, a) && !same(p, b) && !same(p, c)) {
                return false;
            }
        }
        return true;
    }

    private boolean same(int a, int b) {
        return flat[2 * a] == flat[2 * b] && flat[2 * a + 1] == flat[2 * b + 1];
    }

    /** No ear is left: takes out a corner on a straight line, else (the ring crosses itself) the sharpest left turn with its triangle. */
    private int removeLeastHarm(int start, int left) {
        int best = start;
        double bestCross = Double.NEGATIVE_INFINITY;
        int at = start;
        for (int i = 0; i < left; i++, at = next[at]) {
            double turn = cross(previous[at], at, next[at]);
            if (Math.abs(turn) <= 1e-9) {
                return remove(at);
            }
            if (turn > bestCross) {
                bestCross = turn;
                best = at;
            }
        }
        if (bestCross > 0) {
            emit(previous[best], best, next[best]);
        }
        return remove(best);
    }

    /** Unlinks a corner and answers the next but one, which spreads the cuts and avoids slivers. */
    private int remove(int at) {
        next[previous[at]] = next[at];
        previous[next[at]] = previous[at];
        return next[next[at]];
    }

    private void earcut(int n, int[] holes) {
        List<Integer> cut = Earcut.earcut(Arrays.copyOf(flat, 2 * n), holes, 2);
        if (holes != null && !covers(cut, n, holes)) {
            cut = HoleCutter.cut(flat, n, holes, cut);
        }
        for (int i = 0; i + 2 < cut.size(); i += 3) {
            int a = cut.get(i);
            int b = cut.get(i + 1);
            int c = cut.get(i + 2);
            if (cross(a, b, c) >= 0) {
                emit(a, b, c);
            } else {
                emit(a, c, b);
            }
        }
    }

    /** Whether triangles have the area of the polygon. */
    private boolean covers(List<Integer> cut, int n, int[] holes) {
        double sum = 0;
        for (int i = 0; i + 2 < cut.size(); i += 3) {
            sum += Math.abs(cross(cut.get(i), cut.get(i + 1), cut.get(i + 2)));
        }
        double area = Math.abs(ringArea(0, holes[0]));
        for (int h = 0; h < holes.length; h++) {
            area -= Math.abs(ringArea(holes[h], h + 1 < holes.length ? holes[h + 1] : n));
        }
        return Math.abs(sum - area) <= 1e-6 * sum;
    }

    /** Twice the signed area of a flat ring. */
    private double ringArea(int from, int to) {
        double sum = 0;
        for (int i = from; i + 2 < to; i++) {
            sum += cross(from, i + 1, i + 2);
        }
        return sum;
    }

    private void emit(int a, int b, int c) {
        if (3 * count + 3 > triangles.length) {
            triangles = Arrays.copyOf(triangles, triangles.length * 2);
        }
        triangles[3 * count] = a;
        triangles[3 * count + 1] = b;
        triangles[3 * count + 2] = c;
        count++;
    }
}
