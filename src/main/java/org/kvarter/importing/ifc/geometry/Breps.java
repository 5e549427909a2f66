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
    private final int[] one = new int[1];
    private final double[] xyz = new double[3];
    private int[] bounds = new int[16];
    private int[] points = new int[64];
    private int size;

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
        String type = items.file.type(face);
        if (!type.equals("IFCFACE")) {
            StepRow row = items.file.row(face);
            boolean curved = type.equals("IFCADVANCEDFACE") || type.equals("IFCFACESURFACE");
            if (curved && !items.file.type(row.ref(1)).equals("IFCPLANE")) {
                curvedFace(row, out);
                return;
            }
        }
        int[] list = refs(face, bounds);
        int count = size;
        bounds = list;
        int outer = outer(list, count);
        for (int i = 0; i < count; i++) {
            int bound = list[i == 0 ? outer : i <= outer ? i - 1 : i];
            int loop = items.file.firstRefs(bound, one) == 1 ? one[0] : -1;
            boolean kept = items.file.type(loop).equals("IFCPOLYLOOP") ? polyLoop(loop, !items.file.secondIsFalse(bound), numbers, out)
                    : points(loop(bound), out);
            if (!kept && i == 0) {
                return;
            }
        }
        out.endFace(styles.argb(face));
    }

    private void curvedFace(StepRow row, FaceSet out) throws GeometryException {
        List<double[]> loops = new ArrayList<>();
        for (int bound : row.refs(0)) {
            loops.add(loop(bound));
        }
        surfaces.trimmed(row.ref(1), loops, !row.enumeration(2).equals("F"), styles.argb(row.entity()), out);
    }

    /** The references of an instance's first argument in an array that grows; their number is {@link #size}. */
    private int[] refs(int entity, int[] room) {
        size = items.file.firstRefs(entity, room);
        if (size <= room.length) {
            return room;
        }
        int[] larger = new int[2 * size];
        items.file.firstRefs(entity, larger);
        return larger;
    }

    private int outer(int[] list, int count) {
        for (int i = 0; i < count && count > 1; i++) {
            if (items.file.type(list[i]).equals("IFCFACEOUTERBOUND")) {
                return i;
            }
        }
        return 0;
    }

    private boolean polyLoop(int loop, boolean forward, Numbering numbers, FaceSet out) throws GeometryException {
        points = refs(loop, points);
        int count = size;
        int last = -1;
        int first = -1;
        for (int i = 0; i < count; i++) {
            int point = points[forward ? i : count - 1 - i];
            if (point < 0) {
                throw items.broken(loop);
            }
            int vertex = numbers.get(point);
            if (vertex < 0) {
                if (items.file.point(point, xyz) < 0) {
                    throw items.broken(point);
                }
                vertex = out.vertex(xyz[0] * items.metre, xyz[1] * items.metre, xyz[2] * items.metre);
                numbers.put(point, vertex);
            }
            if (vertex != last && !(i == count - 1 && vertex == first)) {
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
