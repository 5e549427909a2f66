package org.kvarter.scene.pick;

import org.kvarter.model.FeatureKey;

/**
 * A place that a ray has met.
 *
 * @param feature  the feature there; {@code null} on bare ground
 * @param part     part of the layer, −1 on bare ground
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

    public double[] place() {
        return new double[] {east, north, up};
    }
}
