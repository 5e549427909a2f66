package org.kvarter.importing.vector;

import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.Map;
import org.kvarter.geo.store.GeoJsonStoreFactory;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;

/** GeoJSON files: one object, or one per line. */
public final class GeoJsonImporter extends StoreImporter {

    public GeoJsonImporter() {
        super("GeoJSON", ".geojson", ".geojsonl", ".geojsons", ".geojsonseq", ".ndgeojson", ".json", ".ndjson");
    }

    @Override
    public double probe(SourceHead head) {
        boolean named = head.name().contains(".geojson") || head.name().endsWith(".ndgeojson");
        return GeoJsonStoreFactory.looksLike(head.bytes()) ? named ? 0.95 : 0.9 : named ? 0.3 : 0;
    }

    @Override
    Map<String, Object> parameters(Path file, ReadOptions options) throws ImportException {
        return Map.of("url", url(file));
    }

    /** A file's address as GeoTools takes it. */
    static java.net.URL url(Path file) throws ImportException {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ImportException(VectorTexts.get("source.unreadable", file.getFileName().toString()), e);
        }
    }
}
