package org.kvarter.importing.ifc.geometry;

import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.Rounding;
import org.kvarter.importing.ifc.shape.Vectors;
import org.kvarter.importing.ifc.step.StepRow;

/** The curved surfaces of IfcGeometryResource. */
final class CurvedSurfaces {

    private static final double[] ENDLESS = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

    private CurvedSurfaces() {
    }

    static CurvedSurface of(Items items, Placements placements, Curves curves, int surface) throws GeometryException {
        StepRow row = items.file.row(surface);
        return switch (row.type()) {
            case "IFCCYLINDRICALSURFACE" -> new Round(placements.axis(row.ref(0)), 0, items.length(row, 1), Round.Kind.CYLINDER);
            case "IFCSPHERICALSURFACE" -> new Round(placements.axis(row.ref(0)), 0, items.length(row, 1), Round.Kind.SPHERE);
            case "IFCTOROIDALSURFACE" -> new Round(placements.axis(row.ref(0)), items.length(row, 1), items.length(row, 2), Round.Kind.TORUS);
            case "IFCSURFACEOFLINEAREXTRUSION" -> {
                double[] profile = profile(items, placements, curves, row);
                double[] direction = placements.axis(row.ref(1)).vector(0, 0, 0);
                double[] d = items.direction(row.ref(2), new double[] {0, 0, 1});
                direction = placements.axis(row.ref(1)).vector(d[0], d[1], d[2]);
                yield new Extruded(profile, Vectors.unit(direction, d));
            }
            case "IFCSURFACEOFREVOLUTION" -> {
                Affine position = placements.axis(row.ref(1));
                StepRow axis = items.file.row(row.ref(2));
                double[] o = items.point(axis.ref(0));
                position.apply(o, 0);
                double[] d = items.direction(axis.ref(1), new double[] {0, 0, 1});
                double[] z = Vectors.unit(position.vector(d[0], d[1], d[2]), d);
                yield new Revolved(profile(items, placements, curves, row), Placements.frame(o, z, new double[] {1, 0, 0}));
            }
            case "IFCBSPLINESURFACEWITHKNOTS", "IFCRATIONALBSPLINESURFACEWITHKNOTS" -> BSplineSurface.of(items, row);
            default -> throw items.unsupported(surface);
        };
    }

    /** The points of the swept curve in the surface's own place. */
    private static double[] profile(Items items, Placements placements, Curves curves, StepRow row) throws GeometryException {
        StepRow profile = items.file.row(row.ref(0));
        double[] points = curves.points(profile.ref(2));
        Affine position = placements.axis(row.ref(1));
        for (int i = 0; i + 2 < points.length; i += 3) {
            position.apply(points, i);
        }
        return points;
    }

    /** Cylinder, sphere and torus: u goes round, v up the cylinder or round the smaller circle. */
    private record Round(Affine frame, double major, double radius, Kind kind) implements CurvedSurface {

        private enum Kind {
            CYLINDER, SPHERE, TORUS
        }

        @Override
        public double[] at(double u, double v) {
            double r = kind == Kind.CYLINDER ? radius : major + radius * Math.cos(v);
            return frame.point(r * Math.cos(u), r * Math.sin(u), kind == Kind.CYLINDER ? v : radius * Math.sin(v));
        }

        @Override
        public double[] parameters(double[] point) {
            double[] p = point.clone();
            frame.inverse().apply(p, 0);
            double r = Math.hypot(p[0], p[1]);
            double u = r < 1e-7 ? Double.NaN : Math.atan2(p[1], p[0]);
            return new double[] {u, kind == Kind.CYLINDER ? p[2] : Math.atan2(p[2], r - major)};
        }

        @Override
        public double uPeriod() {
            return 2 * Math.PI;
        }

        @Override
        public double vPeriod() {
            return kind == Kind.TORUS ? 2 * Math.PI : 0;
        }

        @Override
        public double uStep() {
            return 2 * Math.PI / Rounding.pieces(major + radius, 2 * Math.PI);
        }

        @Override
        public double vStep() {
            return kind == Kind.CYLINDER ? Double.POSITIVE_INFINITY : 2 * Math.PI / Rounding.pieces(radius, 2 * Math.PI);
        }

        @Override
        public double[] vRange() {
            return kind == Kind.SPHERE ? new double[] {-Math.PI / 2, Math.PI / 2} : ENDLESS;
        }
    }

    /** A line of points moved along a direction: u counts the points, v is metres along. */
    private record Extruded(double[] points, double[] direction) implements CurvedSurface {

        @Override
        public double[] at(double u, double v) {
            return Vectors.plus(PolylineFoot.at(points, u), direction, v);
        }

        @Override
        public double[] parameters(double[] point) {
            double u = PolylineFoot.nearest(points, point, direction);
            return new double[] {u, Vectors.dot(Vectors.minus(point, PolylineFoot.at(points, u)), direction)};
        }

        @Override
        public double uPeriod() {
            return PathFrames.isRing(points) ? points.length / 3.0 - 1 : 0;
        }

        @Override
        public double vPeriod() {
            return 0;
        }

        @Override
        public double uStep() {
            return 1;
        }

        @Override
        public double vStep() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double[] vRange() {
            return ENDLESS;
        }
    }

    /** A line of points turned about the z axis of a frame: u is the angle, v counts the points. */
    private static final class Revolved implements CurvedSurface {
        private final Affine frame;
        private final Affine back;
        /** Radius, 0, height of each point. */
        private final double[] meridian;
        private final double zero;
        private final double reach;

        Revolved(double[] points, Affine frame) {
            this.frame = frame;
            this.back = frame.inverse();
            meridian = new double[points.length];
            double angle = 0;
            double most = 0;
            for (int i = 0; i + 2 < points.length; i += 3) {
                double[] p = back.point(points[i], points[i + 1], points[i + 2]);
                double r = Math.hypot(p[0], p[1]);
                angle = r > most ? Math.atan2(p[1], p[0]) : angle;
                most = Math.max(most, r);
                meridian[i] = r;
                meridian[i + 2] = p[2];
            }
            zero = angle;
            reach = most;
        }

        @Override
        public double[] at(double u, double v) {
            double[] p = PolylineFoot.at(meridian, v);
            return frame.point(p[0] * Math.cos(u + zero), p[0] * Math.sin(u + zero), p[2]);
        }

        @Override
        public double[] parameters(double[] point) {
            double[] p = back.point(point[0], point[1], point[2]);
            double r = Math.hypot(p[0], p[1]);
            return new double[] {r < 1e-7 ? Double.NaN : Math.atan2(p[1], p[0]) - zero,
                PolylineFoot.nearest(meridian, new double[] {r, 0, p[2]}, null)};
        }

        @Override
        public double uPeriod() {
            return 2 * Math.PI;
        }

        @Override
        public double vPeriod() {
            return 0;
        }

        @Override
        public double uStep() {
            return 2 * Math.PI / Rounding.pieces(reach, 2 * Math.PI);
        }

        @Override
        public double vStep() {
            return 1;
        }

        @Override
        public double[] vRange() {
            return new double[] {0, meridian.length / 3.0 - 1};
        }
    }
}
