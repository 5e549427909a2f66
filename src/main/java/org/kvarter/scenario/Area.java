package org.kvarter.scenario;

import java.util.List;
import java.util.Objects;

/**
 * The features something is about. What is left empty does not narrow it; everything empty is the whole district.
 *
 * @param layerId  layer of the features; empty for any
 * @param filter   ECQL expression they meet; empty for all
 * @param features ids they have in the source, their parts included; empty for all
 */
public record Area(String layerId, String filter, List<String> features) {

    /** The whole district. */
    public static final Area DISTRICT = new Area("", "", List.of());

    public Area {
        layerId = Objects.requireNonNullElse(layerId, "");
        filter = Objects.requireNonNullElse(filter, "").strip();
        features = features == null ? List.of() : List.copyOf(features);
    }

    /** All features of a layer. */
    public static Area layer(String layerId) {
        return new Area(layerId, "", List.of());
    }

    /** The features of a layer that meet an expression. */
    public static Area where(String layerId, String filter) {
        return new Area(layerId, filter, List.of());
    }

    /** Some features of a layer. */
    public static Area of(String layerId, List<String> features) {
        return new Area(layerId, "", features);
    }

    /** Whether every feature of a layer belongs to it. */
    public boolean isWhole(String ofLayer) {
        return filter.isEmpty() && features.isEmpty() && (layerId.isEmpty() || layerId.equals(ofLayer));
    }
}
