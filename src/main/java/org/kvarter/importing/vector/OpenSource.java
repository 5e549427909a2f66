package org.kvarter.importing.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.geotools.api.data.DataStore;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.kvarter.geo.store.VectorStore;
import org.kvarter.importing.LayerSink;
import org.kvarter.text.FileNames;

/**
 * A data store that is open, our own or a plug-in's.
 *
 * @param file  the file it reads
 * @param store closed with this
 * @param further hands on what is no table
 */
record OpenSource(Path file, DataStore store, List<Consumer<LayerSink>> further) implements AutoCloseable {

    String fileName() {
        return file.getFileName().toString();
    }

    List<String> typeNames() throws IOException {
        return List.of(store.getTypeNames());
    }

    String title(String typeName) throws IOException {
        String title = store instanceof VectorStore own ? own.title(typeName) : typeName;
        return title.equals(typeName) ? FileNames.readable(typeName) : title;
    }

    /** Coordinate reference system of a table; empty where none is stated. */
    Optional<String> crs(String typeName) throws IOException {
        if (store instanceof VectorStore own) {
            return own.crs(typeName);
        }
        CoordinateReferenceSystem crs = store.getSchema(typeName).getCoordinateReferenceSystem();
        return Optional.ofNullable(crs).map(CoordinateReferenceSystem::toWKT);
    }

    String version() {
        return store instanceof VectorStore own ? own.version() : "";
    }

    /** Names of tables that are no layers because they have no geometry. */
    List<String> attributeTables() throws IOException {
        return store instanceof VectorStore own ? own.attributeTables() : List.of();
    }

    /** A feature's id without its table's name before it. */
    static String localId(SimpleFeature feature, String typeName) {
        String id = feature.getID();
        return id.startsWith(typeName + ".") ? id.substring(typeName.length() + 1) : id;
    }

    @Override
    public void close() {
        store.dispose();
    }
}
