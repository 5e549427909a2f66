package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kvarter.energy.Sun;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/**
 * Baked light of all tiles: recomputed on a worker when the sun or the tiles change, latest wins. JavaFX thread only.
 */
final class SolidLight {

    private record Lit(SolidLayerScene layer, SolidTile tile, float[] light) {
    }

    private final LatestWins<List<Lit>> lighting;
    private final PartLighting quick = new PlainLighting();
    private Sun sun = Sun.STUDIO;
    private boolean busy;

    SolidLight(Tasks tasks) {
        lighting = new LatestWins<>(tasks.work(), tasks.fx());
    }

    Sun sun() {
        return sun;
    }

    boolean isSettled() {
        return !busy;
    }

    void setSun(Sun newSun, Collection<SolidLayerScene> layers) {
        if (!newSun.equals(sun)) {
            sun = newSun;
            relight(layers);
        }
    }

    /** Tiles have come or gone. */
    void changed(Collection<SolidLayerScene> layers) {
    }

    private void relight(Collection<SolidLayerScene> layers) {
        busy = true;
        Sun now = sun;
        List<Lit> wanted = new ArrayList<>();
        layers.forEach(layer -> layer.tiles().forEach(tile -> wanted.add(new Lit(layer, tile, null))));
        lighting.request(() -> {
            List<Lit> lit = new ArrayList<>();
            wanted.forEach(w -> lit.add(new Lit(w.layer, w.tile, quick.light(w.tile.mesh(), now))));
            return lit;
        }, this::deliver);
    }

    private void deliver(List<Lit> lit) {
        busy = false;
        lit.forEach(l -> l.tile.setLight(l.light));
        lit.stream().map(Lit::layer).distinct().forEach(SolidLayerScene::recompose);
    }
}
