package org.kvarter.scene.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import org.kvarter.scene.palette.PalettePage;

/**
 * Equal small shapes, one per slot, whose corners are written anew each frame while triangles and texture coordinates stay. Slots that are
 * not used lie in one point and cannot be seen. JavaFX thread only.
 *
 * <p>Slots lie in chunks, a mesh each: JavaFX reckons all corners of a mesh anew where one of its points has changed, so that room that is
 * not used lies in meshes that rest, and a frame may leave out some of the others.
 */
final class SlotMesh {

    private static final float[] ANY_NORMAL = {0, 0, 1};
    private static final int SMALLEST = 64;
    private static final int LARGEST = 4_096;

    /** Some neighbouring slots. */
    private static final class Chunk {
        private final int first;
        private final int end;
        private final TriangleMesh mesh;
        private final MeshView view;
        private int used;

        Chunk(int first, int end, TriangleMesh mesh, MeshView view) {
            this.first = first;
            this.end = end;
            this.mesh = mesh;
            this.view = view;
        }
    }

    private final int pointsPerSlot;
    private final int texelsPerSlot;
    private final int[] triangles;
    private final int[] texelOfCorner;
    private final CullFace cull;
    private final PalettePage page = new PalettePage();
    private final Group group = new Group();
    private final List<Chunk> chunks = new ArrayList<>();
    private float[] points = new float[0];
    private int capacity;

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
        this.cull = cull;
        group.setMouseTransparent(true);
    }

    Node view() {
        return group;
    }

    /** How many slots there can be at most. */
    int most() {
        return PalettePage.CAPACITY / texelsPerSlot;
    }

    /** Makes room for so many slots; those that are there stay. */
    void reserve(int slots) {
        while (capacity < slots && capacity < most()) {
            int size = Math.min(most() - capacity, Math.min(LARGEST, Math.max(SMALLEST, capacity)));
            Chunk chunk = chunk(capacity, capacity + size);
            chunks.add(chunk);
            group.getChildren().add(chunk.view);
            capacity += size;
        }
        if (points.length < 3 * pointsPerSlot * capacity) {
            points = Arrays.copyOf(points, 3 * pointsPerSlot * capacity);
        }
    }

    private Chunk chunk(int first, int end) {
        int slots = end - first;
        float[] texCoords = new float[2 * texelsPerSlot * slots];
        for (int t = 0; t < texelsPerSlot * slots; t++) {
            texCoords[2 * t] = PalettePage.u(texelsPerSlot * first + t);
            texCoords[2 * t + 1] = PalettePage.v(texelsPerSlot * first + t);
        }
        int[] faces = new int[3 * triangles.length * slots];
        int at = 0;
        for (int slot = 0; slot < slots; slot++) {
            for (int c = 0; c < triangles.length; c++) {
                faces[at] = slot * pointsPerSlot + triangles[c];
                faces[at + 2] = slot * texelsPerSlot + texelOfCorner[c];
                at += 3;
            }
        }
        TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
        mesh.getPoints().setAll(new float[3 * pointsPerSlot * slots]);
        mesh.getNormals().setAll(ANY_NORMAL);
        mesh.getTexCoords().setAll(texCoords);
        mesh.getFaces().setAll(faces);
        MeshView view = new MeshView(mesh);
        view.setMaterial(page.material());
        view.setCullFace(cull);
        view.setVisible(false);
        return new Chunk(first, end, mesh, view);
    }

    /** Where the corners of all slots are written, three numbers each, slot after slot. */
    float[] points() {
        return points;
    }

    /** Sets the colours of a slot, premultiplied. */
    void colour(int slot, int[] texels) {
        page.write(slot * texelsPerSlot, texels, texelsPerSlot);
    }

    /**
     * Shows the first {@code slots} as they were written, and none of the others.
     *
     * @param due which chunks, counted from 0, take what was written; the others show what they showed before
     */
    void show(int slots, IntPredicate due) {
        for (int c = 0; c < chunks.size(); c++) {
            Chunk chunk = chunks.get(c);
            int used = Math.max(0, Math.min(chunk.end, slots) - chunk.first);
            if (due.test(c) || used == 0 && chunk.used > 0) {
                show(chunk, used);
            }
        }
        page.flush();
    }

    private void show(Chunk chunk, int used) {
        int perSlot = 3 * pointsPerSlot;
        if (used < chunk.used) {
            Arrays.fill(points, (chunk.first + used) * perSlot, (chunk.first + chunk.used) * perSlot, 0);
        }
        int written = Math.max(used, chunk.used);
        if (written > 0) {
            chunk.mesh.getPoints().set(0, points, chunk.first * perSlot, written * perSlot);
        }
        chunk.used = used;
        chunk.view.setVisible(used > 0);
    }
}
