package org.kvarter.importing.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;

/** Keeps all an importer yields. */
final class RecordingSink implements LayerSink {

    final List<SourceDescription> sources = new ArrayList<>();
    final List<SolidBatch> solids = new ArrayList<>();
    final List<VectorBatch> vectors = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();

    static RecordingSink read(Importer importer, Path file, ReadOptions options) throws IOException, ImportException {
        RecordingSink sink = new RecordingSink();
        importer.read(SourceHead.of(file), options, sink, Progress.NONE);
        return sink;
    }

    static RecordingSink read(Importer importer, Path file) throws IOException, ImportException {
        return read(importer, file, ReadOptions.DEFAULT);
    }

    /** Features by layer name, kind behind it: {@code streets STREETS → 12}. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        solids.forEach(b -> counts.merge(b.layer() + " " + b.kind(), b.features().size(), Integer::sum));
        vectors.forEach(b -> counts.merge(b.layer() + " " + b.kind(), b.features().size(), Integer::sum));
        return counts;
    }

    int features() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    List<String> messages() {
        return diagnostics.stream().map(Diagnostic::message).toList();
    }

    @Override
    public void source(SourceDescription description) {
        sources.add(description);
    }

    @Override
    public void solids(SolidBatch batch) {
        solids.add(batch);
    }

    @Override
    public void vectors(VectorBatch batch) {
        vectors.add(batch);
    }

    @Override
    public void elevation(ElevationBatch batch) {
        throw new AssertionError("no elevation in vector files");
    }

    @Override
    public void image(ImageBatch batch) {
        throw new AssertionError("no image in vector files");
    }

    @Override
    public void movement(org.kvarter.importing.MovementBatch batch) {
        throw new AssertionError("nothing moves here");
    }

    @Override
    public void flows(org.kvarter.importing.FlowBatch batch) {
        throw new AssertionError("no flows here");
    }

    @Override
    public void count(String type, int number) {
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }
}
