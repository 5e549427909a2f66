package org.kvarter.series;

import java.util.Optional;

/**
 * Names of series that come with a layer out of its own source: they are read with the layer and need no source of their own. The id is the
 * layer's, a mark that no layer's id has, and the series' own name, so that it is the same at every reading. Stateless.
 */
public final class LayerSeries {

    private static final String MARK = "#series/";

    private LayerSeries() {
    }

    /** The id of a series of a layer. */
    public static String id(String layerId, String name) {
        return layerId + MARK + name;
    }

    /** The layer whose features a series belongs to, by their ids; empty where it comes from somewhere else. */
    public static Optional<String> layerOf(String seriesId) {
        int mark = seriesId.indexOf(MARK);
        return mark < 0 ? Optional.empty() : Optional.of(seriesId.substring(0, mark));
    }

    /** The table under the id it has with a layer. */
    public static SeriesTable of(String layerId, SeriesTable table) {
        return new SeriesTable(id(layerId, table.id()), table.title(), table.quantity(), table.unit(), table.axis(), table.keys(), table.values());
    }
}
