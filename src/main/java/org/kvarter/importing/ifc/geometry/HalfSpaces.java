package org.kvarter.importing.ifc.geometry;

import java.util.List;
import java.util.Optional;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.shape.Plane;
import org.kvarter.importing.ifc.shape.PlaneCut;
import org.kvarter.importing.ifc.shape.Profile;
import org.kvarter.importing.ifc.shape.SolidBoolean;
import org.kvarter.importing.ifc.shape.Sweep;
import org.kvarter.importing.ifc.step.StepRow;

/** Half-spaces as operands, plain, boxed, or bounded by a polygon. */
final class HalfSpaces {

    private final Items items;
    private final Placements placements;
    private final Curves curves;

    HalfSpaces(Items items, Placements placements, Curves curves) {
        this.items = items;
        this.placements = placements;
        this.curves = curves;
    }

    boolean isHalfSpace(int entity) {
        return items.file.type(entity).endsWith("HALFSPACESOLID") || items.file.type(entity).equals("IFCPOLYGONALBOUNDEDHALFSPACE");
    }

    /**
     * A body without the half-space, or what both have in common.
     *
     * @return empty where the body is not closed where it would be cut
     */
    Optional<FaceSet> cut(FaceSet body, int halfSpace, boolean keepInside) throws GeometryException {
        StepRow row = items.file.row(halfSpace);
        Plane material = plane(row);
        if (!row.type().equals("IFCPOLYGONALBOUNDEDHALFSPACE")) {
            return Optional.of(PlaneCut.below(body, keepInside ? material : material.flipped()));
        }
        FaceSet prism = prism(row, body, material);
        if (prism.faceCount() == 0) {
            return Optional.of(keepInside ? prism : body);
        }
        return keepInside ? SolidBoolean.intersection(body, prism) : SolidBoolean.difference(body, prism);
    }

    /** The plane whose underside is the half-space. */
    private Plane plane(StepRow row) throws GeometryException {
        StepRow surface = items.file.row(row.ref(0));
        if (!surface.type().equals("IFCPLANE")) {
            throw items.unsupported(row.ref(0));
        }
        Affine frame = placements.axis(surface.ref(0));
        Plane plane = Plane.through(frame.origin(), frame.vector(0, 0, 1));
        // AgreementFlag true: the normal points away from the material
        return row.enumeration(1).equals("F") ? plane.flipped() : plane;
    }

    /** The bounded half-space as a solid that reaches beyond the body. */
    private FaceSet prism(StepRow row, FaceSet body, Plane material) throws GeometryException {
        Affine position = placements.axis(row.ref(2));
        Profile profile = Profile.area(curves.flat(row.ref(3)), List.of());
        if (profile == null) {
            throw items.broken(row.entity());
        }
        double[] box = body.moved(position.inverse()).box();
        double low = box[2] - 1;
        FaceSet prism = Sweep.extrude(profile, new double[] {0, 0, box[5] + 1 - low}).moved(position.times(Affine.shift(0, 0, low)));
        return PlaneCut.below(prism, material);
    }
}
