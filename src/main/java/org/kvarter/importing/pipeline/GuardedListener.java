package org.kvarter.importing.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.task.HeapGuard;

/**
 * Passes on what an import tells, and looks at the heap before it grows by another tile. Thread-safe where its receiver is.
 *
 * @param promised bytes set aside by layer
 */
record GuardedListener(ImportListener receiver, HeapGuard guard, Map<String, Long> promised) implements ImportListener {

    GuardedListener(ImportListener receiver, HeapGuard guard) {
        this(receiver, guard, new ConcurrentHashMap<>());
    }

    @Override
    public void frameChosen(LocalFrame frame) {
        receiver.frameChosen(frame);
    }

    @Override
    public void layerStarted(String layerId, String title, LayerKind kind) {
        receiver.layerStarted(layerId, title, kind);
    }

    @Override
    public void tileReady(String layerId, TileMesh tile) {
        long bytes = receiver.bytesPerTriangle() * tile.triangleCount();
        promised.merge(layerId, bytes, Long::sum);
        guard.promise(bytes);
        guard.check();
        receiver.tileReady(layerId, tile);
    }

    @Override
    public void layerFinished(ImportedLayer layer) {
        receiver.layerFinished(layer);
    }

    @Override
    public void layerDropped(String layerId) {
        Long bytes = promised.remove(layerId);
        guard.promise(bytes == null ? 0 : -bytes);
        receiver.layerDropped(layerId);
    }
}
