package org.kvarter.scene.marker;

import org.kvarter.model.FeatureKey;

/**
 * A place to mark.
 *
 * @param key   what stands there
 * @param east  local metres
 * @param north local metres
 * @param foot  local metres up: ground or roof
 */
record Pin(FeatureKey key, double east, double north, double foot) {
}
