package org.kvarter.importing.ifc.geometry;

import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.step.StepRow;

/** Edges of advanced faces: the piece of a curve between two vertices. */
final class EdgeCurves {

    private EdgeCurves() {
    }

    /** Points of an {@code IfcEdgeCurve} from its start {@code a} to its end {@code b}. */
    static double[] between(Items items, Curves curves, StepRow edge, double[] a, double[] b) throws GeometryException {
        int geometry = edge.ref(2);
        boolean sense = !edge.enumeration(3).equals("F");
        StepRow curve = items.file.row(geometry);
        while (curve.type().equals("IFCSURFACECURVE") || curve.type().equals("IFCSEAMCURVE") || curve.type().equals("IFCINTERSECTIONCURVE")) {
            int inner = curve.ref(0);
            if (inner == curve.entity()) {
                throw items.broken(inner);
            }
            curve = items.file.row(inner);
        }
        PointPath path = new PointPath();
        path.add(a);
        switch (curve.type()) {
            case "IFCLINE" -> { }
            case "IFCCIRCLE", "IFCELLIPSE" -> conic(items, curve, sense, a, b, path);
            default -> {
                double[] points = curves.points(curve.entity());
                boolean whole = near(points, 0, sense ? a : b) && near(points, points.length - 3, sense ? b : a);
                if (whole) {
                    path.addAll(points, sense);
                } else {
                    piece(points, sense, a, b, path);
                }
            }
        }
        path.add(b);
        return path.toArray();
    }

    private static void conic(Items items, StepRow curve, boolean sense, double[] a, double[] b, PointPath path) throws GeometryException {
        Affine frame = new Placements(items).axis(curve.ref(0));
        double r1 = items.length(curve, 1);
        double r2 = curve.type().equals("IFCELLIPSE") ? items.length(curve, 2) : r1;
        double from = angle(frame, r1, r2, a);
        double to = angle(frame, r1, r2, b);
        if (sense) {
            to += to <= from + 1e-9 ? 2 * Math.PI : 0;
        } else {
            to -= to >= from - 1e-9 ? 2 * Math.PI : 0;
        }
        path.addArc(frame, r1, r2, from, to);
    }

    private static double angle(Affine frame, double r1, double r2, double[] point) {
        double[] p = point.clone();
        frame.inverse().apply(p, 0);
        return Math.atan2(p[1] / r2, p[0] / r1);
    }

    /** The points of a curve between the two of them that are nearest to the ends. */
    private static void piece(double[] points, boolean sense, double[] a, double[] b, PointPath path) {
        int from = nearest(points, sense ? a : b);
        int to = nearest(points, sense ? b : a);
        PointPath part = new PointPath();
        for (int i = Math.min(from, to) + 1; i < Math.max(from, to); i++) {
            part.add(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
        }
        path.addAll(part.toArray(), sense == from <= to);
    }

    private static boolean near(double[] points, int at, double[] p) {
        return Math.abs(points[at] - p[0]) + Math.abs(points[at + 1] - p[1]) + Math.abs(points[at + 2] - p[2]) < 1e-4;
    }

    private static int nearest(double[] points, double[] p) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.length / 3; i++) {
            double d = Math.hypot(Math.hypot(points[3 * i] - p[0], points[3 * i + 1] - p[1]), points[3 * i + 2] - p[2]);
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }
}
