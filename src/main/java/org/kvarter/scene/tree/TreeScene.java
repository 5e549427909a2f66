package org.kvarter.scene.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.shape.MeshView;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.mesh.tree.TreeStock;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.scene.tile.AttachPace;
import org.kvarter.scene.tile.AttachQueue;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/** The trees on the screen, square by square, finer near the eye. JavaFX thread only. */
public final class TreeScene {

    private static final double SQUARE = 120;
    private static final double NEAR = 420;

    /** What makes trees of a square one mesh. */
    private record Lot(long square, TreeLook look) {
    }

    private record Made(TreeMesh mesh, TreeLook look) {
    }

    private record Shown(Bounds bounds, MeshView near, MeshView far) {
    }

    private final AttachPace pace = new AttachPace();
    private final Group group = new Group();
    private final LatestWins<List<Made>> meshing;
    private final AttachQueue<Made> queue = new AttachQueue<>(made -> made.mesh.near().faces().length / 6.0);
    private final List<Shown> squares = new ArrayList<>();
    private final Map<TreeLook, TreePaint> paints = new HashMap<>();
    private final TreeMarks selected = new TreeMarks(true);
    private final TreeMarks hovered = new TreeMarks(false);
    private Theme theme = Theme.LIGHT;
    private Sun sun = Sun.STUDIO;
    private TreeStock stock = TreeStock.NONE;
    private Map<String, LayerLook> looks = Map.of();
    private boolean meshed = true;

    public TreeScene(Tasks tasks, Group parent) {
        parent.getChildren().addAll(group, hovered.view(), selected.view());
        this.meshing = new LatestWins<>(tasks.work(), tasks.fx());
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
        paints.values().forEach(p -> p.paint(theme, sun));
        selected.light(theme, sun);
        hovered.light(theme, sun);
    }

    /**
     * Shows these trees in place of those before; nothing is made anew where they stand and look as before.
     *
     * @param newLooks of their layers, by layer id; marks and theme in them do not count
     */
    public void setTrees(TreeStock trees, Map<String, LayerLook> newLooks) {
        if (trees == stock && isAlike(newLooks)) {
            return;
        }
        if (trees != stock) {
            selected.setStock(trees);
            hovered.setStock(trees);
        }
        stock = trees;
        looks = Map.copyOf(newLooks);
        Map<String, LayerLook> now = looks;
        meshed = false;
        meshing.request(() -> meshes(trees, now), made -> {
            meshed = true;
            queue.cancel(m -> true);
            squares.forEach(s -> group.getChildren().removeAll(s.near, s.far));
            squares.clear();
            paints.keySet().retainAll(made.stream().map(Made::look).toList());
            made.forEach(queue::add);
        });
    }

    private boolean isAlike(Map<String, LayerLook> others) {
        return looks.keySet().equals(others.keySet()) && looks.entrySet().stream().allMatch(e -> {
            LayerLook other = others.get(e.getKey());
            return e.getValue().style().equals(other.style()) && e.getValue().featureColours() == other.featureColours()
                    && e.getValue().featureStates() == other.featureStates();
        });
    }

    /** Marks trees as selected, or as hovered, in place of those before. */
    public void mark(Map<String, BitSet> rows, boolean selection) {
        (selection ? selected : hovered).setRows(rows);
    }

    /** The first tree a ray meets that is not hidden. */
    public Optional<Tree> first(double[] origin, double[] direction, double reach) {
        return stock.first(origin, direction, reach, tree -> lookOf(tree, looks) != null);
    }

    private static TreeLook lookOf(Tree tree, Map<String, LayerLook> looks) {
        LayerLook layer = looks.get(tree.key().layerId());
        return layer == null ? TreeLook.NATURAL : TreeLook.of(tree.key().row(), layer);
    }

    private static List<Made> meshes(TreeStock trees, Map<String, LayerLook> looks) {
        Map<Lot, List<Tree>> lots = new HashMap<>();
        for (Tree tree : trees.all()) {
            TreeLook look = lookOf(tree, looks);
            if (look != null) {
                long square = (long) Math.floor(tree.east() / SQUARE) << 32 | (long) Math.floor(tree.north() / SQUARE) & 0xFFFFFFFFL;
                lots.computeIfAbsent(new Lot(square, look), k -> new ArrayList<>()).add(tree);
            }
        }
        return lots.entrySet().stream().map(e -> new Made(TreeMesh.of(e.getValue()), e.getKey().look())).toList();
    }

    /** One frame: attaches what the budget allows, leaves out what is out of sight. */
    public void frame(CameraPose eye, Frustum frustum) {
        for (Made made : queue.take(pace.triangles(), m -> distance(m.mesh.bounds(), eye))) {
            TreePaint paint = paints.computeIfAbsent(made.look, look -> new TreePaint(look, theme, sun));
            Shown square = new Shown(made.mesh.bounds(), paint.view(made.mesh.near()), paint.view(made.mesh.far()));
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

    private static double distance(Bounds box, CameraPose eye) {
        return Math.hypot(Math.hypot(box.centreEast() - eye.east(), box.centreNorth() - eye.north()), box.centreUp() - eye.up());
    }

    public boolean isSettled() {
        return meshed && queue.isEmpty();
    }
}
