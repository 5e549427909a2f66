package org.kvarter.session.loading;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;

/** Carries what the pipeline tells on its threads over to the JavaFX thread. */
final class GrowthRelay implements ImportListener {

    private final Executor fx;
    private final List<Growth> watchers = new CopyOnWriteArrayList<>();

    GrowthRelay(Executor fx) {
        this.fx = fx;
    }

    void add(Growth watcher) {
        watchers.add(watcher);
    }

    @Override
    public void frameChosen(LocalFrame frame) {
        tell(w -> w.frameChosen(frame));
    }

    @Override
    public void layerStarted(String layerId, String title, LayerKind kind) {
        tell(w -> w.layerStarted(layerId, kind));
    }

    @Override
    public void tileReady(String layerId, TileMesh tile) {
        tell(w -> w.tile(layerId, tile));
    }

    @Override
    public void layerDropped(String layerId) {
        tell(w -> w.layerDropped(layerId));
    }

    /** On the JavaFX thread. */
    void stands() {
        watchers.forEach(Growth::stands);
    }

    private void tell(Consumer<Growth> message) {
        if (!watchers.isEmpty()) {
            fx.execute(() -> watchers.forEach(message));
        }
    }
}
