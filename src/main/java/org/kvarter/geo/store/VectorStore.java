package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.geotools.api.feature.type.Name;
import org.geotools.data.store.ContentDataStore;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;

/**
 * A read-only GeoTools data store over the tables of one file, with what GeoTools has no words for: the coordinate reference system as
 * the source spells it, titles, and notes about single records.
 *
 * <p>Coordinates are in the order east (or longitude), north (or latitude), height, whatever the reference system's authority says.
 * Bounding boxes in queries are answered loosely: a feature passes whose own box meets the asked one. Used by one thread.
 */
public abstract class VectorStore extends ContentDataStore {

    private final Path file;
    private final Consumer<Diagnostic> notes;
    private boolean schemaCrs = true;

    VectorStore(Path file, Consumer<Diagnostic> notes) {
        this.file = file;
        this.notes = notes;
    }

    /** The format's standard name. */
    public abstract String format();

    /** Version of the format, empty where it has none. */
    public abstract String version();

    /** Tables with geometries, in the source's order. */
    abstract List<? extends VectorTable> tables() throws IOException;

    /** Names of tables that have no geometry and are therefore no layers. */
    public List<String> attributeTables() throws IOException {
        return List.of();
    }

    /** Coordinate reference system of a table as {@code EPSG:n}, {@code OGC:CRS84} or WKT; empty where the source states none. */
    public Optional<String> crs(String typeName) throws IOException {
        return table(typeName).crs();
    }

    /** What people call a table. */
    public String title(String typeName) throws IOException {
        return table(typeName).title();
    }

    VectorTable table(String typeName) throws IOException {
        return tables().stream().filter(t -> t.name().equals(typeName)).findFirst()
                .orElseThrow(() -> new VectorStoreException(StoreTexts.get("store.noTable", fileName(), typeName)));
    }

    /** File name for sentences. */
    String fileName() {
        return file.getFileName().toString();
    }

    Path file() {
        return file;
    }

    /** Says something about an object of the source. */
    void note(Severity severity, String object, String sentence) {
        notes.accept(new Diagnostic(severity, fileName(), object, sentence));
    }

    /** Whether schemas carry GeoTools' form of the reference system; before the first schema is asked for. */
    void schemaCrs(boolean wanted) {
        schemaCrs = wanted;
    }

    @Override
    protected List<Name> createTypeNames() throws IOException {
        return tables().stream().map(t -> name(t.name())).toList();
    }

    @Override
    protected ContentFeatureSource createFeatureSource(ContentEntry entry) throws IOException {
        return new TableFeatureSource(entry, table(entry.getTypeName()), schemaCrs);
    }
}
