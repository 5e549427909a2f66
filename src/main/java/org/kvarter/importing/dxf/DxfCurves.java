package org.kvarter.importing.dxf;

import org.kvarter.importing.arrays.DoubleList;

/**
 * Curves as rows of points, three coordinates each, in the plane of the object: never further from the curve than a tolerance, as far as a
 * bound of points allows. Immutable.
 */
final class DxfCurves {


    /** Steps of a whole turn at least. */
    private static final int STEPS = 72;
    private static final int MOST_STEPS = 3_600;
    private static final int MOST_SAMPLES = 4_000;
    /** The furthest place of a span is not quite in its middle. */
    private static final double NEARLY = 0.9;
    /** Spans of a spline are halved so often at most. */
    private static final int DEEPEST = 10;

    private final double tolerance;

    /** @param tolerance in units of the object, &gt; 0 */
    DxfCurves(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Steps of a whole turn: a chord over the angle a lies r · (1 − cos(a / 2)) from its arc. */
    private double steps(double radius) {
        double share = 1 - tolerance / radius;
        double fine = share > -1 && share < 1 ? Math.PI / Math.acos(share) : STEPS;
        return Math.max(STEPS, Math.min(MOST_STEPS, fine));
    }

    /** Adds an elliptic arc without its first point: centre plus cosine × {@code u} plus sine × {@code v}, angles in radians. */
    void arc(DoubleList out, double[] centre, double[] u, double[] v, double from, double sweep, boolean withFirst) {
        double steps = steps(Math.max(Math.hypot(u[0], Math.hypot(u[1], u[2])), Math.hypot(v[0], Math.hypot(v[1], v[2]))));
        int n = (int) Math.min(2 * steps, Math.max(2, Math.ceil(Math.abs(sweep) / (2 * Math.PI) * steps)));
        for (int i = withFirst ? 0 : 1; i <= n; i++) {
            double angle = from + sweep * i / n;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            out.add(centre[0] + c * u[0] + s * v[0], centre[1] + c * u[1] + s * v[1], centre[2] + c * u[2] + s * v[2]);
        }
    }

    /** Adds a circular arc, degrees, anticlockwise. */
    void arc(DoubleList out, double[] centre, double radius, double fromDegrees, double toDegrees) {
        double sweep = Math.toRadians(toDegrees - fromDegrees) % (2 * Math.PI);
        sweep = sweep <= 1e-9 ? sweep + 2 * Math.PI : sweep;
        arc(out, centre, new double[] {radius, 0, 0}, new double[] {0, radius, 0}, Math.toRadians(fromDegrees), sweep, true);
    }

    /** Adds the way from one vertex of a polyline to the next, without the first: the bulge is the tangent of a quarter of the angle. */
    void bulge(DoubleList out, double x0, double y0, double x1, double y1, double z, double bulge) {
        double chord = Math.hypot(x1 - x0, y1 - y0);
        if (!(Math.abs(bulge) > 1e-9) || Math.abs(bulge) > 1e6 || chord == 0) {
            out.add(x1, y1, z);
            return;
        }
        double angle = 4 * Math.atan(bulge);
        double radius = chord / 2 / Math.sin(angle / 2);
        double apothem = radius * Math.cos(angle / 2);
        double cx = (x0 + x1) / 2 - (y1 - y0) / chord * apothem;
        double cy = (y0 + y1) / 2 + (x1 - x0) / chord * apothem;
        double[] u = {x0 - cx, y0 - cy, 0};
        arc(out, new double[] {cx, cy, z}, u, new double[] {-u[1], u[0], 0}, 0, angle, false);
    }

    /**
     * Adds a spline by de Boor's algorithm (Piegl and Tiller, "The NURBS Book", A4.1); answers whether knots and points fit together.
     *
     * @param points  control points, three coordinates each
     * @param weights one per point, or empty
     */
    boolean spline(DoubleList out, int degree, double[] knots, double[] points, double[] weights) {
        int n = points.length / 3;
        if (degree < 1 || degree > 15 || n <= degree || knots.length != n + degree + 1 || weights.length != 0 && weights.length != n) {
            return false;
        }
        for (int i = 1; i < knots.length; i++) {
            if (!(knots[i] >= knots[i - 1]) || !Double.isFinite(knots[i])) {
                return false;
            }
        }
        double from = knots[degree];
        double to = knots[n];
        if (!(to > from)) {
            return false;
        }
        Spline spline = new Spline(degree, knots, points, weights);
        int pieces = Math.min(MOST_SAMPLES / 2, 2 * (n - degree));
        double[] before = spline.at(from);
        out.add(before[0], before[1], before[2]);
        int left = MOST_SAMPLES;
        for (int piece = 1; piece <= pieces; piece++) {
            double[] next = spline.at(from + (to - from) * piece / pieces);
            left -= refine(out, spline, from + (to - from) * (piece - 1) / pieces, before, from + (to - from) * piece / pieces, next, DEEPEST, left);
            before = next;
        }
        return true;
    }

    /** Adds the way between two places of a spline, without the first; answers how many points that took. */
    private int refine(DoubleList out, Spline spline, double t0, double[] p0, double t1, double[] p1, int deeper, int left) {
        double middle = (t0 + t1) / 2;
        double[] m = spline.at(middle);
        // A quarter is looked at too: in the middle of an S the curve is on its chord.
        double[] q = spline.at((t0 + middle) / 2);
        if (deeper == 0 || left <= 1 || Math.max(apart(m, p0, p1), apart(q, p0, p1)) <= NEARLY * tolerance) {
            out.add(p1[0], p1[1], p1[2]);
            return 1;
        }
        int first = refine(out, spline, t0, p0, middle, m, deeper - 1, left - 1);
        return first + refine(out, spline, middle, m, t1, p1, deeper - 1, left - first);
    }

    /** How far a place is from a line. */
    private static double apart(double[] p, double[] a, double[] b) {
        double[] d = {b[0] - a[0], b[1] - a[1], b[2] - a[2]};
        double[] w = {p[0] - a[0], p[1] - a[1], p[2] - a[2]};
        double length = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, (w[0] * d[0] + w[1] * d[1] + w[2] * d[2]) / length));
        return Math.sqrt(sq(w[0] - t * d[0]) + sq(w[1] - t * d[1]) + sq(w[2] - t * d[2]));
    }

    private static double sq(double x) {
        return x * x;
    }

    /** A spline that is known to fit together. */
    private record Spline(int degree, double[] knots, double[] points, double[] weights) {

        double[] at(double t) {
            int span = degree;
            int last = points.length / 3 - 1;
            int high = last;
            while (span < high) { // the last span that begins at or before t
                int middle = (span + high + 1) >>> 1;
                if (t >= knots[middle]) {
                    span = middle;
                } else {
                    high = middle - 1;
                }
            }
            double[] d = new double[4 * (degree + 1)];
            for (int j = 0; j <= degree; j++) {
                int at = span - degree + j;
                double w = weights.length == 0 ? 1 : weights[at];
                for (int k = 0; k < 3; k++) {
                    d[4 * j + k] = points[3 * at + k] * w;
                }
                d[4 * j + 3] = w;
            }
            for (int r = 1; r <= degree; r++) {
                for (int j = degree; j >= r; j--) {
                    int at = span - degree + j;
                    double width = knots[at + degree - r + 1] - knots[at];
                    double a = width == 0 ? 0 : (t - knots[at]) / width;
                    for (int k = 0; k < 4; k++) {
                        d[4 * j + k] = (1 - a) * d[4 * (j - 1) + k] + a * d[4 * j + k];
                    }
                }
            }
            double w = d[4 * degree + 3];
            return new double[] {d[4 * degree] / w, d[4 * degree + 1] / w, d[4 * degree + 2] / w};
        }
    }
}
