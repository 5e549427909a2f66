package org.kvarter.importing.ifc.geometry;

import java.util.Arrays;
import org.kvarter.importing.ifc.shape.Rounding;

/** Rings whose corners may be rounded: x, y and radius of each corner in turn. */
final class Corners {

    private Corners() {
    }

    /**
     * The ring with arcs at its corners; an arc takes at most half of the shorter side next to it.
     *
     * @param xyr x, y, radius of each corner, metres
     */
    static double[] rounded(double... xyr) {
        int n = xyr.length / 3;
        double[] out = new double[16 * n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            int before = 3 * ((i + n - 1) % n);
            int after = 3 * ((i + 1) % n);
            double x = xyr[3 * i];
            double y = xyr[3 * i + 1];
            double ax = xyr[before] - x;
            double ay = xyr[before + 1] - y;
            double bx = xyr[after] - x;
            double by = xyr[after + 1] - y;
            double la = Math.hypot(ax, ay);
            double lb = Math.hypot(bx, by);
            double half = Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) / 2;
            double tangent = Math.min(xyr[3 * i + 2] / Math.tan(half), Math.min(la, lb) / 2);
            if (!(tangent > 1e-6) || !(half < 1.57)) {
                out = put(out, size, x, y);
                size += 2;
                continue;
            }
            double radius = tangent * Math.tan(half);
            double mx = ax / la + bx / lb;
            double my = ay / la + by / lb;
            double lm = Math.hypot(mx, my);
            double cx = x + mx / lm * radius / Math.sin(half);
            double cy = y + my / lm * radius / Math.sin(half);
            double from = Math.atan2(y + ay / la * tangent - cy, x + ax / la * tangent - cx);
            double to = Math.atan2(y + by / lb * tangent - cy, x + bx / lb * tangent - cx);
            double sweep = Math.IEEEremainder(to - from, 2 * Math.PI);
            int pieces = Rounding.pieces(radius, sweep);
            for (int k = 0; k <= pieces; k++) {
                double angle = from + sweep * k / pieces;
                out = put(out, size, cx + radius * Math.cos(angle), cy + radius * Math.sin(angle));
                size += 2;
            }
        }
        return Arrays.copyOf(out, size);
    }

    private static double[] put(double[] out, int size, double x, double y) {
        double[] room = size + 2 > out.length ? Arrays.copyOf(out, 2 * out.length + 2) : out;
        room[size] = x;
        room[size + 1] = y;
        return room;
    }

    /** An ellipse around the origin. */
    static double[] ellipse(double a, double b) {
        int n = Rounding.pieces(Math.max(a, b), 2 * Math.PI);
        double[] ring = new double[2 * n];
        for (int i = 0; i < n; i++) {
            ring[2 * i] = a * Math.cos(2 * Math.PI * i / n);
            ring[2 * i + 1] = b * Math.sin(2 * Math.PI * i / n);
        }
        return ring;
    }

    /** A rectangle around the origin, its corners rounded. */
    static double[] rectangle(double width, double height, double radius) {
        double x = width / 2;
        double y = height / 2;
        return rounded(-x, -y, radius, x, -y, radius, x, y, radius, -x, y, radius);
    }
}
