package org.kvarter.importing.pipeline;

import java.util.List;
import java.util.Optional;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesTable;

/**
 * A layer that has been read whole.
 *
 * @param layer  the layer, its diagnostics included
 * @param mesh   its triangles, where it is a {@link org.kvarter.model.SolidLayer}
 * @param report what was read and left out
 * @param series time series that its source holds for its features, by their ids; {@link org.kvarter.series.LayerSeries} names them
 */
public record ImportedLayer(Layer layer, Optional<LayerMesh> mesh, LayerReport report, List<SeriesTable> series) {

    public ImportedLayer {
        series = List.copyOf(series);
    }

    /** A layer without series. */
    public ImportedLayer(Layer layer, Optional<LayerMesh> mesh, LayerReport report) {
        this(layer, mesh, report, List.of());
    }

    /** This layer with series. */
    public ImportedLayer withSeries(List<SeriesTable> tables) {
        return new ImportedLayer(layer, mesh, report, tables);
    }
}
