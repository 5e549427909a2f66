package org.kvarter.importing.ifc.geometry;

import java.util.List;
import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.importing.ifc.step.StepRow;

/** Triangulated and polygonal face sets with their indexed colours. */
final class Tessellations {

    private static final int MOST = 20_000_000;

    private final Items items;
    private final Curves curves;
    private final Styles styles;

    Tessellations(Items items, Curves curves, Styles styles) {
        this.items = items;
        this.curves = curves;
        this.styles = styles;
    }

    List<FaceSet> of(StepRow row) throws GeometryException {
        boolean triangles = !row.type().equals("IFCPOLYGONALFACESET");
        boolean closed = row.enumeration(triangles ? 2 : 1).equals("T");
        FaceSet out = new FaceSet(closed);
        double[] points = curves.pointList(row.ref(0));
        if (points.length / 3 > MOST) {
            throw new GeometryException(Reason.TOO_LARGE, items.name(row.entity()));
        }
        for (int i = 0; i + 2 < points.length; i += 3) {
            out.vertex(points[i], points[i + 1], points[i + 2]);
        }
        int[] colours = styles.indexed(row.entity());
        int[] indirect = indices(row.numbers(triangles ? 4 : 3));
        if (triangles) {
            triangles(row, colours, indirect, out);
        } else {
            polygons(row, colours, indirect, out);
        }
        if (out.faceCount() == 0) {
            throw items.broken(row.entity());
        }
        if (closed) {
            out.turnOutwards();
        }
        return List.of(out);
    }

    private void triangles(StepRow row, int[] colours, int[] indirect, FaceSet out) throws GeometryException {
        double[] index = row.numbers(3);
        for (int t = 0; 3 * t + 2 < index.length; t++) {
            out.face(t < colours.length ? colours[t] : 0, vertex(index[3 * t], indirect, out, row), vertex(index[3 * t + 1], indirect, out, row),
                    vertex(index[3 * t + 2], indirect, out, row));
        }
    }

    private void polygons(StepRow row, int[] colours, int[] indirect, FaceSet out) throws GeometryException {
        int[] faces = row.refs(2);
        for (int f = 0; f < faces.length; f++) {
            StepRow face = items.file.row(faces[f]);
            ring(face.numbers(0), indirect, out, face);
            if (out.endRing()) {
                for (int hole : face.items(1)) {
                    ring(face.numbersAt(hole), indirect, out, face);
                    out.endRing();
                }
                out.endFace(f < colours.length ? colours[f] : 0);
            }
        }
    }

    private void ring(double[] index, int[] indirect, FaceSet out, StepRow row) throws GeometryException {
        for (double i : index) {
            out.corner(vertex(i, indirect, out, row));
        }
    }

    private static int[] indices(double[] numbers) {
        int[] indices = new int[numbers.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (int) numbers[i];
        }
        return indices;
    }

    private int vertex(double index, int[] indirect, FaceSet out, StepRow row) throws GeometryException {
        int i = (int) index;
        if (indirect.length > 0) {
            if (i < 1 || i > indirect.length) {
                throw items.broken(row.entity());
            }
            i = indirect[i - 1];
        }
        if (i < 1 || i > out.vertexCount()) {
            throw items.broken(row.entity());
        }
        return i - 1;
    }
}
