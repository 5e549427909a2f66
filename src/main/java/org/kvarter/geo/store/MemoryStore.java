package org.kvarter.geo.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Diagnostic;

/** Tables in memory as a data store: what was read from formats that have to be known whole. Used by one thread. */
public final class MemoryStore extends VectorStore {

    private final String format;
    private final String version;
    private final List<MemoryTable> tables;

    /**
     * A store over tables that are filled.
     *
     * @param format  the format's standard name
     * @param version of the format, empty where it has none
     * @param crs     {@code EPSG:n}, {@code OGC:CRS84} or well-known text of all tables; empty where the source states none
     */
    public MemoryStore(Path file, String format, String version, Optional<String> crs, List<MemoryTable> tables) {
        super(file, (Diagnostic d) -> { });
        this.format = format;
        this.version = version;
        this.tables = tables.stream().filter(t -> t.size() > 0).toList();
        this.tables.forEach(t -> t.placeIn(crs));
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    List<MemoryTable> tables() {
        return tables;
    }
}
