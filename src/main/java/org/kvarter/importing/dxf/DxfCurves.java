package org.kvarter.importing.dxf;

import org.kvarter.importing.arrays.DoubleList;

/** Curves as rows of points, three coordinates each, in the plane of the object. Stateless. */
final class DxfCurves {

    /** Steps of a whole turn. */
    private static final int STEPS = 72;
    private static final int MOST_SAMPLES = 4_000;

    private DxfCurves() {
    }

    /** Adds an elliptic arc without its first point: centre plus cosine × {@code u} plus sine × {@code v}, angles in radians. */
    static void arc(DoubleList out, double[] centre, double[] u, double[] v, double from, double sweep, boolean withFirst) {
        int n = Math.max(2, (int) Math.ceil(Math.abs(sweep) / (2 * Math.PI) * STEPS));
        for (int i = withFirst ? 0 : 1; i <= Math.min(n, 2 * STEPS); i++) {
            double angle = from + sweep * i / Math.min(n, 2 * STEPS);
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            out.add(centre[0] + c * u[0] + s * v[0], centre[1] + c * u[1] + s * v[1], centre[2] + c * u[2] + s * v[2]);
        }
    }

    /** Adds a circular arc, degrees, anticlockwise. */
    static void arc(DoubleList out, double[] centre, double radius, double fromDegrees, double toDegrees) {
        double sweep = Math.toRadians(toDegrees - fromDegrees) % (2 * Math.PI);
        sweep = sweep <= 1e-9 ? sweep + 2 * Math.PI : sweep;
        arc(out, centre, new double[] {radius, 0, 0}, new double[] {0, radius, 0}, Math.toRadians(fromDegrees), sweep, true);
    }

    /** Adds the way from one vertex of a polyline to the next, without the first: the bulge is the tangent of a quarter of the angle. */
    static void bulge(DoubleList out, double x0, double y0, double x1, double y1, double z, double bulge) {
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
    static boolean spline(DoubleList out, int degree, double[] knots, double[] points, double[] weights) {
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
        int samples = Math.min(MOST_SAMPLES, 8 * (n - degree) + 8);
        int span = degree;
        for (int s = 0; s <= samples; s++) {
            double t = from + (to - from) * s / samples;
            while (span < n - 1 && t >= knots[span + 1]) {
                span++;
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
            out.add(d[4 * degree] / w, d[4 * degree + 1] / w, d[4 * degree + 2] / w);
        }
        return true;
    }
}
