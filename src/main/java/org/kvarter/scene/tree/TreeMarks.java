package org.kvarter.scene.tree;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.mesh.tree.TreeStock;
import org.kvarter.scene.Theme;

/** Crowns in the accent over those that are selected or under the pointer. JavaFX thread only. */
final class TreeMarks {

    private static final double OVER = 1.045;
    /** Selecting a whole layer of trees marks so many at most. */
    private static final int MOST = 4_000;

    private final Group group = new Group();
    private final boolean selection;
    private TreePaint paint;
    private Map<String, BitSet> rows = Map.of();
    private TreeStock stock = TreeStock.NONE;

    TreeMarks(boolean selection) {
        this.selection = selection;
    }

    Group view() {
        return group;
    }

    void light(Theme theme, Sun sun) {
        paint = new TreePaint(selection ? TreeLook.selected(theme) : TreeLook.hovered(theme), theme, sun);
        show();
    }

    void setRows(Map<String, BitSet> newRows) {
        if (!newRows.equals(rows)) {
            rows = newRows;
            show();
        }
    }

    void setStock(TreeStock newStock) {
        stock = newStock;
        show();
    }

    private void show() {
        group.getChildren().clear();
        if (rows.isEmpty() || paint == null) {
            return;
        }
        List<Tree> marked = stock.all().stream().filter(t -> isMarked(t)).limit(MOST).map(t -> t.grown(OVER)).toList();
        if (!marked.isEmpty()) {
            group.getChildren().setAll(paint.view(TreeMesh.of(marked).near()));
        }
    }

    private boolean isMarked(Tree tree) {
        BitSet marked = rows.get(tree.key().layerId());
        return marked != null && marked.get(tree.key().row());
    }
}
