package org.kvarter.importing.ifc.geometry;

import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.Vectors;
import org.kvarter.importing.ifc.step.StepRow;

/** Axis placements, object placements and transformation operators as affine maps, in metres. Not thread-safe. */
public final class Placements {

    private static final double[] X = {1, 0, 0};
    private static final double[] Z = {0, 0, 1};
    private static final int MOST_KEPT = 2_000_000;

    private final Items items;
    private final Map<Integer, Affine> objects = new HashMap<>();

    Placements(Items items) {
        this.items = items;
    }

    /** {@code IfcAxis2Placement2D}, {@code …3D} or {@code IfcAxis2PlacementLinear}'s nearest; the identity where there is none. */
    Affine axis(int entity) throws GeometryException {
        if (entity < 0) {
            return Affine.IDENTITY;
        }
        StepRow row = items.file.row(entity);
        double[] o = items.point(row.ref(0));
        if (row.type().equals("IFCAXIS2PLACEMENT2D")) {
            double[] x = items.direction(row.ref(1), X);
            return Affine.of(o, x, new double[] {-x[1], x[0], 0}, Z);
        }
        return frame(o, items.direction(row.ref(1), Z), items.direction(row.ref(2), X));
    }

    /** Right-handed axes at {@code o}: z as given, x as near to {@code towards} as can be. */
    static Affine frame(double[] o, double[] z, double[] towards) {
        double[] x = Vectors.plus(towards, z, -Vectors.dot(towards, z));
        x = Vectors.length(x) < 1e-9 ? Vectors.across(z) : Vectors.unit(x, X);
        return Affine.of(o, x, Vectors.cross(z, x), z);
    }

    /** An {@code IfcObjectPlacement} with all it is relative to; the identity where there is none. */
    public Affine object(int entity) throws GeometryException {
        if (entity < 0) {
            return Affine.IDENTITY;
        }
        Affine known = objects.get(entity);
        if (known != null) {
            return known;
        }
        items.enter(entity);
        StepRow row = items.file.row(entity);
        Affine made = switch (row.type()) {
            case "IFCLOCALPLACEMENT" -> object(row.ref(0)).times(axis(row.ref(1)));
            case "IFCLINEARPLACEMENT" -> object(row.ref(0)).times(axis(row.ref(2)));
            default -> object(items.file.type(row.ref(0)).endsWith("PLACEMENT") ? row.ref(0) : -1);
        };
        items.leave();
        if (!made.isSound()) {
            throw items.broken(entity);
        }
        if (objects.size() < MOST_KEPT) {
            objects.put(entity, made);
        }
        return made;
    }

    /** {@code IfcCartesianTransformationOperator3D}, uniform or not. */
    Affine operator(int entity) throws GeometryException {
        StepRow row = items.file.row(entity);
        double scale = row.number(3, 1);
        if (row.type().contains("OPERATOR2D")) {
            double[] m = operator2D(entity);
            return new Affine(new double[] {m[0], m[1], 0, m[2], m[3], m[4], 0, m[5], 0, 0, scale, 0});
        }
        double[] o = items.point(row.ref(2));
        double[] z = items.direction(row.ref(4), Z);
        double[] towardsX = items.direction(row.ref(0), row.has(4) && Math.abs(z[0]) > 0.999 ? new double[] {0, 1, 0} : X);
        double[] x = Vectors.plus(towardsX, z, -Vectors.dot(towardsX, z));
        x = Vectors.length(x) < 1e-9 ? Vectors.across(z) : Vectors.unit(x, X);
        double[] y = Vectors.cross(z, x);
        double[] towardsY = items.direction(row.ref(1), y);
        y = Vectors.dot(towardsY, y) < 0 ? Vectors.scaled(y, -1) : y;
        boolean uniform = !row.type().endsWith("NONUNIFORM");
        Affine made = Affine.of(o, Vectors.scaled(x, scale), Vectors.scaled(y, uniform ? scale : row.number(5, scale)),
                Vectors.scaled(z, uniform ? scale : row.number(6, scale)));
        if (!made.isSound()) {
            throw items.broken(entity);
        }
        return made;
    }

    /** {@code IfcCartesianTransformationOperator2D} as six numbers, row by row. */
    double[] operator2D(int entity) throws GeometryException {
        StepRow row = items.file.row(entity);
        double[] x = items.direction(row.ref(0), X);
        double[] towardsY = items.direction(row.ref(1), new double[] {-x[1], x[0], 0});
        double side = -x[1] * towardsY[0] + x[0] * towardsY[1] < 0 ? -1 : 1;
        double[] o = items.point(row.ref(2));
        double s = row.number(3, 1);
        double s2 = row.type().endsWith("NONUNIFORM") ? row.number(4, s) : s;
        return new double[] {s * x[0], -side * s2 * x[1], o[0], s * x[1], side * s2 * x[0], o[1]};
    }
}
