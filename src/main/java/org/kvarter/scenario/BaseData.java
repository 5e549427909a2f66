package org.kvarter.scenario;

import java.util.Map;
import java.util.Optional;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.csv.SeriesSource;

/**
 * The district as it is, on which all scenarios stand. Holds references, copies no data.
 *
 * @param district the layers
 * @param series   time series, by id
 * @param sources  where each series comes from and which layer it is joined to, by series id
 */
public record BaseData(District district, Map<String, SeriesTable> series, Map<String, SeriesSource> sources) {

    public BaseData {
        series = Map.copyOf(series);
        sources = Map.copyOf(sources);
    }

    /** The layer a series is joined to. */
    public Optional<Layer> layerOf(String seriesId) {
        return Optional.ofNullable(sources.get(seriesId)).flatMap(s -> district.layer(s.layerId()));
    }
}
