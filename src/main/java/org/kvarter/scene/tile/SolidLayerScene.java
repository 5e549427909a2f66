package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.scene.palette.Palette;
import org.kvarter.scene.palette.PartComposer;
import org.kvarter.task.LatestWins;

/**
 * One solid layer on the screen: its tiles and its look. A change of look or light recomposes its colours on the style thread, latest
 * wins; the result is written into the palette, which shows it with the next frame. JavaFX thread only.
 */
final class SolidLayerScene {

    private record Composed(SolidTile tile, int[] opaque, int[] translucent, PartComposer.Outcome outcome) {
    }

    /** Refined light shows this often: each showing draws the whole picture anew, which slow machines would do all the time. */
    private static final double LIGHT_SECONDS = 0.35;

    private final String id;
    private final Palette palette;
    private final MeshPool pool;
    private final LatestWins<List<Composed>> colours;
    private final SolidGroups groups;
    private final List<SolidTile> tiles = new ArrayList<>();
    private LayerLook look;
    private int[] parents;
    private LightModel daylight = LightModel.DAY;
    private final Set<SolidTile> stale = new LinkedHashSet<>();
    private final Beat lightBeat = new Beat(LIGHT_SECONDS);
    private boolean recomposing;

    SolidLayerScene(String id, LayerLook look, Palette palette, MeshPool pool, SolidGroups groups, LatestWins<List<Composed>> colours) {
        this.id = id;
        this.look = look;
        this.palette = palette;
        this.pool = pool;
        this.groups = groups;
        this.colours = colours;
    }

    static SolidLayerScene create(String id, LayerLook look, Palette palette, MeshPool pool, SolidGroups groups, java.util.concurrent.Executor style,
                                  java.util.concurrent.Executor fx) {
        return new SolidLayerScene(id, look, palette, pool, groups, new LatestWins<>(style, fx));
    }

    String id() {
        return id;
    }

    LayerKind kind() {
        return look.kind();
    }

    LayerLook look() {
        return look;
    }

    List<SolidTile> tiles() {
        return tiles;
    }

    /** Whether colours are still being composed. */
    boolean isRecomposing() {
        return recomposing || !stale.isEmpty();
    }

    void setParents(int[] newParents) {
        parents = newParents;
    }

    void setLook(LayerLook newLook) {
        look = newLook;
        recompose();
    }

    void setDaylight(LightModel newDaylight) {
        daylight = newDaylight;
        stale.addAll(tiles);
        lightBeat.hurry();
    }

    /** Tells that the light of a tile has changed; one of the next frames recomposes its colours. */
    void lightChanged(SolidTile tile) {
        stale.add(tile);
    }

    /** A tile has come: it gets its colours with the next frame. */
    private void tileAttached(SolidTile tile) {
        stale.add(tile);
        lightBeat.hurry();
    }

    /**
     * One frame: recomposes what has become stale.
     *
     * @param lightFinished whether no finer light is on its way
     */
    void frame(boolean lightFinished) {
        if (!stale.isEmpty() && !recomposing && (lightFinished || lightBeat.isDue())) {
            List<SolidTile> some = tiles.stream().filter(stale::contains).toList();
            stale.clear();
            recompose(some);
        }
    }

    /** The rows themselves and all features that are parts of them. */
    BitSet withDescendants(BitSet rows) {
        if (parents == null || rows.isEmpty()) {
            return rows;
        }
        BitSet all = (BitSet) rows.clone();
        for (int row = 0; row < parents.length; row++) {
            int at = row;
            for (int steps = 0; at >= 0 && steps < 8 && !all.get(row); steps++) {
                if (rows.get(at)) {
                    all.set(row);
                }
                at = parents[at];
            }
        }
        return all;
    }

    /** Another look: all tiles, in place of what is being composed. */
    void recompose() {
        stale.clear();
        recompose(List.copyOf(tiles));
    }

    private void recompose(List<SolidTile> some) {
        recomposing = !some.isEmpty();
        if (recomposing) {
            LayerLook now = look;
            LightModel model = daylight;
            colours.request(() -> compose(now, model, some), this::deliver);
        }
    }

    private static List<Composed> compose(LayerLook look, LightModel daylight, List<SolidTile> tiles) {
        List<Composed> composed = new ArrayList<>(tiles.size());
        for (SolidTile tile : tiles) {
            int parts = tile.mesh().parts().size();
            int[] opaque = new int[parts];
            int[] translucent = new int[parts];
            composed.add(new Composed(tile, opaque, translucent,
                    PartComposer.compose(look, tile.mesh().parts(), tile.light(), daylight, opaque, translucent)));
        }
        return composed;
    }

    private void deliver(List<Composed> composed) {
        recomposing = false;
        Set<SolidTile> there = new HashSet<>(tiles);
        for (Composed c : composed) {
            if (!there.contains(c.tile)) {
                continue;
            }
            palette.writeOpaque(c.tile.slot(), c.opaque);
            boolean mixed = c.outcome == PartComposer.Outcome.MIXED || c.outcome == PartComposer.Outcome.TRANSLUCENT;
            if (mixed) {
                palette.writeTranslucent(c.tile.slot(), c.translucent);
                addTranslucentView(c.tile);
            }
            c.tile.setOutcome(c.outcome);
            c.tile.setColoured();
        }
    }

    boolean isColouredOnce() {
        return tiles.stream().allMatch(SolidTile::isColoured);
    }

    private void addTranslucentView(SolidTile tile) {
        if (tile.translucent() == null && tile.isAttached()) {
            MeshView view = new MeshView(tile.opaque().getMesh());
            view.setMaterial(palette.translucentMaterial(tile.slot()));
            tile.setTranslucent(view);
            groups.translucent().getChildren().add(view);
        }
    }

    /** Puts a level of a tile's triangles, which the pool has, on the screen; with the first one its colours may still be on the way. */
    void show(SolidTile tile, Detail detail) {
        TriangleMesh triangles = pool.mesh(tile.mesh(), detail, null);
        if (tile.isAttached()) {
            tile.show(detail, triangles);
            return;
        }
        MeshView view = new MeshView();
        view.setMaterial(palette.opaqueMaterial(tile.slot()));
        tile.setOpaque(view);
        tile.show(detail, triangles);
        groups.opaque().getChildren().add(view);
        if (tile.outcome() == PartComposer.Outcome.MIXED || tile.outcome() == PartComposer.Outcome.TRANSLUCENT) {
            addTranslucentView(tile);
        }
        tileAttached(tile);
    }

    void removeAll() {
        for (SolidTile tile : tiles) {
            if (tile.isAttached()) {
                groups.opaque().getChildren().remove(tile.opaque());
            }
            if (tile.translucent() != null) {
                groups.translucent().getChildren().remove(tile.translucent());
            }
            pool.release(tile.mesh());
        }
        tiles.clear();
        stale.clear();
    }
}
