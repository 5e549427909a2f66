package org.kvarter.importing.ifc.geometry;

import java.util.Arrays;
import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.shape.Vectors;
import org.kvarter.importing.ifc.step.StepRow;

/** A B-spline surface, rational or not: curves of curves. Parameters of a point by the nearest sample, then Gauss–Newton. Immutable. */
final class BSplineSurface implements CurvedSurface {

    private static final int GRID = 24;
    private static final int MOST_POINTS = 250_000;

    private final int uDegree;
    private final int vDegree;
    /** Control points row by row in u, four numbers each. */
    private final double[][] control;
    private final double[] uKnots;
    private final double[] vKnots;
    private final double[] samples = new double[3 * (GRID + 1) * (GRID + 1)];

    private BSplineSurface(int uDegree, int vDegree, double[][] control, double[] uKnots, double[] vKnots) {
        this.uDegree = uDegree;
        this.vDegree = vDegree;
        this.control = control;
        this.uKnots = uKnots;
        this.vKnots = vKnots;
        for (int i = 0; i <= GRID; i++) {
            for (int j = 0; j <= GRID; j++) {
                System.arraycopy(at(u(i), v(j)), 0, samples, 3 * (i * (GRID + 1) + j), 3);
            }
        }
    }

    static BSplineSurface of(Items items, StepRow row) throws GeometryException {
        int[] rows = row.items(2);
        int[] points = row.refs(2);
        if (rows.length == 0 || points.length % rows.length != 0 || points.length > MOST_POINTS) {
            throw points.length > MOST_POINTS ? new GeometryException(Reason.TOO_LARGE, items.name(row.entity())) : items.broken(row.entity());
        }
        int columns = points.length / rows.length;
        double[] weights = row.type().startsWith("IFCRATIONAL") ? row.numbers(12) : new double[0];
        double[][] control = new double[rows.length][4 * columns];
        for (int i = 0; i < points.length; i++) {
            BSpline.weigh(items.point(points[i]), i < weights.length ? weights[i] : 1, control[i / columns], 4 * (i % columns));
        }
        int uDegree = (int) row.number(0, 0);
        int vDegree = (int) row.number(1, 0);
        double[] uKnots = BSpline.knots(row.numbers(7), row.numbers(9), rows.length, uDegree);
        double[] vKnots = BSpline.knots(row.numbers(8), row.numbers(10), columns, vDegree);
        if (uKnots == null || vKnots == null) {
            throw items.broken(row.entity());
        }
        return new BSplineSurface(uDegree, vDegree, control, uKnots, vKnots);
    }

    private double u(int i) {
        double low = uKnots[uDegree];
        return low + (uKnots[uKnots.length - 1 - uDegree] - low) * i / GRID;
    }

    private double v(int j) {
        double low = vKnots[vDegree];
        return low + (vKnots[vKnots.length - 1 - vDegree] - low) * j / GRID;
    }

    @Override
    public double[] at(double u, double v) {
        double[] across = new double[4 * control.length];
        for (int i = 0; i < control.length; i++) {
            System.arraycopy(BSpline.of(vDegree, control[i], vKnots).homogeneous(v), 0, across, 4 * i, 4);
        }
        return BSpline.of(uDegree, across, uKnots).at(u);
    }

    @Override
    public double[] parameters(double[] point) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < samples.length / 3; s++) {
            double d = Math.abs(samples[3 * s] - point[0]) + Math.abs(samples[3 * s + 1] - point[1]) + Math.abs(samples[3 * s + 2] - point[2]);
            if (d < least) {
                least = d;
                best = s;
            }
        }
        double[] uv = {u(best / (GRID + 1)), v(best % (GRID + 1))};
        double du = (u(1) - u(0)) * 1e-3;
        double dv = (v(1) - v(0)) * 1e-3;
        for (int step = 0; step < 12; step++) {
            double[] p = at(uv[0], uv[1]);
            double[] off = Vectors.minus(point, p);
            if (Vectors.length(off) < 1e-7) {
                break;
            }
            double su = uv[0] + du > u(GRID) ? -du : du;
            double sv = uv[1] + dv > v(GRID) ? -dv : dv;
            double[] a = Vectors.scaled(Vectors.minus(at(uv[0] + su, uv[1]), p), 1 / su);
            double[] b = Vectors.scaled(Vectors.minus(at(uv[0], uv[1] + sv), p), 1 / sv);
            double aa = Vectors.dot(a, a);
            double bb = Vectors.dot(b, b);
            double ab = Vectors.dot(a, b);
            double determinant = aa * bb - ab * ab;
            if (!(Math.abs(determinant) > 1e-18)) {
                break;
            }
            double oa = Vectors.dot(off, a);
            double ob = Vectors.dot(off, b);
            uv[0] = Math.max(u(0), Math.min(u(GRID), uv[0] + (oa * bb - ob * ab) / determinant));
            uv[1] = Math.max(v(0), Math.min(v(GRID), uv[1] + (ob * aa - oa * ab) / determinant));
        }
        return uv;
    }

    @Override
    public double uPeriod() {
        return 0;
    }

    @Override
    public double vPeriod() {
        return 0;
    }

    @Override
    public double uStep() {
        return step(uKnots, uDegree);
    }

    @Override
    public double vStep() {
        return step(vKnots, vDegree);
    }

    private static double step(double[] knots, int degree) {
        double range = knots[knots.length - 1 - degree] - knots[degree];
        long spans = Arrays.stream(knots).distinct().count() - 1;
        return range / Math.max(4, Math.min(40, 4 * spans));
    }

    @Override
    public double[] vRange() {
        return new double[] {v(0), v(GRID)};
    }
}
