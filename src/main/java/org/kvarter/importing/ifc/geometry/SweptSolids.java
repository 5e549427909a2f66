package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.shape.Profile;
import org.kvarter.importing.ifc.shape.Rounding;
import org.kvarter.importing.ifc.shape.Sweep;
import org.kvarter.importing.ifc.shape.Vectors;
import org.kvarter.importing.ifc.step.StepRow;

/** Extruded, revolved and swept solids; surfaces of open profiles the same way. */
final class SweptSolids {

    private final Items items;
    private final Placements placements;
    private final Curves curves;
    private final Profiles profiles;

    SweptSolids(Items items, Placements placements, Curves curves, Profiles profiles) {
        this.items = items;
        this.placements = placements;
        this.curves = curves;
        this.profiles = profiles;
    }

    /** One body per area of the profile. */
    List<FaceSet> of(StepRow row) throws GeometryException {
        return switch (row.type()) {
            case "IFCEXTRUDEDAREASOLID", "IFCEXTRUDEDAREASOLIDTAPERED", "IFCSURFACEOFLINEAREXTRUSION" -> extruded(row);
            case "IFCREVOLVEDAREASOLID", "IFCREVOLVEDAREASOLIDTAPERED", "IFCSURFACEOFREVOLUTION" -> revolved(row);
            case "IFCSURFACECURVESWEPTAREASOLID", "IFCFIXEDREFERENCESWEPTAREASOLID", "IFCDIRECTRIXDERIVEDREFERENCESWEPTAREASOLID" -> swept(row);
            case "IFCSWEPTDISKSOLID", "IFCSWEPTDISKSOLIDPOLYGONAL" -> List.of(disk(row));
            default -> throw items.unsupported(row.entity());
        };
    }

    private List<FaceSet> extruded(StepRow row) throws GeometryException {
        Affine position = placements.axis(row.ref(1));
        double[] direction = items.direction(row.ref(2), new double[] {0, 0, 1});
        double depth = row.number(3) * items.metre;
        if (!(Math.abs(depth) > 0) || Math.abs(depth) > 1e7 || Math.abs(direction[2]) < 1e-6 && !row.type().endsWith("EXTRUSION")) {
            throw items.broken(row.entity());
        }
        double[] along = Vectors.scaled(direction, depth);
        List<Profile> from = profiles.of(row.ref(0));
        List<Profile> to = row.type().endsWith("TAPERED") ? profiles.of(row.ref(4)) : from;
        List<FaceSet> made = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            Profile end = i < to.size() && matches(from.get(i), to.get(i)) ? to.get(i) : from.get(i);
            made.add(Sweep.extrude(from.get(i), end, Affine.shift(along[0], along[1], along[2])).moved(position));
        }
        return made;
    }

    private static boolean matches(Profile a, Profile b) {
        boolean same = a.outline().length == b.outline().length && a.holes().size() == b.holes().size();
        for (int h = 0; same && h < a.holes().size(); h++) {
            same = a.holes().get(h).length == b.holes().get(h).length;
        }
        return same;
    }

    private List<FaceSet> revolved(StepRow row) throws GeometryException {
        boolean surface = row.type().equals("IFCSURFACEOFREVOLUTION");
        Affine position = placements.axis(row.ref(1));
        StepRow axis = items.file.row(row.ref(2));
        double[] o = items.point(axis.ref(0));
        double[] direction = items.direction(axis.ref(1), new double[] {0, 0, 1});
        double angle = surface ? 2 * Math.PI : row.number(3) * items.radian;
        if (!(Math.abs(angle) > 1e-6)) {
            throw items.broken(row.entity());
        }
        boolean ring = Math.abs(angle) > 2 * Math.PI - 1e-4;
        angle = ring ? Math.signum(angle) * 2 * Math.PI : angle;
        List<FaceSet> made = new ArrayList<>();
        for (Profile profile : profiles.of(row.ref(0))) {
            int n = Rounding.pieces(farthest(profile, o, direction), angle);
            n = ring ? Math.max(3, n) : n;
            List<Affine> places = new ArrayList<>();
            for (int i = 0; i <= (ring ? n - 1 : n); i++) {
                places.add(position.times(rotation(o, direction, angle * i / n)));
            }
            made.add(Sweep.through(profile, places, ring));
        }
        return made;
    }

    private static double farthest(Profile profile, double[] o, double[] direction) {
        double most = 0;
        double[] ring = profile.outline();
        for (int i = 0; i < ring.length; i += 2) {
            double[] d = {ring[i] - o[0], ring[i + 1] - o[1], -o[2]};
            most = Math.max(most, Vectors.length(Vectors.cross(d, direction)));
        }
        return most;
    }

    /** Rotation about an axis by Rodrigues' formula. */
    static Affine rotation(double[] o, double[] k, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double t = 1 - c;
        Affine turn = new Affine(new double[] {
            t * k[0] * k[0] + c, t * k[0] * k[1] - s * k[2], t * k[0] * k[2] + s * k[1], 0,
            t * k[0] * k[1] + s * k[2], t * k[1] * k[1] + c, t * k[1] * k[2] - s * k[0], 0,
            t * k[0] * k[2] - s * k[1], t * k[1] * k[2] + s * k[0], t * k[2] * k[2] + c, 0});
        return Affine.shift(o[0], o[1], o[2]).times(turn).times(Affine.shift(-o[0], -o[1], -o[2]));
    }

    private List<FaceSet> swept(StepRow row) throws GeometryException {
        Affine position = placements.axis(row.ref(1));
        double[] path = curves.points(row.ref(2));
        double[] reference = row.type().startsWith("IFCFIXED") ? items.direction(row.ref(5), new double[] {0, 0, 1})
                : surfaceNormal(row.ref(5));
        List<FaceSet> made = new ArrayList<>();
        for (Profile profile : profiles.of(row.ref(0))) {
            made.add(Sweep.through(profile, PathFrames.along(path, reference, position), PathFrames.isRing(path)));
        }
        return made;
    }

    /** Of a plane; of other reference surfaces the sweep stays upright. */
    private double[] surfaceNormal(int surface) throws GeometryException {
        StepRow row = items.file.row(surface);
        return row.type().equals("IFCPLANE") ? placements.axis(row.ref(0)).vector(0, 0, 1) : new double[] {0, 0, 1};
    }

    private FaceSet disk(StepRow row) throws GeometryException {
        double[] path = curves.points(row.ref(0));
        double radius = items.length(row, 1);
        double inner = items.length(row, 2, 0);
        List<double[]> holes = inner > 0 && inner < radius ? List.of(Corners.ellipse(inner, inner)) : List.of();
        Profile profile = Profile.area(Corners.ellipse(radius, radius), holes);
        if (profile == null) {
            throw items.broken(row.entity());
        }
        return Sweep.through(profile, PathFrames.along(path, null, Affine.IDENTITY), PathFrames.isRing(path));
    }
}
