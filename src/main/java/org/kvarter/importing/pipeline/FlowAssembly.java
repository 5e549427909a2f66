package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.importing.FlowBatch;
import org.kvarter.model.Course;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.SourceRef;
import org.locationtech.jts.geom.Geometry;

/** One layer of flows. One reading thread. */
final class FlowAssembly {

    private final String id;
    private final FlowBatch batch;

    FlowAssembly(String id, FlowBatch batch, CoordinateTransform transform) {
        this.id = id;
        this.batch = batch;
        for (int row = 0; row < batch.places().length; row++) {
            Geometry place = batch.places()[row];
            if (place != null) {
                SequencePlacer placer = new SequencePlacer(transform);
                place.apply(placer);
                place.geometryChanged();
                batch.places()[row] = placer.isFinite() ? place : null;
            }
        }
    }

    String id() {
        return id;
    }

    ImportedLayer finish(SourceRef source, Path file) {
        int size = batch.features().size();
        FlowLayer layer = new FlowLayer(id, batch.titles(), source, batch.features(), batch.form(), batch.side(), batch.limit(), batch.argb(),
                batch.places(), new Course[size], null, batch.flows(), List.of());
        return new ImportedLayer(layer, Optional.empty(),
                new LayerReport(id, batch.title(), layer.kind(), file, size, size, 0, 0, 0, 0, List.of()));
    }
}
