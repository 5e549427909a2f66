package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** One reading of one file, from opening it to the last batch. */
final class Reading {

    private final JsonFactory json;
    private final SourceHead source;
    private final ReadOptions options;
    private final LayerSink sink;
    private final Progress progress;
    private final String name;
    private final Texts texts = Texts.in(Reading.class);
    /** Held back until the reading is sure to end well: a second attempt in another encoding would say everything twice. */
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private DiagnosticTally problems;
    private TextureFiles pictures;

    Reading(JsonFactory json, SourceHead source, ReadOptions options, LayerSink sink, Progress progress) {
        this.json = json;
        this.source = source;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
        this.name = source.file().getFileName().toString();
    }

    void run() throws ImportException {
        if (Files.isDirectory(source.file())) {
            throw new ImportException(texts.get("refused.folder", name));
        }
        try {
            try {
                attempt(Optional.empty());
            } catch (EncodingException e) {
                attempt(Optional.of(EncodingException.FALLBACK));
            }
        } catch (UnsupportedVersionException e) {
            throw new ImportException(texts.get("refused.version", name, e.getMessage()), e);
        } catch (RefusedException e) {
            throw new ImportException(texts.get(e.key(), e.argumentsAfter(name)), e);
        } catch (MemoryBudget.ExceededException | OutOfMemoryError e) {
            throw new ImportException(texts.get("refused.tooLarge", name, Runtime.getRuntime().maxMemory() >> 20), e);
        } catch (IOException e) {
            throw new ImportException(texts.get("refused.unreadable", name, String.valueOf(e.getMessage())), e);
        }
    }

    private void attempt(Optional<Charset> encoding) throws IOException {
        diagnostics.clear();
        problems = new DiagnosticTally(name, texts, diagnostics::add);
        MemoryBudget budget = MemoryBudget.ofHeap();
        pictures = new TextureFiles(source.file(), diagnostics::add);
        try (Source in = Source.open(source)) {
            Model model = new Model(budget, options, pictures, problems, progress, () -> progress.report(in.fraction(), texts.get("progress", name)));
            if (Sequences.isSequence(source)) {
                new SequenceReader(json, model, problems).read(in);
            } else if (encoding.isPresent()) {
                problems.add(Severity.WARNING, "encoding.guessed", "", encoding.get().displayName());
                readFile(in, json.createParser(new InputStreamReader(in, encoding.get())), model, false);
            } else {
                readFile(in, json.createParser(in), model, true);
            }
            finish(model);
        }
    }

    /** One document, or several after each other without line ends to go by. */
    private void readFile(Source in, JsonParser parser, Model model, boolean encodingMayBeWrong) throws IOException {
        boolean any = false;
        try (parser) {
            try {
                while (model.read(parser)) {
                    any = true;
                    model.endDocument(false);
                }
            } catch (JsonProcessingException e) {
                Complaint complaint = Complaint.of(e, in.end());
                if (encodingMayBeWrong && complaint.isEncoding()) {
                    throw new EncodingException(e);
                }
                if (!model.isUseful()) {
                    throw new RefusedException("refused." + complaint.key(), complaint.line(), complaint.column());
                }
                model.endDocument(true);
                problems.add(Severity.ERROR, "cut." + complaint.key(), "", complaint.line(), complaint.column(), model.objectCount());
                return;
            }
        }
        if (!any) {
            throw new RefusedException("refused.noObject");
        }
    }

    private void finish(Model model) throws IOException {
        progress.checkCancelled();
        model.finish(sink);
        problems.finish();
        pictures.finish();
        diagnostics.forEach(sink::diagnostic);
        progress.report(1, texts.get("progress", name));
    }
}
