package org.kvarter.geo.store;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;

/** Opens GeoJSON files, one object or one per line, under the parameter of GeoTools' own store: {@code url}. */
public final class GeoJsonStoreFactory extends StoreFactory {

    private static final Param URL_PARAM = new Param("url", URL.class, "GeoJSON file", true);
    public GeoJsonStoreFactory() {
        super("GeoJSON", "GeoJSON features, read only");
    }

    @Override
    Path file(Map<String, ?> parameters) {
        return local(parameters.get(URL_PARAM.key));
    }

    @Override
    boolean recognises(String lowerCaseName, byte[] head) {
        return lowerCaseName.matches(".*\\.(geojson|geojsonl|geojsons|geojsonseq|ndgeojson|ndjson)") || looksLike(head);
    }

    /** Whether the head of a file is that of GeoJSON. */
    public static boolean looksLike(byte[] head) {
        return GeoJsonHead.isGeoJson(head);
    }

    @Override
    VectorStore open(Path file, Map<String, ?> parameters, Consumer<Diagnostic> notes) throws IOException {
        return new GeoJsonStore(file, notes, check(parameters));
    }

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {URL_PARAM, NOTES, SCHEMA_CRS, CHECK};
    }
}
