package org.kvarter.importing;

import java.util.Objects;
import org.kvarter.series.SeriesTable;

/**
 * A time series that the source holds for features of one of its layers.
 *
 * @param layer name of the layer within the source
 * @param table whose id is distinct within the source, the same at every reading, and whose keys are ids of the layer's features
 */
public record SeriesBatch(String layer, SeriesTable table) {

    public SeriesBatch {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(table, "table");
    }
}
