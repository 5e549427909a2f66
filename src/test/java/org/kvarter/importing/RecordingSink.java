package org.kvarter.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;

/** Keeps what an importer hands on, and holds the importer to the order of calls. */
public final class RecordingSink implements LayerSink {

    public SourceDescription description;
    public final List<SolidBatch> solids = new ArrayList<>();
    public final List<VectorBatch> vectors = new ArrayList<>();
    public final List<ElevationBatch> elevations = new ArrayList<>();
    public final List<ImageBatch> images = new ArrayList<>();
    public final List<MovementBatch> movements = new ArrayList<>();
    public final List<FlowBatch> flows = new ArrayList<>();
    public final List<SeriesBatch> series = new ArrayList<>();
    public final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Reads {@code file} with {@code importer}. */
    public static RecordingSink read(Importer importer, Path file, ReadOptions options) throws Exception {
        RecordingSink sink = new RecordingSink();
        importer.read(SourceHead.of(file), options, sink, Progress.NONE);
        return sink;
    }

    /** The solids of one layer. */
    public SolidBatch solids(String layer) {
        return solids.stream().filter(b -> b.layer().equals(layer)).findFirst()
                .orElseThrow(() -> new AssertionError("no layer " + layer + " among " + solids.stream().map(SolidBatch::layer).toList()));
    }

    public boolean isEmpty() {
        return solids.isEmpty() && vectors.isEmpty() && elevations.isEmpty() && images.isEmpty() && movements.isEmpty() && flows.isEmpty();
    }

    @Override
    public void source(SourceDescription source) {
        if (description != null) {
            throw new AssertionError("source described twice");
        }
        description = source;
    }

    @Override
    public void solids(SolidBatch batch) {
        requireDescription();
        solids.add(batch);
    }

    @Override
    public void vectors(VectorBatch batch) {
        requireDescription();
        vectors.add(batch);
    }

    @Override
    public void elevation(ElevationBatch batch) {
        requireDescription();
        elevations.add(batch);
    }

    @Override
    public void movement(MovementBatch batch) {
        requireDescription();
        movements.add(batch);
    }

    @Override
    public void image(ImageBatch batch) {
        requireDescription();
        images.add(batch);
    }

    @Override
    public void flows(org.kvarter.importing.FlowBatch batch) {
        requireDescription();
        flows.add(batch);
    }

    @Override
    public void series(SeriesBatch batch) {
        requireDescription();
        series.add(batch);
    }

    @Override
    public void count(String type, int number) {
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    private void requireDescription() {
        if (description == null) {
            throw new AssertionError("a batch before the source's description");
        }
    }
}
