package org.kvarter.scene.move;

import java.util.Arrays;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import org.kvarter.scene.palette.PalettePage;

/**
 * A mesh of equal small shapes, one per slot, whose corners are written anew each frame while triangles and texture coordinates stay.
 * Slots that are not used lie in one point and cannot be seen. JavaFX thread only.
 */
final class SlotMesh {

    private static final float[] ANY_NORMAL = {0, 0, 1};

    private final int pointsPerSlot;
    private final int texelsPerSlot;
    private final int[] triangles;
    private final int[] texelOfCorner;
    private final PalettePage page = new PalettePage();
    private final MeshView view = new MeshView();
    private TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
    private float[] points = new float[0];
    private int capacity;
    private int used;

    /**
     * @param pointsPerSlot corners of a shape
     * @param texelsPerSlot colours of a shape
     * @param triangles     corners of its triangles
     * @param texelOfCorner colour of each of these
     * @param cull          which sides are left out
     */
    SlotMesh(int pointsPerSlot, int texelsPerSlot, int[] triangles, int[] texelOfCorner, CullFace cull) {
        this.pointsPerSlot = pointsPerSlot;
        this.texelsPerSlot = texelsPerSlot;
        this.triangles = triangles;
        this.texelOfCorner = texelOfCorner;
        view.setMaterial(page.material());
        view.setCullFace(cull);
        view.setMouseTransparent(true);
    }

    MeshView view() {
        return view;
    }

    /** How many slots there can be at most. */
    int most() {
        return PalettePage.CAPACITY / texelsPerSlot;
    }

    /** Makes room for so many slots; answers whether all slots are new and need their colours again. */
    boolean reserve(int slots) {
        if (slots <= capacity) {
            return false;
        }
        capacity = Math.min(most(), Math.max(slots, Math.max(64, capacity * 2)));
        points = new float[3 * pointsPerSlot * capacity];
        float[] texCoords = new float[2 * texelsPerSlot * capacity];
        for (int t = 0; t < texelsPerSlot * capacity; t++) {
            texCoords[2 * t] = PalettePage.u(t);
            texCoords[2 * t + 1] = PalettePage.v(t);
        }
        int[] faces = new int[3 * triangles.length * capacity];
        int at = 0;
        for (int slot = 0; slot < capacity; slot++) {
            for (int c = 0; c < triangles.length; c++) {
                faces[at] = slot * pointsPerSlot + triangles[c];
                faces[at + 2] = slot * texelsPerSlot + texelOfCorner[c];
                at += 3;
            }
        }
        mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
        mesh.getPoints().setAll(points);
        mesh.getNormals().setAll(ANY_NORMAL);
        mesh.getTexCoords().setAll(texCoords);
        mesh.getFaces().setAll(faces);
        view.setMesh(mesh);
        used = 0;
        return true;
    }

    /** Where the corners of all slots are written, three numbers each, slot after slot. */
    float[] points() {
        return points;
    }

    /** Sets the colours of a slot, premultiplied. */
    void colour(int slot, int[] texels) {
        page.write(slot * texelsPerSlot, texels, texelsPerSlot);
    }

    /** Shows the first {@code slots} as they were written, and none of the others. */
    void show(int slots) {
        int perSlot = 3 * pointsPerSlot;
        if (slots < used) {
            Arrays.fill(points, slots * perSlot, used * perSlot, 0);
        }
        int written = Math.max(slots, used);
        if (written > 0) {
            mesh.getPoints().set(0, points, 0, written * perSlot);
        }
        used = slots;
        page.flush();
        view.setVisible(slots > 0);
    }
}
