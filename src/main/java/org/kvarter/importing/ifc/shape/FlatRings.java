package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The common cases within a plane without JTS: an opening within a wall's face, the convex reveal of a window in the convex section of a
 * wall. Rings are x, y in turn. Whatever is not plainly one of them is {@code null}.
 */
final class FlatRings {

    /** Rings nearer than this to one another are left to JTS, metres. */
    private static final double CLEAR = 1e-5;

    /** Pairs of edges that are compared before JTS's index pays. */
    private static final int MOST_PAIRS = 4_000;

    private FlatRings() {
    }

    /** Whether a ring lies in another without touching it. */
    static boolean liesIn(double[] inner, double[] outer) {
        if (inner.length * (long) outer.length > MOST_PAIRS) {
            return false;
        }
        for (int i = 0; i < inner.length; i += 2) {
            if (!contains(outer, inner[i], inner[i + 1])) {
                return false;
            }
        }
        return apart(inner, outer);
    }

    /** Whether no edge of one comes near an edge of the other. */
    static boolean apart(double[] a, double[] b) {
        for (int i = 0, h = a.length - 2; i < a.length; h = i, i += 2) {
            for (int j = 0, k = b.length - 2; j < b.length; k = j, j += 2) {
                if (near(a, h, i, b, k, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean near(double[] a, int a0, int a1, double[] b, int b0, int b1) {
        double s1 = side(a, a0, a1, b[b0], b[b0 + 1]);
        double s2 = side(a, a0, a1, b[b1], b[b1 + 1]);
        double s3 = side(b, b0, b1, a[a0], a[a0 + 1]);
        double s4 = side(b, b0, b1, a[a1], a[a1 + 1]);
        boolean oneSide = Math.min(s1, s2) > CLEAR || Math.max(s1, s2) < -CLEAR;
        boolean otherSide = Math.min(s3, s4) > CLEAR || Math.max(s3, s4) < -CLEAR;
        return !oneSide && !otherSide && boxesMeet(a, a0, a1, b, b0, b1);
    }

    private static boolean boxesMeet(double[] a, int a0, int a1, double[] b, int b0, int b1) {
        for (int k = 0; k < 2; k++) {
            if (Math.min(a[a0 + k], a[a1 + k]) > Math.max(b[b0 + k], b[b1 + k]) + CLEAR
                    || Math.min(b[b0 + k], b[b1 + k]) > Math.max(a[a0 + k], a[a1 + k]) + CLEAR) {
                return false;
            }
        }
        return true;
    }

    /** Distance of a point to the left of an edge's line, metres. */
    private static double side(double[] ring, int from, int to, double x, double y) {
        double dx = ring[to] - ring[from];
        double dy = ring[to + 1] - ring[from + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        return length == 0 ? 0 : (dx * (y - ring[from + 1]) - dy * (x - ring[from])) / length;
    }

    static boolean contains(double[] ring, double x, double y) {
        boolean odd = false;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            if (ring[i + 1] > y != ring[j + 1] > y
                    && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                odd = !odd;
            }
        }
        return odd;
    }

    /** The ring turned counter-clockwise where it is convex, {@code null} where it is not. */
    static double[] convex(double[] ring) {
        double[] ccw = Profile.area(ring) < 0 ? reversed(ring) : ring;
        int n = ccw.length;
        double turned = 0;
        for (int i = 0; i < n; i += 2) {
            int j = (i + 2) % n;
            int k = (i + 4) % n;
            if (side(ccw, i, j, ccw[k], ccw[k + 1]) < -1e-7) {
                return null;
            }
            double ax = ccw[j] - ccw[i];
            double ay = ccw[j + 1] - ccw[i + 1];
            double bx = ccw[k] - ccw[j];
            double by = ccw[k + 1] - ccw[j + 1];
            turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
        }
        return turned < 7 ? ccw : null;
    }

    static double[] reversed(double[] ring) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = ring[ring.length - 2 - i];
            out[i + 1] = ring[ring.length - 1 - i];
        }
        return out;
    }

    /** What two convex rings have in common (Sutherland and Hodgman 1974); fewer than three corners for nothing. */
    static double[] clip(double[] subject, double[] window) {
        double[] ring = subject;
        for (int i = 0, h = window.length - 2; i < window.length && ring.length >= 6; h = i, i += 2) {
            double[] out = new double[2 * ring.length + 4];
            int n = 0;
            for (int k = 0, j = ring.length - 2; k < ring.length; j = k, k += 2) {
                double before = side(window, h, i, ring[j], ring[j + 1]);
                double now = side(window, h, i, ring[k], ring[k + 1]);
                if (before > 1e-9 && now < -1e-9 || before < -1e-9 && now > 1e-9) {
                    double t = before / (before - now);
                    out[n++] = ring[j] + t * (ring[k] - ring[j]);
                    out[n++] = ring[j + 1] + t * (ring[k + 1] - ring[j + 1]);
                }
                if (now >= -1e-9) {
                    out[n++] = ring[k];
                    out[n++] = ring[k + 1];
                }
            }
            ring = Arrays.copyOf(out, n);
        }
        return ring;
    }

    /** Convex loops that lie beside one another, each counter-clockwise; {@code null} where they are not. */
    static List<double[]> beside(List<double[]> loops) {
        List<double[]> rings = new ArrayList<>();
        for (double[] loop : loops) {
            double[] ring = convex(loop);
            if (ring == null) {
                return null;
            }
            for (double[] other : rings) {
                if (meet(ring, other)) {
                    return null;
                }
            }
            rings.add(ring);
        }
        return rings;
    }

    private static boolean meet(double[] a, double[] b) {
        double[] boxA = box(a);
        double[] boxB = box(b);
        return boxA[0] <= boxB[2] + CLEAR && boxB[0] <= boxA[2] + CLEAR && boxA[1] <= boxB[3] + CLEAR && boxB[1] <= boxA[3] + CLEAR;
    }

    static double[] box(double[] ring) {
        double[] box = {ring[0], ring[1], ring[0], ring[1]};
        for (int i = 2; i < ring.length; i += 2) {
            box[0] = Math.min(box[0], ring[i]);
            box[1] = Math.min(box[1], ring[i + 1]);
            box[2] = Math.max(box[2], ring[i]);
            box[3] = Math.max(box[3], ring[i + 1]);
        }
        return box;
    }
}
