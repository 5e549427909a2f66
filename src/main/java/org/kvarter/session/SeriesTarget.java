package org.kvarter.session;

import java.util.Objects;

/**
 * What a series belongs to.
 *
 * @param layerId      layer whose features it is joined to
 * @param keyAttribute attribute compared with the series' keys; empty for the feature id
 */
public record SeriesTarget(String layerId, String keyAttribute) {

    public SeriesTarget {
        Objects.requireNonNull(layerId, "layerId");
        Objects.requireNonNull(keyAttribute, "keyAttribute");
    }
}
