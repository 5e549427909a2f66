package org.kvarter.importing.vector;

import java.nio.file.Path;
import java.util.Map;
import org.kvarter.geo.store.FlatGeobufStoreFactory;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;

/** FlatGeobuf files. */
public final class FlatGeobufImporter extends StoreImporter {

    public FlatGeobufImporter() {
        super("FlatGeobuf", ".fgb");
    }

    @Override
    public double probe(SourceHead head) {
        return FlatGeobufStoreFactory.looksLike(head.bytes()) ? 1 : isNamed(head) ? 0.3 : 0;
    }

    @Override
    Map<String, Object> parameters(Path file, ReadOptions options) throws ImportException {
        return Map.of("url", GeoJsonImporter.url(file));
    }
}
