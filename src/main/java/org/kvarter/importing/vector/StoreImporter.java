package org.kvarter.importing.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFinder;
import org.kvarter.geo.store.StoreFactory;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;

/** Reads a vector format through the GeoTools data store that is found for it. Stateless and thread-safe. */
abstract class StoreImporter extends VectorImporter {

    StoreImporter(String format, String... extensions) {
        super(format, extensions);
    }

    /** The parameters under which GeoTools' store for the format opens a file. */
    abstract Map<String, Object> parameters(Path file, ReadOptions options) throws ImportException;

    @Override
    final OpenSource open(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, Progress progress)
            throws ImportException, IOException {
        Map<String, Object> parameters = new HashMap<>(parameters(head.file(), options));
        parameters.put(StoreFactory.NOTES.key, notes);
        parameters.put(StoreFactory.SCHEMA_CRS.key, false);
        parameters.put(StoreFactory.CHECK.key, (Runnable) progress::checkCancelled);
        DataStore store = DataStoreFinder.getDataStore(parameters);
        if (store == null) {
            throw new ImportException(VectorTexts.get("source.notFormat", head.file().getFileName().toString(), format()));
        }
        return new OpenSource(head.file(), store, List.of());
    }
}
