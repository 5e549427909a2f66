package org.kvarter.workshop;

import java.util.Objects;

/**
 * A feature that is chosen in a step, such as the stop whose departures are told.
 *
 * @param layer   id of its layer
 * @param feature its id in the source
 */
public record StepFeature(String layer, String feature) {
    public StepFeature {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(feature, "feature");
    }
}
