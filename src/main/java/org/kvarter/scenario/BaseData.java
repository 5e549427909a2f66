package org.kvarter.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kvarter.mobility.TabledFlows;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;

/**
 * The district as it is, on which all scenarios stand. Holds references, copies no data. Counts and flows are series too: each of their
 * layers is a table of the layer's id, whose places are its features.
 *
 * @param district the layers
 * @param series   time series, by id, those of flows included
 * @param sources  where each series comes from and which layer it is joined to, by series id
 */
public record BaseData(District district, Map<String, SeriesView> series, Map<String, SeriesSource> sources) {

    public BaseData {
        series = withFlows(district, series);
        sources = Map.copyOf(sources);
    }

    /** A project's own series of an id goes before that of a layer. */
    private static Map<String, SeriesView> withFlows(District district, Map<String, SeriesView> own) {
        Map<String, SeriesView> all = new HashMap<>(own);
        for (Layer layer : district.layers()) {
            if (layer instanceof FlowLayer flow && flow.flows() instanceof TabledFlows flows && layer.features().size() > 0) {
                all.putIfAbsent(layer.id(), flows.table(layer.id(), layer.title(), layer.features().ids()));
            }
        }
        return Map.copyOf(all);
    }

    /** The layer a series is joined to. */
    public Optional<Layer> layerOf(String seriesId) {
        Optional<String> own = LayerSeries.layerOf(seriesId);
        SeriesSource source = sources.get(seriesId);
        return own.isPresent() ? district.layer(own.get()) : source == null ? flow(seriesId).map(f -> f) : district.layer(source.layerId());
    }

    /** The layer whose counts or flows a series is; empty for a series of its own. */
    public Optional<FlowLayer> flow(String seriesId) {
        return !series.containsKey(seriesId) || sources.containsKey(seriesId) ? Optional.empty()
                : district.layer(seriesId).filter(FlowLayer.class::isInstance).map(FlowLayer.class::cast);
    }

    /** Whether the project has a file of a series whose table is not there: it is still being read, or could not be. */
    boolean isUnread(String seriesId) {
        return sources.containsKey(seriesId) && !series.containsKey(seriesId);
    }

    /** Attribute by which a series is joined to its layer; empty for the feature id. */
    String keyAttribute(String seriesId) {
        return sources.containsKey(seriesId) ? sources.get(seriesId).keyAttribute() : "";
    }

    /** File of a series; empty where it has none. */
    String file(String seriesId) {
        SeriesSource source = sources.get(seriesId);
        return source == null ? layerOf(seriesId).map(layer -> layer.source().file()).orElse("") : source.file();
    }
}
