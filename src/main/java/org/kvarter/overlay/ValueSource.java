package org.kvarter.overlay;

import java.util.Objects;
import org.kvarter.series.SeriesValues;

/** Where an overlay's values come from. */
public sealed interface ValueSource {

    /**
     * An attribute of the layer's features.
     *
     * @param attribute the attribute's name
     */
    record Attribute(String attribute) implements ValueSource {
        public Attribute {
            Objects.requireNonNull(attribute, "attribute");
        }
    }

    /** How often lines or stops are served at the clock's time, by the timetable that was read with them. */
    record Service() implements ValueSource {
    }

    /** How much passes along a flow in the clock's step. */
    record Volume() implements ValueSource {
    }

    /**
     * A time series at the clock's time, joined to the features by key.
     *
     * @param seriesId    id of the series table
     * @param aggregation over the clock's step
     */
    record Series(String seriesId, SeriesValues.Aggregation aggregation) implements ValueSource {
        public Series {
            Objects.requireNonNull(seriesId, "seriesId");
            Objects.requireNonNull(aggregation, "aggregation");
        }
    }
}
