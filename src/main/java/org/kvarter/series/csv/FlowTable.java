package org.kvarter.series.csv;

import java.util.List;
import java.util.Map;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesTable;

/**
 * A table of counts or trips as read.
 *
 * @param keys        what is counted, one per place of {@code series} or number of {@code constants}
 * @param series      how much by time; {@code null} where the numbers hold at any time
 * @param constants   how much, where the numbers hold at any time; else empty; not copied
 * @param sites       where sites lie, by id in lower case; empty where the file does not say
 * @param rows        rows read
 * @param diagnostics what was left out and why
 */
public record FlowTable(List<FlowKey> keys, SeriesTable series, double[] constants, Map<String, Site> sites, long rows,
                        List<Diagnostic> diagnostics) {

    public FlowTable {
        keys = List.copyOf(keys);
        sites = Map.copyOf(sites);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Where a site lies.
     *
     * @param x    easting or longitude, as the source has it
     * @param y    northing or latitude
     * @param name what people call it, may be empty
     */
    public record Site(double x, double y, String name) {
    }

    /** The site of an id. */
    public Site site(String id) {
        return sites.get(id.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
