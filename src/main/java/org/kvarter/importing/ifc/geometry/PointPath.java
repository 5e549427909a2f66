package org.kvarter.importing.ifc.geometry;

import java.util.Arrays;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.Rounding;

/** Points in space in a row, x, y, z in turn; a point on its predecessor is left out. Not thread-safe. */
final class PointPath {

    private static final double SAME = 1e-7;

    private double[] xyz = new double[24];
    private int size;

    void add(double x, double y, double z) {
        if (size >= 3 && Math.abs(xyz[size - 3] - x) <= SAME && Math.abs(xyz[size - 2] - y) <= SAME && Math.abs(xyz[size - 1] - z) <= SAME) {
            return;
        }
        if (size + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        xyz[size++] = x;
        xyz[size++] = y;
        xyz[size++] = z;
    }

    void add(double[] p) {
        add(p[0], p[1], p[2]);
    }

    void addAll(double[] points, boolean forward) {
        for (int i = 0; i + 2 < points.length; i += 3) {
            int at = forward ? i : points.length - 3 - i;
            add(points[at], points[at + 1], points[at + 2]);
        }
    }

    /** An arc of the ellipse x = a·cos, y = b·sin of a frame. */
    void addArc(Affine frame, double a, double b, double from, double to) {
        int n = Rounding.pieces(Math.max(a, b), to - from);
        for (int i = 0; i <= n; i++) {
            double angle = from + (to - from) * i / n;
            add(frame.point(a * Math.cos(angle), b * Math.sin(angle), 0));
        }
    }

    double[] toArray() {
        return Arrays.copyOf(xyz, size);
    }

    int count() {
        return size / 3;
    }
}
