package org.kvarter.importing.citygml;

import java.io.IOException;
import org.kvarter.importing.LayerSink;

/** Terrain. */
final class ReliefReader {

    private final Document document;

    ReliefReader(Document document) {
        this.document = document;
    }

    void read(String system) throws IOException {
        document.other("ReliefFeature");
    }

    void finish(LayerSink sink) {
    }
}
