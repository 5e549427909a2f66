package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.Flat2D;
import org.kvarter.importing.ifc.shape.Profile;
import org.kvarter.importing.ifc.step.StepRow;

/** Profile definitions, parameterised and free, as rings. */
final class Profiles {

    private static final int MOST = 10_000;

    private final Items items;
    private final Placements placements;
    private final Curves curves;

    Profiles(Items items, Placements placements, Curves curves) {
        this.items = items;
        this.placements = placements;
        this.curves = curves;
    }

    /** The profile's areas or lines: several of a composite one. */
    List<Profile> of(int entity) throws GeometryException {
        items.enter(entity);
        StepRow row = items.file.row(entity);
        List<Profile> made = switch (row.type()) {
            case "IFCARBITRARYCLOSEDPROFILEDEF" -> List.of(area(row, curves.flat(row.ref(2)), List.of()));
            case "IFCARBITRARYPROFILEDEFWITHVOIDS" -> {
                List<double[]> holes = new ArrayList<>();
                for (int hole : row.refs(3)) {
                    holes.add(curves.flat(hole));
                }
                yield List.of(area(row, curves.flat(row.ref(2)), holes));
            }
            case "IFCARBITRARYOPENPROFILEDEF" -> List.of(Profile.line(curves.flat(row.ref(2))));
            case "IFCCENTERLINEPROFILEDEF" -> List.of(area(row, Flat2D.buffer(curves.flat(row.ref(2)), items.length(row, 3) / 2), List.of()));
            case "IFCCOMPOSITEPROFILEDEF" -> composite(row);
            case "IFCDERIVEDPROFILEDEF" -> moved(row.ref(2), placements.operator2D(row.ref(3)));
            case "IFCMIRROREDPROFILEDEF" -> moved(row.ref(2), new double[] {-1, 0, 0, 0, 1, 0});
            default -> parameterised(row);
        };
        items.leave();
        return made;
    }

    private List<Profile> composite(StepRow row) throws GeometryException {
        List<Profile> all = new ArrayList<>();
        for (int part : row.refs(2)) {
            all.addAll(of(part));
            if (all.size() > MOST) {
                throw new GeometryException(Reason.TOO_LARGE, items.name(row.entity()));
            }
        }
        return all;
    }

    private List<Profile> moved(int parent, double[] map) throws GeometryException {
        List<Profile> moved = new ArrayList<>();
        for (Profile profile : of(parent)) {
            Profile there = profile.moved(map);
            if (there == null) {
                throw items.broken(parent);
            }
            moved.add(there);
        }
        return moved;
    }

    private Profile area(StepRow row, double[] outline, List<double[]> holes) throws GeometryException {
        Profile profile = Profile.area(outline, holes);
        if (profile == null) {
            throw items.broken(row.entity());
        }
        return profile;
    }

    private List<Profile> parameterised(StepRow row) throws GeometryException {
        double[][] rings = rings(row);
        Profile profile = area(row, rings[0], rings.length > 1 ? List.of(rings[1]) : List.of());
        Affine position = placements.axis(row.ref(2));
        if (position == Affine.IDENTITY) {
            return List.of(profile);
        }
        double[] m = position.m();
        return List.of(profile.moved(new double[] {m[0], m[1], m[3], m[4], m[5], m[7]}));
    }

    private double[][] rings(StepRow row) throws GeometryException {
        return switch (row.type()) {
            case "IFCRECTANGLEPROFILEDEF" -> new double[][] {Corners.rectangle(length(row, 3), length(row, 4), 0)};
            case "IFCROUNDEDRECTANGLEPROFILEDEF" -> new double[][] {Corners.rectangle(length(row, 3), length(row, 4), optional(row, 5))};
            case "IFCRECTANGLEHOLLOWPROFILEDEF" -> {
                double t = 2 * length(row, 5);
                yield new double[][] {Corners.rectangle(length(row, 3), length(row, 4), optional(row, 7)),
                    Corners.rectangle(Math.max(0, length(row, 3) - t), Math.max(0, length(row, 4) - t), optional(row, 6))};
            }
            case "IFCCIRCLEPROFILEDEF" -> new double[][] {Corners.ellipse(length(row, 3), length(row, 3))};
            case "IFCCIRCLEHOLLOWPROFILEDEF" -> {
                double inner = Math.max(0, length(row, 3) - length(row, 4));
                yield new double[][] {Corners.ellipse(length(row, 3), length(row, 3)), Corners.ellipse(inner, inner)};
            }
            case "IFCELLIPSEPROFILEDEF" -> new double[][] {Corners.ellipse(length(row, 3), length(row, 4))};
            case "IFCTRAPEZIUMPROFILEDEF" -> {
                double x = length(row, 3) / 2;
                double y = length(row, 5) / 2;
                double left = -x + row.number(6, 0) * items.metre;
                yield new double[][] {{-x, -y, x, -y, left + length(row, 4), y, left, y}};
            }
            case "IFCISHAPEPROFILEDEF" -> new double[][] {SteelShapes.i(length(row, 3), length(row, 6), length(row, 3), length(row, 6),
                    length(row, 4), length(row, 5), optional(row, 7), optional(row, 7))};
            case "IFCASYMMETRICISHAPEPROFILEDEF" -> new double[][] {SteelShapes.i(length(row, 3), length(row, 6), length(row, 8),
                    items.length(row, 9, length(row, 6)), length(row, 4), length(row, 5), optional(row, 7), optional(row, 10))};
            case "IFCLSHAPEPROFILEDEF" -> new double[][] {SteelShapes.l(length(row, 3), items.length(row, 4, length(row, 3)), length(row, 5),
                    optional(row, 6), optional(row, 7))};
            case "IFCTSHAPEPROFILEDEF" -> new double[][] {SteelShapes.t(length(row, 3), length(row, 4), length(row, 5), length(row, 6),
                    optional(row, 7))};
            case "IFCUSHAPEPROFILEDEF" -> new double[][] {SteelShapes.u(length(row, 3), length(row, 4), length(row, 5), length(row, 6),
                    optional(row, 7))};
            case "IFCCSHAPEPROFILEDEF" -> new double[][] {SteelShapes.c(length(row, 3), length(row, 4), length(row, 5), length(row, 6),
                    optional(row, 7))};
            case "IFCZSHAPEPROFILEDEF" -> new double[][] {SteelShapes.z(length(row, 3), length(row, 4), length(row, 5), length(row, 6),
                    optional(row, 7))};
            default -> throw items.unsupported(row.entity());
        };
    }

    private double length(StepRow row, int argument) throws GeometryException {
        return items.length(row, argument);
    }

    private double optional(StepRow row, int argument) {
        return items.length(row, argument, 0);
    }
}
