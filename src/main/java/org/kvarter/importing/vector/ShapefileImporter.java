package org.kvarter.importing.vector;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.store.ShapefileStoreFactory;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;

/** Shapefiles, alone or zipped. The setting {@code encoding} overrules the encoding that is found. */
public final class ShapefileImporter extends StoreImporter {

    public ShapefileImporter() {
        super("Shapefile", ".shp", ".zip");
    }

    @Override
    public double probe(SourceHead head) {
        boolean shp = head.name().endsWith(".shp");
        if (ShapefileStoreFactory.isShp(head.bytes())) {
            return shp ? 1 : head.name().endsWith(".shx") ? 0 : 0.8;
        }
        if (ShapefileStoreFactory.isZip(head.bytes())) {
            return ShapefileStoreFactory.isZippedShapefile(head.file()) ? 0.95 : 0;
        }
        return shp ? 0.3 : 0;
    }

    @Override
    Map<String, Object> parameters(Path file, ReadOptions options) throws ImportException {
        Map<String, Object> parameters = new HashMap<>(Map.of("url", GeoJsonImporter.url(file)));
        Optional<String> encoding = options.setting("encoding").filter(e -> !e.isBlank());
        if (encoding.isPresent()) {
            try {
                parameters.put("charset", Charset.forName(encoding.get().trim()));
            } catch (IllegalArgumentException e) {
                throw new ImportException(VectorTexts.get("setting.encoding", encoding.get()), e);
            }
        }
        return parameters;
    }
}
