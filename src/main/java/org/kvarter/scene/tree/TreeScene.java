package org.kvarter.scene.tree;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import org.kvarter.energy.Sun;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.tile.AttachPace;
import org.kvarter.scene.tile.AttachQueue;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/** The trees on the screen, square by square, finer near the eye. JavaFX thread only. */
public final class TreeScene {

    private static final double SQUARE = 120;
    private static final double NEAR = 420;

    private record Shown(Bounds bounds, MeshView near, MeshView far) {
    }

    private final AttachPace pace = new AttachPace();
    private final Group group;
    private final LatestWins<List<TreeMesh>> meshing;
    private final AttachQueue<TreeMesh> queue = new AttachQueue<>(mesh -> mesh.near().faces().length / 9.0);
    private final List<Shown> squares = new ArrayList<>();
    private final int[] texels = new int[TreeTexture.SIZE * TreeTexture.SIZE];
    private final PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(TreeTexture.SIZE, TreeTexture.SIZE, IntBuffer.wrap(texels),
            PixelFormat.getIntArgbPreInstance());
    private final PhongMaterial material = new PhongMaterial(Color.WHITE);
    private Theme theme = Theme.LIGHT;
    private Sun sun = Sun.STUDIO;
    private TreeStock stock = TreeStock.NONE;
    private boolean meshed = true;

    public TreeScene(Tasks tasks, Group group) {
        this.group = group;
        this.meshing = new LatestWins<>(tasks.work(), tasks.fx());
        material.setSpecularColor(Color.TRANSPARENT);
        material.setDiffuseMap(new WritableImage(buffer));
        paint();
    }

    public void setTheme(Theme newTheme) {
        theme = newTheme;
        paint();
    }

    public void setSun(Sun newSun) {
        sun = newSun;
        paint();
    }

    private void paint() {
        System.arraycopy(TreeTexture.paint(theme, sun), 0, texels, 0, texels.length);
        buffer.updateBuffer(b -> null);
    }

    /** Shows these trees in place of those before. */
    public void setTrees(TreeStock trees) {
        if (trees == stock) {
            return;
        }
        stock = trees;
        meshed = false;
        meshing.request(() -> meshes(trees), meshes -> {
            meshed = true;
            queue.cancel(m -> true);
            squares.forEach(s -> group.getChildren().removeAll(s.near, s.far));
            squares.clear();
            meshes.forEach(queue::add);
        });
    }

    private static List<TreeMesh> meshes(TreeStock trees) {
        Map<Long, List<Tree>> bySquare = new HashMap<>();
        for (Tree tree : trees.all()) {
            long key = (long) Math.floor(tree.east() / SQUARE) << 32 | (long) Math.floor(tree.north() / SQUARE) & 0xFFFFFFFFL;
            bySquare.computeIfAbsent(key, k -> new ArrayList<>()).add(tree);
        }
        return bySquare.values().stream().map(TreeMesh::of).toList();
    }

    /** One frame: attaches what the budget allows, leaves out what is out of sight. */
    public void frame(CameraPose eye, Frustum frustum) {
        for (TreeMesh mesh : queue.take(pace.triangles(), m -> distance(m.bounds(), eye))) {
            Shown square = new Shown(mesh.bounds(), view(mesh.near()), view(mesh.far()));
            squares.add(square);
            group.getChildren().addAll(square.near, square.far);
        }
        for (Shown square : squares) {
            boolean seen = frustum.mayShow(square.bounds);
            boolean near = distance(square.bounds, eye) < NEAR;
            square.near.setVisible(seen && near);
            square.far.setVisible(seen && !near);
        }
    }

    private MeshView view(org.kvarter.scene.tile.MeshArrays arrays) {
        MeshView view = new MeshView(arrays.toMesh());
        view.setMaterial(material);
        view.setCullFace(CullFace.BACK);
        view.setMouseTransparent(true);
        return view;
    }

    private static double distance(Bounds box, CameraPose eye) {
        return Math.hypot(Math.hypot(box.centreEast() - eye.east(), box.centreNorth() - eye.north()), box.centreUp() - eye.up());
    }

    public boolean isSettled() {
        return meshed && queue.isEmpty();
    }
}
