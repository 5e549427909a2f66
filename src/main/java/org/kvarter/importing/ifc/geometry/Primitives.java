package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.shape.Profile;
import org.kvarter.importing.ifc.shape.Rounding;
import org.kvarter.importing.ifc.shape.Sweep;
import org.kvarter.importing.ifc.step.StepRow;

/** Blocks, pyramids, cylinders, cones and spheres of constructive solid geometry. */
final class Primitives {

    private final Items items;
    private final Placements placements;

    Primitives(Items items, Placements placements) {
        this.items = items;
        this.placements = placements;
    }

    FaceSet of(StepRow row) throws GeometryException {
        Affine position = placements.axis(row.ref(0));
        FaceSet made = switch (row.type()) {
            case "IFCBLOCK" -> {
                double x = items.length(row, 1);
                double y = items.length(row, 2);
                yield Sweep.extrude(Profile.area(new double[] {0, 0, x, 0, x, y, 0, y}, List.of()), new double[] {0, 0, items.length(row, 3)});
            }
            case "IFCRIGHTCIRCULARCYLINDER" -> Sweep.extrude(Profile.area(Corners.ellipse(items.length(row, 2), items.length(row, 2)), List.of()),
                    new double[] {0, 0, items.length(row, 1)});
            case "IFCRIGHTCIRCULARCONE" -> spike(Corners.ellipse(items.length(row, 2), items.length(row, 2)), 0, 0, items.length(row, 1));
            case "IFCRECTANGULARPYRAMID" -> {
                double x = items.length(row, 1);
                double y = items.length(row, 2);
                yield spike(new double[] {0, 0, x, 0, x, y, 0, y}, x / 2, y / 2, items.length(row, 3));
            }
            case "IFCSPHERE" -> sphere(items.length(row, 1));
            default -> throw items.unsupported(row.entity());
        };
        return made.moved(position);
    }

    private static FaceSet spike(double[] ring, double x, double y, double height) {
        FaceSet out = new FaceSet(true);
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            out.vertex(ring[2 * i], ring[2 * i + 1], 0);
        }
        int top = out.vertex(x, y, height);
        int[] base = new int[n];
        for (int i = 0; i < n; i++) {
            base[i] = n - 1 - i;
            out.face(0, i, (i + 1) % n, top);
        }
        out.face(0, base);
        return out;
    }

    private static FaceSet sphere(double radius) {
        int around = Math.max(8, Rounding.pieces(radius, 2 * Math.PI));
        int up = Math.max(4, around / 2);
        List<Affine> places = new ArrayList<>();
        for (int i = 0; i < around; i++) {
            places.add(SweptSolids.rotation(new double[3], new double[] {0, 1, 0}, 2 * Math.PI * i / around));
        }
        double[] half = new double[2 * (up + 1)];
        for (int i = 0; i <= up; i++) {
            double angle = -Math.PI / 2 + Math.PI * i / up;
            half[2 * i] = i == 0 || i == up ? 0 : radius * Math.cos(angle);
            half[2 * i + 1] = radius * Math.sin(angle);
        }
        FaceSet made = Sweep.through(Profile.area(half, List.of()), places, true);
        FaceSet upright = made.moved(SweptSolids.rotation(new double[3], new double[] {1, 0, 0}, Math.PI / 2));
        upright.turnOutwards();
        return upright;
    }
}
