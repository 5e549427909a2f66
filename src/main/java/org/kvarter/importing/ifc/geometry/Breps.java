package org.kvarter.importing.ifc.geometry;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.step.StepRow;

/** Boundary representations and surface models: faces of poly-loops, and advanced faces on curved surfaces. */
final class Breps {

    private static final int MOST_CORNERS = 20_000_000;

    private final Items items;
    private final Curves curves;
    private final Surfaces surfaces;
    private final Styles styles;

    Breps(Items items, Curves curves, Surfaces surfaces, Styles styles) {
        this.items = items;
        this.curves = curves;
        this.surfaces = surfaces;
        this.styles = styles;
    }

    List<FaceSet> of(StepRow row) throws GeometryException {
        switch (row.type()) {
            case "IFCFACETEDBREP", "IFCADVANCEDBREP", "IFCMANIFOLDSOLIDBREP" -> {
                return List.of(solid(row.ref(0)));
            }
            case "IFCFACETEDBREPWITHVOIDS", "IFCADVANCEDBREPWITHVOIDS" -> {
                FaceSet outer = solid(row.ref(0));
                for (int shell : row.refs(1)) {
                    FaceSet hollow = solid(shell);
                    hollow.turn();
                    outer.append(hollow, org.kvarter.importing.ifc.shape.Affine.IDENTITY);
                }
                return List.of(outer);
            }
            case "IFCFACEBASEDSURFACEMODEL", "IFCSHELLBASEDSURFACEMODEL" -> {
                List<FaceSet> made = new ArrayList<>();
                for (int shell : row.refs(0)) {
                    made.add(shell(shell, items.file.type(shell).equals("IFCCLOSEDSHELL")));
                }
                return made;
            }
            default -> {
                return List.of(shell(row.entity(), row.type().equals("IFCCLOSEDSHELL")));
            }
        }
    }

    private FaceSet solid(int shell) throws GeometryException {
        FaceSet made = shell(shell, true);
        made.turnOutwards();
        return made;
    }

    private FaceSet shell(int shell, boolean closed) throws GeometryException {
        items.enter(shell);
        FaceSet out = new FaceSet(closed);
        Numbering numbers = new Numbering();
        for (int face : items.file.row(shell).refs(0)) {
            face(face, numbers, out);
            if (out.cornerCount() > MOST_CORNERS) {
                throw new GeometryException(Reason.TOO_LARGE, items.name(shell));
            }
        }
        items.leave();
        if (out.faceCount() == 0) {
            throw items.broken(shell);
        }
        return out;
    }

    private void face(int face, Numbering numbers, FaceSet out) throws GeometryException {
        StepRow row = items.file.row(face);
        int[] bounds = row.refs(0);
        int colour = styles.argb(face);
        boolean curved = row.type().equals("IFCADVANCEDFACE") || row.type().equals("IFCFACESURFACE");
        if (curved && !items.file.type(row.ref(1)).equals("IFCPLANE")) {
            List<double[]> loops = new ArrayList<>();
            for (int bound : bounds) {
                loops.add(loop(bound));
            }
            surfaces.trimmed(row.ref(1), loops, !row.enumeration(2).equals("F"), colour, out);
            return;
        }
        int outer = outer(bounds);
        for (int i = 0; i < bounds.length; i++) {
            int bound = bounds[i == 0 ? outer : i <= outer ? i - 1 : i];
            StepRow boundRow = items.file.row(bound);
            StepRow loop = items.file.row(boundRow.ref(0));
            boolean forward = !boundRow.enumeration(1).equals("F");
            boolean kept = loop.type().equals("IFCPOLYLOOP") ? polyLoop(loop, forward, numbers, out) : points(loop(bound), out);
            if (!kept && i == 0) {
                return;
            }
        }
        out.endFace(colour);
    }

    private int outer(int[] bounds) {
        for (int i = 0; i < bounds.length; i++) {
            if (items.file.type(bounds[i]).equals("IFCFACEOUTERBOUND")) {
                return i;
            }
        }
        return 0;
    }

    private boolean polyLoop(StepRow loop, boolean forward, Numbering numbers, FaceSet out) throws GeometryException {
        int[] points = loop.refs(0);
        int last = -1;
        int first = -1;
        for (int i = 0; i < points.length; i++) {
            int point = points[forward ? i : points.length - 1 - i];
            if (point < 0) {
                throw items.broken(loop.entity());
            }
            int vertex = numbers.get(point);
            if (vertex < 0) {
                double[] p = items.point(point);
                vertex = out.vertex(p[0], p[1], p[2]);
                numbers.put(point, vertex);
            }
            if (vertex != last && !(i == points.length - 1 && vertex == first)) {
                out.corner(vertex);
            }
            first = first < 0 ? vertex : first;
            last = vertex;
        }
        return out.endRing();
    }

    private static boolean points(double[] xyz, FaceSet out) {
        int n = xyz.length / 3;
        boolean repeats = n > 1 && Math.abs(xyz[0] - xyz[3 * n - 3]) + Math.abs(xyz[1] - xyz[3 * n - 2]) + Math.abs(xyz[2] - xyz[3 * n - 1]) < 1e-6;
        for (int i = 0; i < n - (repeats ? 1 : 0); i++) {
            out.corner(out.vertex(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]));
        }
        return out.endRing();
    }

    /** The points of a face bound in the bound's own direction. */
    private double[] loop(int bound) throws GeometryException {
        StepRow row = items.file.row(bound);
        StepRow loop = items.file.row(row.ref(0));
        boolean forward = !row.enumeration(1).equals("F");
        PointPath path = new PointPath();
        switch (loop.type()) {
            case "IFCPOLYLOOP" -> {
                for (int point : loop.refs(0)) {
                    path.add(items.point(point));
                }
            }
            case "IFCEDGELOOP" -> {
                for (int edge : loop.refs(0)) {
                    path.addAll(edge(edge), true);
                }
            }
            case "IFCVERTEXLOOP" -> path.add(items.point(items.file.row(loop.ref(0)).ref(0)));
            default -> throw items.unsupported(loop.entity());
        }
        PointPath turned = new PointPath();
        turned.addAll(path.toArray(), forward);
        return turned.toArray();
    }

    /** An {@code IfcOrientedEdge}'s points in its direction. */
    private double[] edge(int oriented) throws GeometryException {
        StepRow row = items.file.row(oriented);
        StepRow edge = items.file.row(row.ref(2));
        double[] a = items.point(items.file.row(edge.ref(0)).ref(0));
        double[] b = items.point(items.file.row(edge.ref(1)).ref(0));
        double[] points = edge.type().equals("IFCEDGECURVE") ? EdgeCurves.between(items, curves, edge, a, b) : new double[] {a[0], a[1], a[2],
            b[0], b[1], b[2]};
        PointPath path = new PointPath();
        path.addAll(points, !row.enumeration(3).equals("F"));
        return path.toArray();
    }
}
