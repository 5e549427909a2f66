package org.kvarter.scene.ground;

import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.scene.pick.Pick;

/** Rays that meet the ground as a section leaves it: its surface, or the earth that shows where it is cut. Stateless. */
final class GroundRays {

    private GroundRays() {
    }

    /**
     * The first place a ray meets.
     *
     * @param kept  what is left; {@code null} for all
     * @param d     direction, of any length but 0
     * @param reach in lengths of {@code d}
     * @return {@code null} where it meets nothing
     */
    static Pick hit(Relief relief, KeptRegion kept, double[] o, double[] d, double reach) {
        if (kept == null) {
            return relief.hit(o, d, reach);
        }
        double[] span = kept.along(o, d);
        if (span == null || span[0] >= reach) {
            return null;
        }
        double[] from = {o[0] + span[0] * d[0], o[1] + span[0] * d[1], o[2] + span[0] * d[2]};
        if (span[0] > 0 && from[2] < relief.heightAt(from[0], from[1])) {
            return from[2] > GroundCut.foot(kept, relief) ? new Pick(null, -1, from[0], from[1], from[2], span[0]) : null;
        }
        Pick hit = relief.hit(from, d, Math.min(reach, span[1]) - span[0]);
        return hit == null ? null : new Pick(null, -1, hit.east(), hit.north(), hit.up(), span[0] + hit.distance());
    }
}
