package org.kvarter.scene.rim;

import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;

/** The edges of a cell as three-sided bars along them, half of which stand out of the solid. JavaFX thread only. */
final class RimMesh {

    private static final int POINTS = 6;
    private static final int[] BAR = {0, 1, 4, 0, 4, 3, 1, 2, 5, 1, 5, 4, 2, 0, 3, 2, 3, 5};

    private final RimCell cell;
    private final TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
    private final MeshView view = new MeshView(mesh);
    private final float[] points;
    private double width = Double.NaN;

    RimMesh(RimCell cell, PhongMaterial material) {
        this.cell = cell;
        points = new float[3 * POINTS * cell.size()];
        int[] faces = new int[3 * BAR.length * cell.size()];
        for (int edge = 0, at = 0; edge < cell.size(); edge++) {
            for (int corner : BAR) {
                faces[at] = POINTS * edge + corner;
                at += 3;
            }
        }
        mesh.getNormals().setAll(0, 0, 1);
        mesh.getTexCoords().setAll(0.5f, 0.5f);
        mesh.getPoints().setAll(points);
        mesh.getFaces().setAll(faces);
        view.setMaterial(material);
        view.setCullFace(CullFace.NONE);
        view.setMouseTransparent(true);
    }

    RimCell cell() {
        return cell;
    }

    MeshView view() {
        return view;
    }

    boolean hasWidth(double metres) {
        return metres == width;
    }

    /** Draws the edges in another width, metres. */
    void setWidth(double metres) {
        if (metres == width) {
            return;
        }
        width = metres;
        for (int edge = 0; edge < cell.size(); edge++) {
            bar(cell.lines(), 6 * edge, metres / 2, points, 3 * POINTS * edge);
        }
        mesh.getPoints().set(0, points, 0, points.length);
    }

    /** Three corners around each end, a little beyond it so that bars close at corners. */
    static void bar(float[] line, int from, double radius, float[] out, int to) {
        double[] along = new double[3];
        double length = 0;
        for (int k = 0; k < 3; k++) {
            along[k] = line[from + 3 + k] - line[from + k];
            length += along[k] * along[k];
        }
        length = Math.max(1e-6, Math.sqrt(length));
        for (int k = 0; k < 3; k++) {
            along[k] /= length;
        }
        boolean upright = Math.abs(along[2]) > 0.9;
        double[] side = unit(cross(along, upright ? new double[] {1, 0, 0} : new double[] {0, 0, 1}));
        double[] over = cross(side, along);
        for (int corner = 0; corner < 3; corner++) {
            double turn = 2 * Math.PI * corner / 3 + Math.PI / 2;
            for (int k = 0; k < 3; k++) {
                double off = radius * (Math.cos(turn) * side[k] + Math.sin(turn) * over[k]);
                out[to + 3 * corner + k] = (float) (line[from + k] + off - radius / 2 * along[k]);
                out[to + 9 + 3 * corner + k] = (float) (line[from + 3 + k] + off + radius / 2 * along[k]);
            }
        }
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        double length = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
