package org.kvarter.ui.stage;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.DistrictView;

/** The tiles that a view shows, of layers that are whole and of those that still grow. JavaFX thread only. */
final class AttachedTiles {

    private final DistrictView view;
    private final Map<String, Set<TileMesh>> attached = new HashMap<>();
    private final Map<String, LayerKind> growing = new HashMap<>();

    AttachedTiles(DistrictView view) {
        this.view = view;
    }

    /** Shows a layer that is whole; what is there of it already stays. */
    void show(String layerId, LayerKind kind, List<TileMesh> tiles) {
        Set<TileMesh> there = attached.getOrDefault(layerId, Set.of());
        if (there.size() == tiles.size() && there.containsAll(tiles)) {
            return;
        }
        if (!there.isEmpty()) {
            view.remove(layerId);
        }
        attached.put(layerId, identities());
        tiles.forEach(tile -> attach(layerId, kind, tile));
    }

    /** Takes away what is of no layer, but for what grows, and knows that these layers have grown. */
    void keep(Set<String> layerIds) {
        for (String gone : List.copyOf(attached.keySet())) {
            if (!layerIds.contains(gone) && !growing.containsKey(gone)) {
                attached.remove(gone);
                view.remove(gone);
            }
        }
        setGrown(layerIds);
    }

    /** A layer begins to grow; one of that id that stands there is being read again. */
    void begin(String layerId, LayerKind kind) {
        if (attached.remove(layerId) != null) {
            view.remove(layerId);
        }
        growing.put(layerId, kind);
        view.setMoreToCome(true);
    }

    /** Shows some of a growing layer. Answers whether it is the first of it. */
    boolean grow(String layerId, TileMesh tile) {
        boolean first = !attached.containsKey(layerId);
        attach(layerId, growing.getOrDefault(layerId, LayerKind.OTHER), tile);
        return first;
    }

    /** A layer grows no more and is not to be seen. */
    void drop(String layerId) {
        setGrown(Set.of(layerId));
        if (attached.remove(layerId) != null) {
            view.remove(layerId);
        }
    }

    private void setGrown(Set<String> layerIds) {
        growing.keySet().removeAll(layerIds);
        view.setMoreToCome(!growing.isEmpty());
    }

    private void attach(String layerId, LayerKind kind, TileMesh tile) {
        attached.computeIfAbsent(layerId, id -> identities()).add(tile);
        view.attach(layerId, kind, tile);
    }

    private static Set<TileMesh> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
