package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.light.LightBake;
import org.kvarter.mesh.light.LightBaker;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.mesh.light.PartLight;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Terrain;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.task.Tasks;

/**
 * Baked light of all tiles: at once without neighbours, then refined by rays on workers, the nearest tiles first. A new sun or new
 * neighbours cancel what is under way. JavaFX thread only.
 */
final class SolidLight {

    private static final int SKY_RAYS = 16;
    private static final int MANY_PARTS = 150_000;

    private final Tasks tasks;
    private final RayIndex rays;
    private Sun sun = Sun.STUDIO;
    private LightModel model = LightModel.of(Sun.STUDIO.elevationDegrees());
    private Terrain terrain;
    private LightBake bake;
    private int left;
    private boolean sunStale = true;
    private boolean skyStale = true;

    SolidLight(Tasks tasks, RayIndex rays) {
        this.tasks = tasks;
        this.rays = rays;
    }

    Sun sun() {
        return sun;
    }

    LightModel model() {
        return model;
    }

    boolean isSettled() {
        return left == 0 && !sunStale && !skyStale;
    }

    /** Another sun: all tiles take its plain light at once and its shadows in the background. */
    void setSun(Sun newSun, Collection<SolidLayerScene> layers) {
        if (newSun.equals(sun)) {
            return;
        }
        sun = newSun;
        model = LightModel.of(newSun.elevationDegrees());
        layers.forEach(layer -> layer.setDaylight(model));
        sunStale = true;
    }

    /** Something that casts shadows has come, gone, been shown or hidden. */
    void castersChanged() {
        sunStale = true;
        skyStale = true;
    }

    void setTerrain(Terrain newTerrain) {
        terrain = newTerrain;
        castersChanged();
    }

    /** One frame: starts what is stale. */
    void frame(CameraPose pose, Collection<SolidLayerScene> layers) {
        if (!sunStale && !skyStale) {
            return;
        }
        if (bake != null && left > 0) {
            if (!skyStale) {
                return; // a moving sun waits for the light under way, or no light would ever be finished
            }
            bake.cancel();
        }
        List<SolidTile> tiles = new ArrayList<>();
        Map<SolidTile, SolidLayerScene> owners = new HashMap<>();
        List<LightBake.Item> items = new ArrayList<>();
        layers.forEach(layer -> layer.tiles().forEach(tile -> {
            owners.put(tile, layer);
            tiles.add(tile);
        }));
        tiles.sort(Comparator.comparingDouble(tile -> Math.hypot(tile.mesh().bounds().centreEast() - pose.east(),
                tile.mesh().bounds().centreNorth() - pose.north())));
        Map<org.kvarter.mesh.TileMesh, SolidTile> byMesh = new java.util.IdentityHashMap<>();
        int parts = 0;
        for (SolidTile tile : tiles) {
            items.add(new LightBake.Item(owners.get(tile).id(), tile.mesh(), tile.light()));
            byMesh.put(tile.mesh(), tile);
            parts += tile.mesh().parts().size();
        }
        int skyRays = skyStale ? parts > MANY_PARTS ? SKY_RAYS / 2 : SKY_RAYS : 0;
        sunStale = false;
        skyStale = false;
        left = items.size();
        LightBake[] started = new LightBake[1];
        started[0] = bake = LightBake.start(items, new LightBaker(rays, shown(layers), Optional.ofNullable(terrain)), sun.direction(),
                skyRays, tasks.work(), (item, light) -> tasks.fx().execute(() -> {
                    if (started[0] == bake) {
                        SolidTile tile = byMesh.get(item.tile());
                        refined(owners.get(tile), tile, light);
                    }
                }));
    }

    private void refined(SolidLayerScene layer, SolidTile tile, PartLight light) {
        left--;
        tile.setLight(light);
        layer.lightChanged(tile);
    }

    /** Parts of visible layers and of features that no filter hides, as of now. */
    static RayIndex.Filter shown(Collection<SolidLayerScene> layers) {
        Map<String, LayerLook> looks = new HashMap<>();
        boolean all = true;
        for (SolidLayerScene layer : layers) {
            looks.put(layer.id(), layer.look());
            all &= layer.look().style().visible() && layer.look().featureStates() == null;
        }
        if (all) {
            return RayIndex.Filter.ALL;
        }
        return (layerId, tile, part) -> {
            LayerLook look = looks.get(layerId);
            if (look == null || !look.style().visible()) {
                return false;
            }
            byte[] states = look.featureStates();
            int row = tile.parts().feature()[part];
            return states == null || row >= states.length || states[row] != FeatureState.HIDDEN.ordinal();
        };
    }
}
