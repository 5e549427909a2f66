package org.kvarter.importing.ifc.geometry;

import java.util.Arrays;
import org.kvarter.importing.ifc.step.StepRow;

/**
 * A B-spline curve, rational or not, evaluated by de Boor's algorithm (de Boor 1972) in homogeneous coordinates. Immutable.
 */
final class BSpline {

    private static final int MOST_SAMPLES = 400;

    private final int degree;
    /** x·w, y·w, z·w, w of each control point, metres. */
    private final double[] control;
    private final double[] knots;

    private BSpline(int degree, double[] control, double[] knots) {
        this.degree = degree;
        this.control = control;
        this.knots = knots;
    }

    /** Of an {@code IfcBSplineCurveWithKnots} or its rational subtype; without knots they are uniform. */
    static BSpline curve(Items items, StepRow row) throws GeometryException {
        int degree = (int) row.number(0, 0);
        int[] points = row.refs(1);
        double[] weights = row.type().startsWith("IFCRATIONAL") ? row.numbers(8) : new double[0];
        double[] control = new double[4 * points.length];
        for (int i = 0; i < points.length; i++) {
            double[] p = items.point(points[i]);
            weigh(p, i < weights.length ? weights[i] : 1, control, 4 * i);
        }
        double[] knots = knots(row.numbers(5), row.numbers(6), points.length, degree);
        if (knots == null) {
            throw items.broken(row.entity());
        }
        return new BSpline(degree, control, knots);
    }

    static void weigh(double[] p, double weight, double[] control, int at) {
        control[at] = p[0] * weight;
        control[at + 1] = p[1] * weight;
        control[at + 2] = p[2] * weight;
        control[at + 3] = weight;
    }

    static BSpline of(int degree, double[] control, double[] knots) {
        return new BSpline(degree, control, knots);
    }

    /** Knots with their multiplicities written out; {@code null} where they do not fit the control points. */
    static double[] knots(double[] multiplicities, double[] values, int points, int degree) {
        int needed = points + degree + 1;
        if (degree < 1 || degree > 25 || points <= degree || points > 1_000_000) {
            return null;
        }
        double[] knots = new double[needed];
        if (values.length == 0) {
            for (int i = 0; i < needed; i++) {
                knots[i] = Math.max(0, Math.min(points - degree, i - degree));
            }
            return knots;
        }
        int n = 0;
        for (int i = 0; i < Math.min(values.length, multiplicities.length); i++) {
            for (int k = 0; k < multiplicities[i] && n < needed; k++) {
                if (n > 0 && values[i] < knots[n - 1]) {
                    return null;
                }
                knots[n++] = values[i];
            }
        }
        return n == needed ? knots : null;
    }

    double first() {
        return knots[degree];
    }

    double last() {
        return knots[knots.length - 1 - degree];
    }

    /** The point at a parameter. */
    double[] at(double t) {
        double[] h = homogeneous(t);
        double w = Math.abs(h[3]) < 1e-300 ? 1 : h[3];
        return new double[] {h[0] / w, h[1] / w, h[2] / w};
    }

    double[] homogeneous(double parameter) {
        double t = Math.max(first(), Math.min(last(), parameter));
        int span = degree;
        int most = control.length / 4 - 1;
        while (span < most && t >= knots[span + 1]) {
            span++;
        }
        double[] d = Arrays.copyOfRange(control, 4 * (span - degree), 4 * (span + 1));
        for (int r = 1; r <= degree; r++) {
            for (int j = degree; j >= r; j--) {
                double low = knots[j + span - degree];
                double high = knots[j + 1 + span - r];
                double a = high > low ? (t - low) / (high - low) : 0;
                for (int k = 0; k < 4; k++) {
                    d[4 * j + k] = (1 - a) * d[4 * (j - 1) + k] + a * d[4 * j + k];
                }
            }
        }
        return Arrays.copyOfRange(d, 4 * degree, 4 * degree + 4);
    }

    /** Points from one parameter to another, NaN for the ends. */
    double[] sample(double from, double to) {
        double a = Double.isFinite(from) ? Math.max(first(), from) : first();
        double b = Double.isFinite(to) ? Math.min(last(), to) : last();
        int n = degree == 1 ? control.length / 4 - 1 : Math.min(MOST_SAMPLES, Math.max(8, 4 * (control.length / 4)));
        PointPath path = new PointPath();
        for (int i = 0; i <= n; i++) {
            path.add(at(a + (b - a) * i / n));
        }
        return path.toArray();
    }
}
