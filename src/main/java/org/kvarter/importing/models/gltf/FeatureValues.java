package org.kvarter.importing.models.gltf;

import java.io.IOException;
import org.kvarter.importing.models.ModelLayer;

/** The attributes of numbered features of a document. */
public interface FeatureValues {

    /** None at all. */
    FeatureValues NONE = new FeatureValues() {
        @Override
        public String name(int feature) {
            return "";
        }

        @Override
        public void describe(int feature, ModelLayer layer, int row) {
            // nothing is known
        }
    };

    /** What a feature is called; empty where that is not known. */
    String name(int feature) throws IOException;

    /** Gives the row of a feature its values; one that is out of range gets none. */
    void describe(int feature, ModelLayer layer, int row) throws IOException;
}
