package org.kvarter.session.loading;

import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;

/** Watches the district grow while it is read, before its layers are whole and in the session. Called on the JavaFX thread. */
public interface Growth {

    /** The district has its frame. */
    default void frameChosen(LocalFrame frame) {
    }

    /** A layer begins; its tiles follow. One of the same id that is shown is being read again. */
    default void layerStarted(String layerId, LayerKind kind) {
    }

    /** Some triangles of a layer that began. */
    default void tile(String layerId, TileMesh tile) {
    }

    /** All that stands of a project is in the session; what moves in it and its series may still be read. */
    default void stands() {
    }

    /** A layer that began will not be whole: take its tiles away. */
    default void layerDropped(String layerId) {
    }
}
