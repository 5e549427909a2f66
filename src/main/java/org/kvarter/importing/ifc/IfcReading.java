package org.kvarter.importing.ifc;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.ifc.step.StepDamage;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepFormatException;
import org.kvarter.importing.ifc.step.StepIndexer;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** One reading of one IFC file. */
final class IfcReading {

    /** Shares of the work that are over once the file is in memory, and indexed. */
    private static final double LOADED = 0.1;
    private static final double INDEXED = 0.25;

    private final SourceHead source;
    private final ReadOptions options;
    private final LayerSink sink;
    private final Progress progress;
    private final String name;
    private final Texts texts = Texts.in(IfcReading.class);
    private final DiagnosticTally problems;

    IfcReading(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) {
        this.source = source;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
        this.name = source.file().getFileName().toString();
        this.problems = new DiagnosticTally(name, texts, sink::diagnostic);
    }

    void run() throws ImportException {
        progress.checkCancelled();
        if (Files.isDirectory(source.file())) {
            throw new ImportException(texts.get("refused.folder", name));
        }
        try {
            read();
        } catch (StepFormatException e) {
            throw new ImportException(texts.get("refused.notStep", name), e);
        } catch (IfcBytes.NoModelException e) {
            throw new ImportException(texts.get("refused.zip", name), e);
        } catch (MemoryBudget.ExceededException | OutOfMemoryError e) {
            throw new ImportException(texts.get("refused.tooLarge", name, Runtime.getRuntime().maxMemory() >> 20), e);
        } catch (IOException e) {
            throw new ImportException(texts.get("refused.unreadable", name), e);
        }
    }

    private void report(double share) {
        progress.checkCancelled();
        progress.report(share, texts.get("progress", name));
    }

    private void read() throws IOException, StepFormatException, ImportException {
        MemoryBudget budget = MemoryBudget.ofHeap();
        double size = Math.max(1, Files.size(source.file()));
        byte[] bytes = IfcBytes.read(source.file(), budget, at -> report(LOADED * Math.min(1, at / size)));
        StepFile file = StepIndexer.index(bytes, budget, () -> report(LOADED));
        report(INDEXED);
        String schema = file.header().schema();
        if (!schema.startsWith("IFC")) {
            throw new ImportException(texts.get("refused.schema", name, schema.isEmpty() ? "?" : schema));
        }
        tellDamage(file.damage());
        IfcModel model = new IfcModel(file, options, problems);
        if (model.products().all().isEmpty()) {
            throw new ImportException(texts.get("refused.empty", name));
        }
        Place place = Place.of(model, options, problems);
        String version = schema.substring(3).replace('_', ' ');
        sink.source(new SourceDescription("IFC", version, Optional.of(place.crs()).filter(c -> !c.isEmpty()), List.of(), model.title(), "",
                place.statements()));
        new LayerWriter(model, place, options, sink, budget, problems, share -> report(INDEXED + (1 - INDEXED) * share))
                .write(model.title().isBlank() ? name.replaceFirst("(?i)\\.ifc(zip)?$", "") : model.title());
        problems.finish();
        report(1);
    }

    private void tellDamage(StepDamage damage) {
        if (damage.truncated()) {
            problems.add(Severity.WARNING, "file.truncated", "");
        }
        if (damage.broken() > 0) {
            problems.add(Severity.WARNING, "file.broken", "", damage.broken(), "#" + damage.firstLost());
        }
        if (damage.duplicates() > 0) {
            problems.add(Severity.WARNING, "file.duplicates", "", damage.duplicates());
        }
    }
}
