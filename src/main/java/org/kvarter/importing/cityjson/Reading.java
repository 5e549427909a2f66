package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
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
    private final DiagnosticTally problems;

    Reading(JsonFactory json, SourceHead source, ReadOptions options, LayerSink sink, Progress progress) {
        this.json = json;
        this.source = source;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
        this.name = source.file().getFileName().toString();
        this.problems = new DiagnosticTally(name, texts, sink::diagnostic);
    }

    void run() throws ImportException {
        if (Files.isDirectory(source.file())) {
            throw new ImportException(texts.get("refused.folder", name));
        }
        MemoryBudget budget = MemoryBudget.ofHeap();
        try (Source in = Source.open(source)) {
            Model model = new Model(budget, options, problems, progress, () -> progress.report(in.fraction(), texts.get("progress", name)));
            if (Sequences.isSequence(source)) {
                new SequenceReader(json, model, problems).read(in);
            } else {
                readFile(in, model);
            }
            finish(model);
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

    /** One document, or several after each other without line ends to go by. */
    private void readFile(InputStream in, Model model) throws IOException {
        boolean any = false;
        try (JsonParser p = json.createParser(in)) {
            try {
                while (model.read(p)) {
                    any = true;
                    model.endDocument(false);
                }
            } catch (JsonProcessingException e) {
                throwUnlessUseful(e, model);
                model.endDocument(true);
                Complaint complaint = Complaint.of(e);
                problems.add(Severity.ERROR, "cut." + complaint.key(), "", complaint.line(), complaint.column(), model.objectCount());
                return;
            }
        }
        if (!any) {
            throw new RefusedException("refused.noObject");
        }
    }

    /** What came before the trouble can be shown if objects, vertices and their transform were all there. */
    private static void throwUnlessUseful(JsonProcessingException e, Model model) throws IOException {
        if (!model.isUseful()) {
            Complaint complaint = Complaint.of(e);
            throw new RefusedException("refused." + complaint.key(), complaint.line(), complaint.column());
        }
    }

    private void finish(Model model) throws IOException {
        progress.checkCancelled();
        model.finish(sink);
        problems.finish();
        progress.report(1, texts.get("progress", name));
    }
}
