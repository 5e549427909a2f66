package org.kvarter.importing.ifc.geometry;

import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.Vectors;
import org.kvarter.importing.ifc.step.StepRow;

/** Curves as points in a row, in metres; flat ones have z = 0. Closed ones may or may not repeat their first point. */
final class Curves {

    private static final int MOST_POINTS = 3_000_000;

    private final Items items;
    private final Placements placements;

    Curves(Items items, Placements placements) {
        this.items = items;
        this.placements = placements;
    }

    /** x, y, z of each point. */
    double[] points(int curve) throws GeometryException {
        items.enter(curve);
        StepRow row = items.file.row(curve);
        double[] made = switch (row.type()) {
            case "IFCPOLYLINE" -> polyline(row);
            case "IFCCOMPOSITECURVE", "IFCCOMPOSITECURVEONSURFACE", "IFCBOUNDARYCURVE", "IFCOUTERBOUNDARYCURVE", "IFC2DCOMPOSITECURVE" ->
                    composite(row);
            case "IFCTRIMMEDCURVE" -> trimmed(row);
            case "IFCINDEXEDPOLYCURVE" -> indexed(row);
            case "IFCCIRCLE", "IFCELLIPSE" -> conic(row, 0, 2 * Math.PI);
            case "IFCBSPLINECURVEWITHKNOTS", "IFCRATIONALBSPLINECURVEWITHKNOTS", "IFCBSPLINECURVE", "IFCBEZIERCURVE" ->
                    BSpline.curve(items, row).sample(Double.NaN, Double.NaN);
            case "IFCSURFACECURVE", "IFCSEAMCURVE", "IFCINTERSECTIONCURVE" -> points(row.ref(0));
            default -> throw items.unsupported(curve);
        };
        items.leave();
        if (made.length < 6) {
            throw items.broken(curve);
        }
        return made;
    }

    /** x, y of each point of a flat curve. */
    double[] flat(int curve) throws GeometryException {
        double[] p = points(curve);
        double[] xy = new double[p.length / 3 * 2];
        for (int i = 0; i < xy.length / 2; i++) {
            xy[2 * i] = p[3 * i];
            xy[2 * i + 1] = p[3 * i + 1];
        }
        return xy;
    }

    private double[] polyline(StepRow row) throws GeometryException {
        PointPath path = new PointPath();
        for (int point : row.refs(0)) {
            path.add(items.point(point));
        }
        return path.toArray();
    }

    private double[] composite(StepRow row) throws GeometryException {
        PointPath path = new PointPath();
        for (int segment : row.refs(0)) {
            StepRow part = items.file.row(segment);
            if (!part.type().endsWith("COMPOSITECURVESEGMENT")) {
                throw items.unsupported(segment);
            }
            path.addAll(points(part.ref(2)), !part.enumeration(1).equals("F"));
            if (path.count() > MOST_POINTS) {
                throw new GeometryException(Reason.TOO_LARGE, items.name(row.entity()));
            }
        }
        return path.toArray();
    }

    private double[] indexed(StepRow row) throws GeometryException {
        double[] list = pointList(row.ref(0));
        PointPath path = new PointPath();
        int[] segments = row.items(1);
        if (segments.length == 0) {
            path.addAll(list, true);
        }
        for (int segment : segments) {
            double[] index = row.numbersAt(segment);
            boolean arc = row.typeAt(segment).equals("IFCARCINDEX") && index.length == 3;
            double[][] corners = new double[index.length][];
            for (int i = 0; i < index.length; i++) {
                int at = 3 * ((int) index[i] - 1);
                if (at < 0 || at + 2 >= list.length) {
                    throw items.broken(row.entity());
                }
                corners[i] = new double[] {list[at], list[at + 1], list[at + 2]};
            }
            if (arc) {
                arc(path, corners[0], corners[1], corners[2]);
            } else {
                for (double[] corner : corners) {
                    path.add(corner);
                }
            }
        }
        return path.toArray();
    }

    /** All points of an {@code IfcCartesianPointList2D} or {@code …3D}, three numbers each. */
    double[] pointList(int entity) throws GeometryException {
        StepRow row = items.file.row(entity);
        int width = row.type().equals("IFCCARTESIANPOINTLIST2D") ? 2 : row.type().equals("IFCCARTESIANPOINTLIST3D") ? 3 : 0;
        if (width == 0) {
            throw entity < 0 ? items.broken(entity) : items.unsupported(entity);
        }
        double[] flat = row.numbers(0);
        double[] xyz = new double[flat.length / width * 3];
        for (int i = 0; i < xyz.length / 3; i++) {
            for (int k = 0; k < width; k++) {
                xyz[3 * i + k] = flat[width * i + k] * items.metre;
            }
        }
        return xyz;
    }

    /** The arc from {@code a} over {@code m} to {@code b}; a line where they lie on one. */
    private static void arc(PointPath path, double[] a, double[] m, double[] b) {
        double[] am = Vectors.minus(m, a);
        double[] ab = Vectors.minus(b, a);
        double[] n = Vectors.cross(am, ab);
        double nn = Vectors.dot(n, n);
        path.add(a);
        if (nn < 1e-20) {
            path.add(m);
            path.add(b);
            return;
        }
        double[] toCentre = Vectors.scaled(Vectors.plus(Vectors.scaled(Vectors.cross(n, am), Vectors.dot(ab, ab)),
                Vectors.cross(ab, n), Vectors.dot(am, am)), 1 / (2 * nn));
        double[] centre = Vectors.plus(a, toCentre, 1);
        double radius = Vectors.length(toCentre);
        double[] x = Vectors.scaled(toCentre, -1 / radius);
        double[] z = Vectors.unit(n, new double[] {0, 0, 1});
        double[] y = Vectors.cross(z, x);
        double[] cb = Vectors.minus(b, centre);
        double sweep = Math.atan2(Vectors.dot(cb, y), Vectors.dot(cb, x));
        sweep = sweep <= 1e-9 ? sweep + 2 * Math.PI : sweep;
        path.addArc(Affine.of(centre, x, y, z), radius, radius, 0, sweep);
        path.add(b);
    }

    private double[] conic(StepRow row, double from, double to) throws GeometryException {
        PointPath path = new PointPath();
        double a = items.length(row, 1);
        double b = row.type().equals("IFCELLIPSE") ? items.length(row, 2) : a;
        path.addArc(placements.axis(row.ref(0)), a, b, from, to);
        return path.toArray();
    }

    private double[] trimmed(StepRow row) throws GeometryException {
        StepRow basis = items.file.row(row.ref(0));
        boolean sense = !row.enumeration(3).equals("F");
        boolean byParameter = row.enumeration(4).equals("PARAMETER");
        switch (basis.type()) {
            case "IFCCIRCLE", "IFCELLIPSE" -> {
                double from = angle(row, 1, basis, byParameter);
                double to = angle(row, 2, basis, byParameter);
                if (sense) {
                    to = to <= from + 1e-9 ? to + 2 * Math.PI * Math.ceil((from - to + 1e-9) / (2 * Math.PI)) : to;
                } else {
                    to = to >= from - 1e-9 ? to - 2 * Math.PI * Math.ceil((to - from + 1e-9) / (2 * Math.PI)) : to;
                }
                return conic(basis, from, to);
            }
            case "IFCLINE" -> {
                PointPath path = new PointPath();
                path.add(onLine(row, 1, basis, byParameter));
                path.add(onLine(row, 2, basis, byParameter));
                return path.toArray();
            }
            case "IFCBSPLINECURVEWITHKNOTS", "IFCRATIONALBSPLINECURVEWITHKNOTS" -> {
                double from = parameter(row, 1);
                double to = parameter(row, 2);
                double[] points = BSpline.curve(items, basis).sample(Math.min(from, to), Math.max(from, to));
                PointPath path = new PointPath();
                path.addAll(points, sense && !(from > to));
                return path.toArray();
            }
            default -> {
                PointPath path = new PointPath();
                path.addAll(points(basis.entity()), sense);
                return path.toArray();
            }
        }
    }

    /** The parameter of a trimming select; NaN where it has none. */
    private static double parameter(StepRow row, int argument) {
        for (int item : row.items(argument)) {
            if (row.typeAt(item).equals("IFCPARAMETERVALUE")) {
                double[] value = row.numbersAt(item);
                return value.length == 0 ? Double.NaN : value[0];
            }
        }
        return Double.NaN;
    }

    private int trimPoint(StepRow row, int argument) {
        for (int ref : row.refs(argument)) {
            if (ref >= 0) {
                return ref;
            }
        }
        return -1;
    }

    private double angle(StepRow row, int argument, StepRow conic, boolean byParameter) throws GeometryException {
        double parameter = parameter(row, argument);
        int point = trimPoint(row, argument);
        if (Double.isFinite(parameter) && (byParameter || point < 0)) {
            return parameter * items.radian;
        }
        double[] p = items.point(point);
        placements.axis(conic.ref(0)).inverse().apply(p, 0);
        double a = items.length(conic, 1);
        double b = conic.type().equals("IFCELLIPSE") ? items.length(conic, 2) : a;
        return Math.atan2(p[1] / b, p[0] / a);
    }

    private double[] onLine(StepRow row, int argument, StepRow line, boolean byParameter) throws GeometryException {
        double parameter = parameter(row, argument);
        int point = trimPoint(row, argument);
        if (Double.isFinite(parameter) && (byParameter || point < 0)) {
            StepRow vector = items.file.row(line.ref(1));
            double[] direction = items.direction(vector.ref(0), new double[] {1, 0, 0});
            return Vectors.plus(items.point(line.ref(0)), direction, parameter * vector.number(1, 1) * items.metre);
        }
        return items.point(point);
    }
}
