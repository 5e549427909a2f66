package org.kvarter.analysis;

import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;

/** Layers with other attributes of the same features. Stateless. */
public final class Layers {

    private Layers() {
    }

    /** The layer with other attributes; itself where it is of a kind whose features have their values from elsewhere. */
    public static Layer with(Layer layer, FeatureTable features) {
        if (layer instanceof SolidLayer l) {
            return l.withFeatures(features);
        }
        return layer instanceof VectorLayer l ? l.withFeatures(features) : layer;
    }
}
