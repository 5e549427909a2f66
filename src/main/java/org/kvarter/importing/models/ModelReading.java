package org.kvarter.importing.models;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Reads a model file and refuses in one sentence what cannot be read. */
public final class ModelReading {

    private static final Texts TEXTS = Texts.in(ModelReading.class);

    /** What a format does with its file. */
    public interface Body {
        /**
         * Reads the source into {@code layer} and has it emitted.
         *
         * @throws IOException     where it cannot be read or is damaged
         * @throws ImportException where it is refused in a sentence of the format's own
         */
        void read(ModelLayer layer) throws IOException, ImportException;
    }

    private ModelReading() {
    }

    /**
     * Reads.
     *
     * @param format the format's standard name
     * @throws ImportException one sentence that says why nothing could be read
     */
    public static void read(String format, SourceHead source, ReadOptions options, LayerSink sink, Progress progress, Body body)
            throws ImportException {
        String name = source.file().getFileName().toString();
        if (Files.isDirectory(source.file())) {
            throw new ImportException(TEXTS.get("refused.folder", name, format));
        }
        progress.checkCancelled();
        try {
            ModelLayer layer = new ModelLayer(format, source, options, sink, progress);
            body.read(layer);
            layer.finish();
        } catch (DamagedModelException e) {
            throw new ImportException(TEXTS.get("refused.damaged", name, format, e.getMessage()), e);
        } catch (EOFException e) {
            throw new ImportException(TEXTS.get("refused.cut", name, format), e);
        } catch (MemoryBudget.ExceededException | OutOfMemoryError e) {
            throw new ImportException(TEXTS.get("refused.tooLarge", name, Runtime.getRuntime().maxMemory() >> 20), e);
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("refused.unreadable", name), e);
        }
    }

    /** The refusal of something that the format allows and that is not read. */
    public static ImportException unsupported(String file, String what, String wayOut) {
        return new ImportException(TEXTS.get("refused.unsupported", file, what, TEXTS.get("wayOut." + wayOut)));
    }
}
