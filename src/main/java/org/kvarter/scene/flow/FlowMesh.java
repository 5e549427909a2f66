package org.kvarter.scene.flow;

import java.util.List;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import org.kvarter.scene.palette.PalettePage;

/** All shapes of a layer as one mesh with one texture. JavaFX thread only. */
final class FlowMesh {

    private final MeshView view = new MeshView();
    private final PalettePage page = new PalettePage();
    private final TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
    private final float[] points;
    private final int[] firstPoint;
    private final int[] firstTexel;

    FlowMesh(List<FlowShape> shapes) {
        firstPoint = new int[shapes.size() + 1];
        firstTexel = new int[shapes.size() + 1];
        int corners = 0;
        for (int i = 0; i < shapes.size(); i++) {
            firstPoint[i + 1] = firstPoint[i] + shapes.get(i).points();
            firstTexel[i + 1] = firstTexel[i] + shapes.get(i).texels();
            corners += shapes.get(i).triangles().length;
        }
        points = new float[3 * firstPoint[shapes.size()]];
        float[] texCoords = new float[2 * firstTexel[shapes.size()]];
        for (int t = 0; t < firstTexel[shapes.size()]; t++) {
            texCoords[2 * t] = PalettePage.u(t);
            texCoords[2 * t + 1] = PalettePage.v(t);
        }
        int[] faces = new int[3 * corners];
        int at = 0;
        for (int i = 0; i < shapes.size(); i++) {
            int[] triangles = shapes.get(i).triangles();
            int[] texels = shapes.get(i).texelOfCorner();
            for (int c = 0; c < triangles.length; c++) {
                faces[at] = firstPoint[i] + triangles[c];
                faces[at + 2] = firstTexel[i] + texels[c];
                at += 3;
            }
        }
        mesh.getPoints().setAll(points);
        mesh.getNormals().setAll(0, 0, 1);
        mesh.getTexCoords().setAll(texCoords);
        mesh.getFaces().setAll(faces);
        view.setMesh(mesh);
        view.setMaterial(page.material());
        view.setCullFace(CullFace.NONE);
        view.setMouseTransparent(true);
    }

    /** How many shapes of so many texels fit into a texture. */
    static int most(int texels) {
        return PalettePage.CAPACITY / texels;
    }

    MeshView view() {
        return view;
    }

    float[] points() {
        return points;
    }

    int firstPoint(int shape) {
        return firstPoint[shape];
    }

    void colour(int shape, int[] texels) {
        page.write(firstTexel[shape], texels, texels.length);
    }

    /** Shows what was written. */
    void show() {
        if (points.length > 0) {
            mesh.getPoints().set(0, points, 0, points.length);
        }
        page.flush();
    }
}
