package org.kvarter.importing.dxf;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;

/** The boundary paths of a hatch as rings of points, three coordinates each, in the plane of the object. Used once, by one thread. */
final class DxfHatch {

    private static final int MOST_PATHS = 10_000;
    private static final int POLYLINE = 2;

    private final DxfRecord record;
    private final MemoryBudget budget;
    private final DxfCurves curves;
    private int at;

    DxfHatch(DxfRecord record, DxfCurves curves, MemoryBudget budget) {
        this.curves = curves;
        this.record = record;
        this.budget = budget;
    }

    List<DoubleList> rings() {
        List<DoubleList> rings = new ArrayList<>();
        double z = record.number(30, 0);
        at = record.find(91, 0);
        int paths = at < 0 ? 0 : (int) Math.min(MOST_PATHS, record.number(at));
        for (int p = 0; p < paths; p++) {
            at = record.find(92, at + 1);
            if (at < 0) {
                break;
            }
            DoubleList ring = new DoubleList(budget);
            if (((int) record.number(at) & POLYLINE) != 0) {
                polyline(ring, z);
            } else {
                edges(ring, z);
            }
            if (ring.size() >= 9) {
                rings.add(ring);
            }
        }
        return rings;
    }

    private void polyline(DoubleList ring, double z) {
        int count = count(93);
        double firstX = Double.NaN;
        double firstY = Double.NaN;
        double x = Double.NaN;
        double y = Double.NaN;
        double bulge = 0;
        for (int i = 0; i < count; i++) {
            int here = record.find(10, at + 1);
            if (here < 0 || here + 1 >= record.size()) {
                return;
            }
            double nextX = record.number(here);
            double nextY = record.number(here + 1);
            if (i == 0) {
                ring.add(nextX, nextY, z);
                firstX = nextX;
                firstY = nextY;
            } else {
                curves.bulge(ring, x, y, nextX, nextY, z, bulge);
            }
            boolean hasBulge = here + 2 < record.size() && record.code(here + 2) == 42;
            bulge = hasBulge ? record.number(here + 2) : 0;
            at = here + (hasBulge ? 2 : 1);
            x = nextX;
            y = nextY;
        }
        if (bulge != 0) {
            curves.bulge(ring, x, y, firstX, firstY, z, bulge);
        }
    }

    private int count(int code) {
        int here = record.find(code, at + 1);
        if (here < 0) {
            return 0;
        }
        at = here;
        double count = record.number(here);
        return count > 0 ? (int) Math.min(count, record.size()) : 0;
    }

    private double take(int code) {
        int here = record.find(code, at + 1);
        if (here < 0) {
            return Double.NaN;
        }
        at = here;
        return record.number(here);
    }

    private void edges(DoubleList ring, double z) {
        int count = count(93);
        for (int i = 0; i < count; i++) {
            double kind = take(72);
            if (kind == 1) {
                ring.add(take(10), take(20), z);
                ring.add(take(11), take(21), z);
            } else if (kind == 2) {
                double[] centre = {take(10), take(20), z};
                double radius = take(40);
                turn(ring, centre, new double[] {radius, 0, 0}, 1);
            } else if (kind == 3) {
                double[] centre = {take(10), take(20), z};
                double[] axis = {take(11), take(21), 0};
                turn(ring, centre, axis, take(40));
            } else if (kind == 4) {
                spline(ring, z);
            } else {
                return;
            }
        }
    }

    private void turn(DoubleList ring, double[] centre, double[] axis, double ratio) {
        double from = Math.toRadians(take(50));
        double to = Math.toRadians(take(51));
        double sense = take(73) == 0 ? -1 : 1;
        double sweep = to - from;
        if (Double.isFinite(from) && Double.isFinite(sweep) && Math.abs(sweep) < 100) {
            curves.arc(ring, centre, axis, new double[] {-axis[1] * ratio * sense, axis[0] * ratio * sense, 0}, from, sweep, true);
        }
    }

    private void spline(DoubleList ring, double z) {
        int degree = (int) take(94);
        int rational = (int) take(73);
        int knots = count(95);
        int points = count(96);
        double[] u = new double[knots];
        for (int i = 0; i < knots; i++) {
            u[i] = take(40);
        }
        double[] control = new double[3 * points];
        double[] weights = new double[rational == 1 ? points : 0];
        for (int i = 0; i < points; i++) {
            control[3 * i] = take(10);
            control[3 * i + 1] = take(20);
            control[3 * i + 2] = z;
            if (rational == 1) {
                weights[i] = take(42);
            }
        }
        curves.spline(ring, degree, u, control, weights);
    }
}
