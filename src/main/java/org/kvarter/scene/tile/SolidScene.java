package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.light.LightBaker;
import org.kvarter.mesh.light.ShadowMask;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.Bounds;
import org.kvarter.model.Extent;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Terrain;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.scene.palette.Palette;
import org.kvarter.scene.palette.PaletteSlot;
import org.kvarter.task.Tasks;

/**
 * All solid layers on the screen. Values in; nothing comes out but pictures. JavaFX thread only; meshing arrays, colours and light are
 * made on other threads.
 */
public final class SolidScene {

    /** The whole picture in plain light comes first: rays would take the processors that draw it. */
    private static final int FRAMES_BEFORE_LIGHT = 2;

    private final Tasks tasks;
    private final SolidGroups groups;
    private final MeshPool pool;
    private Bounds region = Bounds.EMPTY;
    private final Palette palette = new Palette();
    private final Map<String, SolidLayerScene> layers = new LinkedHashMap<>();
    private final TileDetail detail;
    private final RayIndex rays = new RayIndex();
    private final SolidLight light;
    private final SolidSections sections;
    private Theme theme = Theme.LIGHT;
    private int wholeFrames;

    /** @param pool triangles shared with other views */
    public SolidScene(Tasks tasks, SolidGroups groups, MeshPool pool) {
        this.tasks = tasks;
        this.pool = pool;
        this.groups = groups;
        this.detail = new TileDetail(tasks, pool);
        this.light = new SolidLight(tasks, rays);
        this.sections = new SolidSections(tasks, groups);
    }

    /** Adds a tile to a layer, which begins with its first tile. It appears within the next frames, the nearest tiles first. */
    public void attach(String layerId, LayerKind kind, TileMesh tile) {
        if (tile.triangleCount() == 0) {
            return;
        }
        SolidLayerScene layer = layers.computeIfAbsent(layerId, id -> new SolidLayerScene(id, LayerLook.of(theme, kind), palette, pool,
                groups, tasks));
        PaletteSlot slot = pool.take(tile);
        palette.cover(slot);
        layer.tiles().add(new SolidTile(tile, slot, LightBaker.direct(tile, light.sun().direction())));
        rays.add(layerId, tile);
        layer.setDaylight(light.model());
        detail.grow();
        sections.changed();
    }

    /** Takes a layer away, with what of it still waits. */
    public void remove(String layerId) {
        SolidLayerScene layer = layers.remove(layerId);
        if (layer != null) {
            detail.remove(layer);
            layer.removeAll();
            rays.remove(layerId);
            light.castersChanged();
            sections.changed();
        }
    }

    public boolean has(String layerId) {
        return layers.containsKey(layerId);
    }

    /** Answers whether other things cast shadows now. */
    public boolean setStyle(String layerId, LayerStyle style) {
        SolidLayerScene layer = layers.get(layerId);
        if (layer == null || layer.look().style().equals(style)) {
            return false;
        }
        boolean wasVisible = layer.look().style().visible();
        layer.setLook(layer.look().withStyle(style));
        sections.changed();
        return recast(wasVisible != style.visible());
    }

    /** ARGB by feature row, 0 for no change; {@code null} takes the overlay away. The array is kept: do not write it any more. @param carried share that walls carry */
    public void setFeatureColours(String layerId, int[] argb, float carried) {
        change(layerId, look -> look.withFeatureColours(argb).withCarried(carried));
    }

    /** ARGB by part of the layer, 0 for none, over those of features; {@code null} takes them away. The array is kept: do not write it any more. */
    public void setPartColours(String layerId, int[] argb) {
        change(layerId, look -> look.withPartColours(argb));
    }

    /** {@link org.kvarter.scene.FeatureState} ordinals by feature row; {@code null} for all normal. The array is kept. Answers as {@link #setStyle}. */
    public boolean setFeatureStates(String layerId, byte[] states) {
        SolidLayerScene layer = layers.get(layerId);
        if (layer == null || Arrays.equals(layer.look().featureStates(), states)) {
            return false;
        }
        layer.setLook(layer.look().withFeatureStates(states));
        sections.changed();
        return recast(true);
    }

    private boolean recast(boolean shadowsDiffer) {
        if (shadowsDiffer) {
            light.castersChanged();
        }
        return shadowsDiffer;
    }

    /** Parent row of each feature, so that highlighting a building lights its parts. */
    public void setParents(String layerId, int[] parents) {
        SolidLayerScene layer = layers.get(layerId);
        if (layer != null) {
            layer.setParents(parents);
        }
    }

    public void setSelected(String layerId, BitSet rows) {
        SolidLayerScene layer = layers.get(layerId);
        if (layer != null && !layer.look().selected().equals(layer.withDescendants(rows))) {
            layer.setLook(layer.look().withSelected(layer.withDescendants(rows)));
        }
    }

    public void setHovered(String layerId, BitSet rows) {
        SolidLayerScene layer = layers.get(layerId);
        if (layer != null && !layer.look().hovered().equals(layer.withDescendants(rows))) {
            layer.setLook(layer.look().withHovered(layer.withDescendants(rows)));
        }
    }

    public void setTheme(Theme newTheme) {
        theme = newTheme;
        sections.setTheme(newTheme);
        layers.values().forEach(layer -> layer.setLook(layer.look().withTheme(newTheme)));
    }

    public void setSun(Sun sun) {
        light.setSun(sun, layers.values());
    }

    /** Shows what a region keeps, solids filled where they are cut; {@code null} for all. */
    public void setSection(KeptRegion kept) {
        sections.setRegion(kept);
    }

    /** The faces with which a section has filled what it cut open, for rays; parts are counted within their tile. */
    public RayIndex cutFaces() {
        return sections.faces();
    }

    private void change(String layerId, UnaryOperator<LayerLook> change) {
        SolidLayerScene layer = layers.get(layerId);
        if (layer != null) {
            layer.setLook(change.apply(layer.look()));
        }
    }

    /** All tiles of a layer; none for one that is not there. */
    public List<TileMesh> tiles(String layerId) {
        SolidLayerScene layer = layers.get(layerId);
        return layer == null ? List.of() : layer.tiles().stream().map(SolidTile::mesh).toList();
    }

    /** Rows of a layer with all that are parts of them. */
    public BitSet withDescendants(String layerId, BitSet rows) {
        SolidLayerScene layer = layers.get(layerId);
        return layer == null ? rows : layer.withDescendants(rows);
    }

    /** The layers' ids. */
    public Collection<String> layerIds() {
        return layers.keySet();
    }

    /** All tiles, for rays. */
    public RayIndex rays() {
        return rays;
    }

    /** What can be seen as of now: parts of visible layers and of features that no filter hides. For any thread. */
    public RayIndex.Filter shownParts() {
        return SolidLight.shown(layers.values());
    }

    /** Layers that cast shadows, with their tiles. */
    public List<ShadowMask.Caster> casters() {
        List<ShadowMask.Caster> casters = new ArrayList<>();
        layers.values().stream().filter(layer -> layer.look().style().visible()).forEach(layer -> casters.add(
                new ShadowMask.Caster(layer.id(), layer.tiles().stream().map(SolidTile::mesh).toList())));
        return casters;
    }

    /** Hills that shade; {@code null} for none. */
    public void setTerrain(Terrain terrain) {
        light.setTerrain(terrain);
    }

    public LayerKind kind(String layerId) {
        return layers.get(layerId).kind();
    }

    /** What lies far from {@code newRegion} no longer counts for {@link #bounds}; empty for all. */
    public void setRegion(Bounds newRegion) {
        region = newRegion;
    }

    /** Box around all tiles of the region, attached or not. */
    public Bounds bounds() {
        Bounds box = Bounds.EMPTY;
        for (SolidLayerScene layer : layers.values()) {
            for (SolidTile tile : layer.tiles()) {
                Bounds one = tile.mesh().bounds();
                if (region.isEmpty() || Extent.gap(region, one) <= Extent.FAR) {
                    box = box.union(one);
                }
            }
        }
        return box;
    }

    /** One frame: attaches what the budget allows and hands changed colours to the picture. */
    public void frame(Projection projection) {
        if (detail.frame(projection, layers.values())) {
            light.castersChanged();
        }
        wholeFrames = isGrowing() || !isColouredOnce() ? 0 : wholeFrames + 1;
        if (wholeFrames > FRAMES_BEFORE_LIGHT) {
            light.frame(projection.pose(), layers.values());
        }
        sections.frame(layers.values(), shownParts());
        boolean finished = light.isSettled();
        layers.values().forEach(layer -> layer.frame(finished));
        palette.flush();
    }

    /** Shows only the tiles that may be in the picture. */
    public void cull(Frustum frustum) {
        for (SolidLayerScene layer : layers.values()) {
            for (SolidTile tile : layer.tiles()) {
                tile.setInView(frustum.mayShow(tile.mesh().bounds()));
            }
        }
    }

    /** Whether tiles still wait to be attached. */
    public boolean isGrowing() {
        return detail.isGrowing();
    }

    /** Whether every tile in the picture is as detailed as its distance asks. */
    public boolean isSharp() {
        return detail.isSharp();
    }

    /** Whether every colour that was asked for is on the screen. */
    public boolean isColoured() {
        return layers.values().stream().noneMatch(SolidLayerScene::isRecomposing);
    }

    /** Whether every tile has had its colours once, in whatever light. */
    public boolean isColouredOnce() {
        return layers.values().stream().allMatch(SolidLayerScene::isColouredOnce);
    }

    /** Whether every tile is attached and every colour final. */
    public boolean isSettled() {
        return !isGrowing() && isSharp() && light.isSettled() && isColoured() && sections.isSettled()
                && layers.values().stream().noneMatch(SolidLayerScene::awaitsPictures);
    }
}
