package org.kvarter.scene;

import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.scene.flow.FlowScene;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.marker.MarkerScene;
import org.kvarter.scene.move.MoversScene;
import org.kvarter.scene.tile.SolidScene;

/**
 * Cuts the twin by a region: solids, the ground, what moves and flows at once, pins, trees and shadows on the ground when it rests, since each
 * change makes them all anew. JavaFX thread only.
 */
final class Sectioning {

    private static final double REST_SECONDS = 0.3;

    private final SolidScene solids;
    private final GroundScene ground;
    private final MoversScene movers;
    private final MarkerScene markers;
    private final FlowScene flows;
    private final Picker picker;
    private final Runnable changed;
    private KeptRegion kept;
    private double resting;
    private boolean planted = true;

    /** @param changed told when other things than before cast shadows */
    Sectioning(SolidScene solids, GroundScene ground, MoversScene movers, MarkerScene markers, FlowScene flows, Picker picker, Runnable changed) {
        this.movers = movers;
        this.markers = markers;
        this.flows = flows;
        this.changed = changed;
        this.solids = solids;
        this.ground = ground;
        this.picker = picker;
    }

    /** What is kept; {@code null} for all. */
    void set(KeptRegion region) {
        if (!java.util.Objects.equals(region, kept)) {
            kept = region;
            solids.setSection(region);
            picker.setSection(region);
            ground.cut(region);
            movers.setSection(region);
            flows.setSection(region);
            resting = 0;
            planted = false;
        }
    }

    void frame(double seconds) {
        resting += seconds;
        if (!planted && (resting > REST_SECONDS || kept == null)) {
            planted = true;
            ground.setSection(kept);
            markers.setSection(kept);
            changed.run();
        }
    }

    /** Of the parts that are seen, those that are kept, by their middles: what is cut away casts no shadow. */
    RayIndex.Filter casting(RayIndex.Filter seen) {
        KeptRegion now = kept;
        if (now == null) {
            return seen;
        }
        return (layer, tile, part) -> {
            float[] c = tile.parts().centroids();
            return seen.sees(layer, tile, part) && now.keeps(c[3 * part], c[3 * part + 1], c[3 * part + 2]);
        };
    }

    boolean isSettled() {
        return planted;
    }
}
