package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.step.StepRow;

/** Surfaces: planes with outlines as items of their own, and curved surfaces within loops. */
final class Surfaces {

    private final Items items;
    private final Placements placements;
    private final Curves curves;

    Surfaces(Items items, Placements placements, Curves curves) {
        this.items = items;
        this.placements = placements;
        this.curves = curves;
    }

    /** {@code IfcCurveBoundedPlane} or {@code IfcRectangularTrimmedSurface} of a plane. */
    FaceSet bounded(StepRow row) throws GeometryException {
        StepRow plane = items.file.row(row.ref(0));
        if (!plane.type().equals("IFCPLANE")) {
            throw items.unsupported(plane.entity());
        }
        Affine frame = placements.axis(plane.ref(0));
        List<double[]> rings = new ArrayList<>();
        if (row.type().equals("IFCCURVEBOUNDEDPLANE")) {
            rings.add(curves.flat(row.ref(1)));
            for (int hole : row.refs(2)) {
                rings.add(curves.flat(hole));
            }
        } else {
            double u1 = row.number(1) * items.metre;
            double v1 = row.number(2) * items.metre;
            double u2 = row.number(3) * items.metre;
            double v2 = row.number(4) * items.metre;
            rings.add(new double[] {u1, v1, u2, v1, u2, v2, u1, v2});
        }
        FaceSet out = new FaceSet(false);
        for (double[] ring : rings) {
            int n = ring.length / 2;
            boolean repeats = n > 1 && Math.abs(ring[0] - ring[2 * n - 2]) + Math.abs(ring[1] - ring[2 * n - 1]) < 1e-9;
            for (int i = 0; i < n - (repeats ? 1 : 0); i++) {
                double[] p = frame.point(ring[2 * i], ring[2 * i + 1], 0);
                out.corner(out.vertex(p[0], p[1], p[2]));
            }
            out.endRing();
        }
        out.endFace(0);
        return out;
    }

    /**
     * Adds the part of a curved surface within loops.
     *
     * @param loops     points of each bound, x, y, z in turn
     * @param sameSense whether the face looks where the surface's normal points
     */
    void trimmed(int surface, List<double[]> loops, boolean sameSense, int colour, FaceSet out) throws GeometryException {
        CurvedSurface curved = CurvedSurfaces.of(items, placements, curves, surface);
        new SurfacePatch(curved, sameSense).emit(loops, colour, out);
    }
}
