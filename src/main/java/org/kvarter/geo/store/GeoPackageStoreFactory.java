package org.kvarter.geo.store;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;

/** Opens GeoPackages, under the parameters of GeoTools' own store: {@code dbtype=geopkg}, {@code database=FILE}. */
public final class GeoPackageStoreFactory extends StoreFactory {

    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Param TYPE = new Param("dbtype", String.class, "geopkg", true, "geopkg");
    private static final Param FILE = new Param("database", File.class, "GeoPackage file", true);

    public GeoPackageStoreFactory() {
        super("GeoPackage", "GeoPackage feature tables, read only");
    }

    @Override
    Path file(Map<String, ?> parameters) {
        if (!"geopkg".equals(parameters.get(TYPE.key))) {
            return null;
        }
        Object database = parameters.get(FILE.key);
        return database instanceof File file ? file.toPath() : database instanceof String text ? Path.of(text) : null;
    }

    @Override
    boolean recognises(String lowerCaseName, byte[] head) {
        return head.length >= SQLITE.length && Arrays.equals(head, 0, SQLITE.length, SQLITE, 0, SQLITE.length);
    }

    @Override
    VectorStore open(Path file, Map<String, ?> parameters, Consumer<Diagnostic> notes) throws IOException {
        return new GeoPackageStore(file, notes);
    }

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {TYPE, FILE, NOTES, SCHEMA_CRS};
    }
}
