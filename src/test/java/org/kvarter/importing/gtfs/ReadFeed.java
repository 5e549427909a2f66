package org.kvarter.importing.gtfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;

/** What the importer makes of a feed; a degree of longitude and latitude is taken as 1,000 m. */
final class ReadFeed implements LayerSink {

    final Map<String, VectorBatch> vectors = new HashMap<>();
    final Map<String, Integer> counts = new HashMap<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();
    MovementBatch vehicles;
    Timetable timetable;

    static ReadFeed of(Path file) throws IOException, ImportException {
        ReadFeed read = new ReadFeed();
        new GtfsImporter().read(SourceHead.of(file), ReadOptions.DEFAULT, read, Progress.NONE);
        return read;
    }

    String messages() {
        return String.join("\n", diagnostics.stream().map(Diagnostic::message).toList());
    }

    @Override
    public void source(SourceDescription description) {
    }

    @Override
    public void solids(SolidBatch batch) {
    }

    @Override
    public void vectors(VectorBatch batch) {
        vectors.put(batch.layer(), batch);
    }

    @Override
    public void elevation(ElevationBatch batch) {
    }

    @Override
    public void image(ImageBatch batch) {
    }

    @Override
    public void movement(MovementBatch batch) {
        vehicles = batch;
        double[] local = batch.xyz().clone();
        for (int i = 0; i < local.length; i++) {
            local[i] *= 1000;
        }
        timetable = (Timetable) batch.movement().apply(local);
    }

    @Override
    public void flows(org.kvarter.importing.FlowBatch batch) {
        throw new AssertionError("no flows here");
    }

    @Override
    public void count(String type, int number) {
        counts.put(type, number);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }
}
