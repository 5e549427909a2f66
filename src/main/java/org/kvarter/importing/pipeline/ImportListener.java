package org.kvarter.importing.pipeline;

import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;

/**
 * Watches an import. Called from the reading thread and from workers, one call at a time per layer; hand over to the window's thread.
 */
public interface ImportListener {

    /** Watches nothing. */
    ImportListener NONE = new ImportListener() {
    };

    /** The district had no frame and now has this one; before any layer. */
    default void frameChosen(LocalFrame frame) {
    }

    /** The first batch of a layer is being placed. */
    default void layerStarted(String layerId, String title, LayerKind kind) {
    }

    /** Some of a layer's triangles are ready to be shown; tiles come in part order. */
    default void tileReady(String layerId, TileMesh tile) {
    }

    /** A layer is whole. */
    default void layerFinished(ImportedLayer layer) {
    }

    /** A layer that had started will not be finished, because its file failed or the import was cancelled: take its tiles away. */
    default void layerDropped(String layerId) {
    }
}
