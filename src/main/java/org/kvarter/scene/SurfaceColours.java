package org.kvarter.scene;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kvarter.model.ImageLayer;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.tile.SolidScene;

/** Data on surfaces rather than on things: on single façades and roofs, and on the ground. JavaFX thread only. */
public final class SurfaceColours {

    private final SolidScene solids;
    private final GroundScene ground;
    private final Map<String, int[]> shown = new HashMap<>();

    SurfaceColours(SolidScene solids, GroundScene ground) {
        this.solids = solids;
        this.ground = ground;
    }

    /**
     * Shows colours in place of those before.
     *
     * @param parts ARGB by layer id and number of the part within the layer, 0 for none; arrays are kept
     * @param cover over all that is painted on the ground, clear where there is no data; {@code null} for none
     */
    public void show(Map<String, int[]> parts, ImageLayer cover) {
        Set<String> gone = new java.util.HashSet<>(shown.keySet());
        gone.removeAll(parts.keySet());
        gone.forEach(id -> solids.setPartColours(id, null));
        parts.forEach((id, argb) -> {
            if (shown.get(id) != argb) {
                solids.setPartColours(id, argb);
            }
        });
        shown.clear();
        shown.putAll(parts);
        ground.setCover(cover);
    }
}
