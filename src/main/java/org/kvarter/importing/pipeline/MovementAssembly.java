package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.importing.MovementBatch;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.task.Progress;

/** One layer of things that move. One reading thread. */
final class MovementAssembly {

    private final String id;
    private final MovementBatch batch;
    private final Movement movement;

    MovementAssembly(String id, MovementBatch batch, CoordinateTransform transform, ParallelPlace parallel) {
        this.id = id;
        this.batch = batch;
        parallel.toLocal(transform, batch.xyz());
        this.movement = batch.movement().apply(batch.xyz());
    }

    String id() {
        return id;
    }

    ImportedLayer finish(SourceRef source, Path file) {
        MovingLayer layer = new MovingLayer(id, batch.titles(), source, batch.features(), batch.looks(), batch.lengths(), movement, List.of());
        return new ImportedLayer(layer, Optional.empty(),
                new LayerReport(id, batch.title(), layer.kind(), file, batch.features().size(), 0, 0, 0, 0, 0, List.of()));
    }
}
