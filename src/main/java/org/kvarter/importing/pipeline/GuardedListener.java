package org.kvarter.importing.pipeline;

import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.task.HeapGuard;

/** Passes on what an import tells, and looks at the heap before it grows by another tile. Thread-safe where its receiver is. */
record GuardedListener(ImportListener receiver, HeapGuard guard) implements ImportListener {

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
        guard.check();
        receiver.tileReady(layerId, tile);
    }

    @Override
    public void layerFinished(ImportedLayer layer) {
        receiver.layerFinished(layer);
    }

    @Override
    public void layerDropped(String layerId) {
        receiver.layerDropped(layerId);
    }
}
