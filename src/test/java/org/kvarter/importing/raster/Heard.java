package org.kvarter.importing.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/** Keeps what an importer says. */
final class Heard implements LayerSink {

    SourceDescription description;
    ElevationBatch elevation;
    ImageBatch image;
    final List<Diagnostic> diagnostics = new ArrayList<>();

    static Heard read(Importer importer, Path file) throws ImportException {
        return read(importer, file, ReadOptions.DEFAULT);
    }

    static Heard read(Importer importer, Path file, ReadOptions options) throws ImportException {
        Heard heard = new Heard();
        try {
            importer.read(SourceHead.of(file), options, heard, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    String crs() {
        return description.crs().orElse("");
    }

    List<String> messages(Severity severity) {
        return diagnostics.stream().filter(d -> d.severity() == severity).map(Diagnostic::message).toList();
    }

    @Override
    public void source(SourceDescription said) {
        if (description != null) {
            throw new AssertionError("described twice");
        }
        description = said;
    }

    @Override
    public void solids(SolidBatch batch) {
        throw new AssertionError("a raster has no solids");
    }

    @Override
    public void vectors(VectorBatch batch) {
        throw new AssertionError("a raster has no vectors");
    }

    @Override
    public void elevation(ElevationBatch batch) {
        elevation = batch;
    }

    @Override
    public void image(ImageBatch batch) {
        image = batch;
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
