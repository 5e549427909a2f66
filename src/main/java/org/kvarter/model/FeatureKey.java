package org.kvarter.model;

import java.util.Objects;

/**
 * Names one feature of the district.
 *
 * @param layerId id of its layer
 * @param row     its row in the layer's {@link FeatureTable}
 */
public record FeatureKey(String layerId, int row) {

    public FeatureKey {
        Objects.requireNonNull(layerId, "layerId");
    }
}
