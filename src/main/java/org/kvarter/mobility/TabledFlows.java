package org.kvarter.mobility;

import org.kvarter.model.Flows;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;

/** Flows that are a table: one place per feature. A scenario that changes the table changes the flows. */
public interface TabledFlows extends Flows {

    /**
     * What the flows are, as a series of its own. Places are the features, in their order; what holds at any time is one interval of a day.
     *
     * @param id    of the series
     * @param title what people call it
     * @param keys  ids of the features; not copied
     */
    SeriesTable table(String id, String title, String[] keys);

    /**
     * The same flows of other numbers, with widths on the same scale.
     *
     * @param other of the same places and intervals
     */
    TabledFlows of(SeriesView other);
}
