package org.kvarter.importing.dxf;

import java.util.List;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;

/** Lines and curves of single entities as points in the plane of the object, three coordinates each. Stateless. */
final class DxfPath {

    private static final int CLOSED = 1;

    /**
     * A way.
     *
     * @param points  three coordinates each, in the object's own coordinates
     * @param isClosed whether it comes back to its first point
     * @param isFlat  whether its coordinates are those of the object's plane rather than the world's
     */
    record Way(DoubleList points, boolean isClosed, boolean isFlat) {
    }

    private DxfPath() {
    }

    /** The way of an entity; {@code null} where it is none of these, or has too few points. */
    static Way of(DxfRecord record, DxfCurves curves, MemoryBudget budget) {
        DoubleList points = new DoubleList(budget);
        return switch (record.type()) {
            case "LINE" -> {
                add(points, record.point(10));
                add(points, record.point(11));
                yield new Way(points, false, false);
            }
            case "LWPOLYLINE" -> light(record, curves, points);
            case "POLYLINE" -> heavy(record, curves, points);
            case "ARC" -> {
                curves.arc(points, record.point(10), record.number(40, Double.NaN), record.number(50, 0), record.number(51, 360));
                yield new Way(points, false, true);
            }
            case "CIRCLE" -> {
                curves.arc(points, record.point(10), record.number(40, Double.NaN), 0, 360);
                yield new Way(points, true, true);
            }
            case "ELLIPSE" -> ellipse(record, curves, points);
            case "SPLINE" -> spline(record, curves, points);
            default -> null;
        };
    }

    private static void add(DoubleList points, double[] point) {
        points.add(point[0], point[1], point[2]);
    }

    private static Way light(DxfRecord record, DxfCurves curves, DoubleList points) {
        double z = record.number(38, 0);
        double x = Double.NaN;
        double y = Double.NaN;
        double bulge = 0;
        double firstX = Double.NaN;
        double firstY = Double.NaN;
        double nextX = Double.NaN;
        for (int i = 0; i < record.size(); i++) {
            switch (record.code(i)) {
                case 10 -> nextX = record.number(i);
                case 20 -> {
                    double nextY = record.number(i);
                    if (points.size() == 0) {
                        points.add(nextX, nextY, z);
                        firstX = nextX;
                        firstY = nextY;
                    } else {
                        curves.bulge(points, x, y, nextX, nextY, z, bulge);
                    }
                    x = nextX;
                    y = nextY;
                    bulge = 0;
                }
                case 42 -> bulge = record.number(i);
                default -> {
                }
            }
        }
        boolean closed = (record.whole(70, 0) & CLOSED) != 0;
        if (closed && points.size() > 0) {
            curves.bulge(points, x, y, firstX, firstY, z, bulge);
        }
        return new Way(points, closed, true);
    }

    private static Way heavy(DxfRecord record, DxfCurves curves, DoubleList points) {
        int flags = record.whole(70, 0);
        boolean spatial = (flags & 8) != 0;
        List<DxfRecord> vertices = record.parts.stream().filter(v -> (v.whole(70, 0) & 16) == 0).toList();
        double[] before = null;
        double bulge = 0;
        double elevation = record.number(30, 0);
        for (DxfRecord vertex : vertices) {
            double[] here = vertex.point(10);
            here[2] = spatial ? here[2] : elevation;
            if (before == null || spatial) {
                add(points, here);
            } else {
                curves.bulge(points, before[0], before[1], here[0], here[1], here[2], bulge);
            }
            bulge = vertex.number(42, 0);
            before = here;
        }
        boolean closed = (flags & CLOSED) != 0;
        if (closed && before != null) {
            curves.bulge(points, before[0], before[1], points.get(0), points.get(1), points.get(2), spatial ? 0 : bulge);
        }
        return new Way(points, closed, !spatial);
    }

    private static Way ellipse(DxfRecord record, DxfCurves curves, DoubleList points) {
        double[] u = record.point(11);
        double ratio = record.number(40, 1);
        double[] n = {record.number(210, 0), record.number(220, 0), record.number(230, 1)};
        double[] v = {(n[1] * u[2] - n[2] * u[1]) * ratio, (n[2] * u[0] - n[0] * u[2]) * ratio, (n[0] * u[1] - n[1] * u[0]) * ratio};
        double from = record.number(41, 0);
        double sweep = record.number(42, 2 * Math.PI) - from;
        sweep = sweep <= 1e-9 ? sweep + 2 * Math.PI : sweep;
        curves.arc(points, record.point(10), u, v, from, Math.min(sweep, 2 * Math.PI), true);
        return new Way(points, sweep > 2 * Math.PI - 1e-6, false);
    }

    private static Way spline(DxfRecord record, DxfCurves curves, DoubleList points) {
        DoubleList control = points(record, 10);
        boolean fits = curves.spline(points, record.whole(71, 3), numbers(record, 40), control.toArray(), numbers(record, 41));
        if (fits) {
            return new Way(points, (record.whole(70, 0) & CLOSED) != 0, false);
        }
        DoubleList fit = points(record, 11);
        return fit.size() >= 6 || control.size() >= 6 ? new Way(fit.size() >= 6 ? fit : control, false, false) : null;
    }

    private static double[] numbers(DxfRecord record, int code) {
        return java.util.stream.IntStream.range(0, record.size()).filter(i -> record.code(i) == code).mapToDouble(record::number).toArray();
    }

    private static DoubleList points(DxfRecord record, int code) {
        DoubleList points = new DoubleList(new MemoryBudget(Long.MAX_VALUE));
        for (int i = 0; i + 1 < record.size(); i++) {
            if (record.code(i) == code && record.code(i + 1) == code + 10) {
                boolean height = i + 2 < record.size() && record.code(i + 2) == code + 20;
                points.add(record.number(i), record.number(i + 1), height ? record.number(i + 2) : 0);
            }
        }
        return points;
    }
}
