package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.model.Appearance;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PartTable;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.scene.palette.Palette;
import org.kvarter.scene.palette.PartComposer;
import org.kvarter.scene.palette.TexturedParts;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/**
 * One solid layer on the screen: its tiles and its look. A change of look or light recomposes its colours on the style thread, latest
 * wins; the result is written into the palette, which shows it with the next frame. JavaFX thread only.
 */
final class SolidLayerScene {

    /** @param pictures whether the tile's pictures are to be shown */
    private record Job(SolidTile tile, boolean pictures) {
    }

    private record Composed(SolidTile tile, int[] opaque, int[] translucent, PartComposer.Outcome outcome, BitSet pictures,
                            Optional<TileTextures.Made> triangles) {
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
    private final Tasks tasks;
    private boolean recomposing;
    private int awaitedPictures;

    SolidLayerScene(String id, LayerLook look, Palette palette, MeshPool pool, SolidGroups groups, Tasks tasks) {
        this.id = id;
        this.tasks = tasks;
        this.look = look;
        this.palette = palette;
        this.pool = pool;
        this.groups = groups;
        this.colours = new LatestWins<>(tasks.style(), tasks.fx());
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

    /** Whether pictures are still on their way. */
    boolean awaitsPictures() {
        return awaitedPictures > 0;
    }

    void setParents(int[] newParents) {
        parents = newParents;
    }

    void setLook(LayerLook newLook) {
        look = newLook;
        tiles.stream().filter(SolidTile::isAttached).forEach(this::takePictures);
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

    /** A section has come over a tile, or gone: its pictures go or come. */
    void sectioned(SolidTile tile) {
        if (tile.textures() != null) {
            tileAttached(tile);
        }
    }

    /** A tile has come, or shows pictures now that it did not before: it gets its colours with the next frame. */
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
            List<Job> jobs = some.stream().map(tile -> new Job(tile, tile.textures() != null && tile.showsPictures())).toList();
            colours.request(() -> compose(now, model, jobs), this::deliver);
        }
    }

    private static List<Composed> compose(LayerLook look, LightModel daylight, List<Job> jobs) {
        List<Composed> composed = new ArrayList<>(jobs.size());
        for (Job job : jobs) {
            SolidTile tile = job.tile;
            TileTextures textures = tile.textures();
            PartTable parts = textures == null ? tile.mesh().parts() : textures.parts();
            TexturedParts textured = job.pictures ? textures.possible() : null;
            int[] opaque = new int[parts.size()];
            int[] translucent = new int[parts.size()];
            PartComposer.Outcome outcome = PartComposer.compose(look.ofParts(tile.mesh().firstPart(), parts.size()), parts, tile.light(), daylight, textured, opaque, translucent);
            BitSet pictures = textured == null ? new BitSet() : textured.shown();
            composed.add(new Composed(tile, opaque, translucent, outcome, pictures,
                    textures == null ? Optional.empty() : textures.arrays(pictures)));
        }
        return composed;
    }

    /** Has a tile's pictures decoded where the look wants them and they are not yet. */
    private void takePictures(SolidTile tile) {
        TileTextures textures = tile.textures();
        boolean wanted = look.style().appearance() == Appearance.TEXTURES || look.style().appearance() == Appearance.MATERIALS;
        if (textures != null && wanted && !textures.isTaken()) {
            awaitedPictures++;
            textures.take(pool.textures(), tasks, () -> {
                awaitedPictures--;
                stale.add(tile);
                lightBeat.hurry();
            });
        }
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
            if (c.tile.textures() != null) {
                if (!c.tile.textures().show(c.pictures, c.triangles, groups)) {
                    stale.add(c.tile);
                }
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
            boolean pictures = tile.textures() != null && (tile.shown() == Detail.FULL) != (detail == Detail.FULL);
            tile.show(detail, triangles);
            if (pictures) {
                tileAttached(tile);
            }
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
        takePictures(tile);
        tileAttached(tile);
    }

    void removeAll() {
        for (SolidTile tile : tiles) {
            if (tile.textures() != null) {
                tile.textures().remove(pool.textures(), groups);
            }
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
