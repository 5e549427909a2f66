package org.kvarter.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.kvarter.task.OutOfHeapException;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Says what is in a file: the importer that is surest reads it into a sink that counts and keeps nothing. Thread-safe.
 */
public final class SourceInspector {

    private final List<Importer> importers;
    private final Texts texts = Texts.in(SourceInspector.class);

    /** @param importers to choose from */
    public SourceInspector(List<Importer> importers) {
        this.importers = List.copyOf(importers);
    }

    /** With all importers on the class path. */
    public static SourceInspector ofInstalled() {
        return new SourceInspector(ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get).toList());
    }

    /**
     * Reads {@code file} and tells what is in it.
     *
     * @throws ImportException where it cannot be read, or is of a format that is not read: one sentence that says so
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public SourceInfo inspect(Path file, ReadOptions options, Progress progress) throws ImportException {
        Objects.requireNonNull(options, "options");
        SourceHead head = head(file);
        Importer importer = surest(head).orElseThrow(() -> new ImportException(refusal(head)));
        CountingSink sink = new CountingSink();
        try {
            importer.read(head, options, sink, progress);
        } catch (OutOfMemoryError e) {
            throw new ImportException(texts.get("source.tooLarge", head.file().getFileName().toString(),
                    OutOfHeapException.heapMegabytes()), e);
        }
        return sink.info(file.toString(), importer.format());
    }

    private SourceHead head(Path file) throws ImportException {
        try {
            return SourceHead.of(file);
        } catch (IOException | RuntimeException e) {
            throw new ImportException(texts.get("source.unreadable", String.valueOf(file.getFileName())), e);
        }
    }

    /** The importer with the highest score; empty where none gives any. */
    private Optional<Importer> surest(SourceHead head) {
        Importer best = null;
        double highest = 0;
        for (Importer importer : importers) {
            double score = importer.probe(head);
            if (score > highest) {
                highest = score;
                best = importer;
            }
        }
        return Optional.ofNullable(best);
    }

    private String refusal(SourceHead head) {
        return UnsupportedFormats.recognise(head)
                .orElseGet(() -> texts.get("source.unknown", head.file().getFileName().toString(), texts.get("opens")));
    }
}
