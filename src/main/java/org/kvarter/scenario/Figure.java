package org.kvarter.scenario;

import java.util.Objects;
import org.kvarter.mobility.Mode;

/** What a key figure reckons. */
public sealed interface Figure {

    /** How many values become one. */
    enum Aggregate {
        /** Sum of the values. */
        SUM,
        /** Mean of the values. */
        MEAN,
        /** Largest value. */
        MAXIMUM,
        /** Smallest value. */
        MINIMUM,
        /** Number of places or features that have a value. */
        COUNT,
        /** Percent of the values above the threshold. */
        SHARE_ABOVE,
        /** Mean in percent of the maximum; for series. */
        LOAD_FACTOR,
        /** Sum of what lies above zero: taken from the grid; for series. */
        IMPORT,
        /** Sum of what lies below zero, as a positive number: given to the grid; for series. */
        EXPORT,
        /** Sum of a day on average: mean of the intervals times the intervals of a day; for series. */
        PER_DAY
    }

    /**
     * Of a series: the places of an area are added up in each interval, then the intervals become one number. Where the unit is an
     * energy (Wh, kWh, MWh, GWh per interval), mean, maximum and minimum are powers (W, kW, MW, GW).
     *
     * @param series    id of the series
     * @param aggregate how the intervals become one
     * @param area      whose places
     * @param threshold for {@code SHARE_ABOVE}, in the series' unit; else ignored
     */
    record OfSeries(String series, Aggregate aggregate, Area area, double threshold) implements Figure {
        public OfSeries {
            Objects.requireNonNull(series, "series");
            aggregate = Objects.requireNonNullElse(aggregate, Aggregate.SUM);
            area = Objects.requireNonNullElse(area, Area.DISTRICT);
        }
    }

    /**
     * Of an attribute over the features of an area; features without a value are left out.
     *
     * @param attribute the attribute's name
     * @param aggregate how the values become one
     * @param area      the features, with their layer named
     * @param threshold for {@code SHARE_ABOVE}, in the attribute's unit; else ignored
     */
    record OfAttribute(String attribute, Aggregate aggregate, Area area, double threshold) implements Figure {
        public OfAttribute {
            Objects.requireNonNull(attribute, "attribute");
            aggregate = Objects.requireNonNullElse(aggregate, Aggregate.SUM);
            Objects.requireNonNull(area, "area");
        }
    }

    /**
     * How much of a first series a second one meets in the same interval, in percent: Σ min(first, second) ÷ Σ first, over the places of
     * an area. With production first and demand second it is self-consumption, the other way round self-sufficiency.
     *
     * @param first  id of the series that is the whole
     * @param second id of the series that meets it
     * @param area   whose places
     */
    record Matched(String first, String second, Area area) implements Figure {
        public Matched {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
            area = Objects.requireNonNullElse(area, Area.DISTRICT);
        }
    }

    /**
     * Of what moves in a layer: hours of its typical day become one number. Recorded trips, which took place once, count with all their
     * hours.
     *
     * @param layerId   the layer
     * @param what      what is counted in each hour
     * @param mode      means of transport; {@code null} for all
     * @param aggregate how the hours become one
     */
    record OfMovement(String layerId, What what, Mode mode, Aggregate aggregate) implements Figure {

        /** What is counted. */
        public enum What {
            /** Mean number of vehicles under way. */
            IN_SERVICE,
            /** Arrivals at stops, or of trips. */
            ARRIVALS
        }

        public OfMovement {
            Objects.requireNonNull(layerId, "layerId");
            what = Objects.requireNonNullElse(what, What.IN_SERVICE);
            aggregate = Objects.requireNonNullElse(aggregate, Aggregate.MAXIMUM);
        }
    }

    /**
     * Of other key figures and assumptions.
     *
     * @param formula over their ids, see {@link Formula}
     */
    record Computed(String formula) implements Figure {
        public Computed {
            Objects.requireNonNull(formula, "formula");
        }
    }
}
