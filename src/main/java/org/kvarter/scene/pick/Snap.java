package org.kvarter.scene.pick;

import org.kvarter.model.FeatureKey;

/**
 * The place that a pixel means: a corner or an edge where one is near, else what lies under it.
 *
 * @param kind    what it was drawn to
 * @param place   east, north, up, local metres
 * @param feature what it belongs to; {@code null} on bare ground
 */
public record Snap(Kind kind, double[] place, FeatureKey feature) {

    /** The place itself that a pixel shows; {@code null} for none. */
    public static Snap free(Pick pick) {
        return pick == null ? null : new Snap(Kind.FREE, pick.place(), pick.feature());
    }

    /** What a place was drawn to. */
    public enum Kind {
        FREE, CORNER, EDGE
    }
}
