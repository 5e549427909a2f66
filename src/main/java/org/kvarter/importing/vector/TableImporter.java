package org.kvarter.importing.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.kvarter.geo.store.MemoryStore;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;

/**
 * Reads a format of features whose tables are made in memory, and gives them what every table of features gets: a kind, heights for
 * footprints, ids, a box. For formats of any package; stateless and thread-safe.
 */
public abstract class TableImporter extends VectorImporter {

    /**
     * What a source holds.
     *
     * @param store   its tables
     * @param further hands on what is no table: trips, solids; run once, after the tables
     */
    public record Tables(MemoryStore store, List<Consumer<LayerSink>> further) {
    }

    /** An importer of that format for files of these endings. */
    protected TableImporter(String format, String... extensions) {
        super(format, extensions);
    }

    /**
     * Reads a source.
     *
     * @param notes  takes what a person should know
     * @param budget for everything that is kept
     * @throws ImportException where nothing honest can be read
     * @throws IOException     where the file cannot be read
     */
    protected abstract Tables tables(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, MemoryBudget budget, Progress progress)
            throws ImportException, IOException;

    @Override
    final Consumer<Diagnostic> ear(NoteBook notes) {
        return notes::tell;
    }

    @Override
    final OpenSource open(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, Progress progress)
            throws ImportException, IOException {
        String name = head.file().getFileName().toString();
        progress.checkCancelled();
        if (!Files.isRegularFile(head.file())) {
            throw new ImportException(VectorTexts.get("source.unreadable", name));
        }
        try {
            Tables tables = tables(head, options, notes, MemoryBudget.ofHeap(), progress);
            return new OpenSource(head.file(), tables.store(), tables.further());
        } catch (MemoryBudget.ExceededException e) {
            throw new ImportException(VectorTexts.get("source.tooLarge", name), e);
        }
    }
}
