package org.kvarter.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that stands in the twin: a frame and the layers in it, bottom first. Immutable.
 *
 * @param name   what people call the district, may be empty
 * @param frame  the local frame; {@code null} only while there is no layer
 * @param layers in drawing order, distinct ids
 */
public record District(String name, LocalFrame frame, List<Layer> layers) {

    /** Nothing opened yet. */
    public static final District EMPTY = new District("", null, List.of());

    public District {
        Objects.requireNonNull(name, "name");
        layers = List.copyOf(layers);
    }

    /** The layer of that id. */
    public Optional<Layer> layer(String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    /** This district with {@code layer} on top, or in place of the one of the same id. */
    public District with(Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        int at = indexOf(layer.id());
        if (at < 0) {
            changed.add(layer);
        } else {
            changed.set(at, layer);
        }
        return new District(name, frame, changed);
    }

    /** This district without the layer of that id. */
    public District without(String id) {
        return new District(name, frame, layers.stream().filter(l -> !l.id().equals(id)).toList());
    }

    /** This district with its layers in another order or selection. */
    public District withLayers(List<Layer> other) {
        return new District(name, frame, other);
    }

    /** This district in another frame: only sensible while it has no layers. */
    public District withFrame(LocalFrame other) {
        return new District(name, other, layers);
    }

    public District withName(String other) {
        return new District(other, frame, layers);
    }

    /**
     * The ground, where there is a terrain. Of several the upper one counts where it has data and the others go on around it; what lies far
     * from the district is left out.
     */
    public Optional<Terrain> terrain() {
        List<TerrainLayer> all = layers.stream().filter(TerrainLayer.class::isInstance).map(TerrainLayer.class::cast).toList();
        if (all.size() <= 1) {
            return all.stream().map(TerrainLayer::terrain).findFirst();
        }
        Bounds extent = extent();
        List<Terrain> near = all.stream().filter(l -> Extent.gap(extent, l.bounds()) <= Extent.FAR).map(TerrainLayer::terrain).toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(Terrains.over(near));
    }

    /** Box around the layers about the middle of the frame, without what lies far from them, in the local frame. */
    public Bounds extent() {
        return Extent.about(0, 0, layers.stream().map(Layer::bounds).toList());
    }

    /** Box around all layers, in the local frame. */
    public Bounds bounds() {
        return layers.stream().map(Layer::bounds).reduce(Bounds.EMPTY, Bounds::union);
    }

    private int indexOf(String id) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
