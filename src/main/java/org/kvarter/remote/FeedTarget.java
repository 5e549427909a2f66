package org.kvarter.remote;

import java.util.Objects;

/**
 * What a feed's rows belong to.
 *
 * @param layerId      layer whose features the rows' ids name; empty where the rows are points of their own
 * @param keyAttribute attribute compared with the ids; empty for the feature id
 */
public record FeedTarget(String layerId, String keyAttribute) {

    /** Points on the map, by the rows' own coordinates. */
    public static final FeedTarget POINTS = new FeedTarget("", "");

    public FeedTarget {
        layerId = Objects.requireNonNullElse(layerId, "");
        keyAttribute = Objects.requireNonNullElse(keyAttribute, "");
    }

    public boolean isPoints() {
        return layerId.isEmpty();
    }
}
