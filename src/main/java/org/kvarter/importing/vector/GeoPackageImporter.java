package org.kvarter.importing.vector;

import java.nio.file.Path;
import java.util.Map;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;

/** The feature tables of GeoPackage files. */
public final class GeoPackageImporter extends StoreImporter {

    private static final String SQLITE = "SQLite format 3\0";
    private static final int APPLICATION_ID = 68;

    public GeoPackageImporter() {
        super("GeoPackage", ".gpkg");
    }

    @Override
    public double probe(SourceHead head) {
        if (!head.text().startsWith(SQLITE)) {
            return isNamed(head) ? 0.3 : 0;
        }
        byte[] bytes = head.bytes();
        boolean marked = bytes.length > APPLICATION_ID + 1 && bytes[APPLICATION_ID] == 'G' && bytes[APPLICATION_ID + 1] == 'P';
        return marked ? 1 : isNamed(head) ? 0.9 : 0.4;
    }

    @Override
    Map<String, Object> parameters(Path file, ReadOptions options) {
        return Map.of("dbtype", "geopkg", "database", file.toFile());
    }
}
