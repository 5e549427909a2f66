package org.kvarter.scene.pick;

import org.kvarter.model.FeatureKey;

/**
 * A place that a ray has met.
 *
 * @param feature  the feature there; {@code null} on bare ground
 * @param part     part of a solid layer, else −1
 * @param east     local metres
 * @param north    local metres
 * @param up       local metres
 * @param distance from the eye, metres
 */
public record Pick(FeatureKey feature, int part, double east, double north, double up, double distance) {

    /** Whether it is ground rather than a feature. */
    public boolean isGround() {
        return feature == null;
    }

    /** The same place as part of a painted feature. */
    public Pick of(FeatureKey painted) {
        return new Pick(painted, part, east, north, up, distance);
    }

    public double[] place() {
        return new double[] {east, north, up};
    }
}
