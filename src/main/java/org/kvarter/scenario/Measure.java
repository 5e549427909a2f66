package org.kvarter.scenario;

import java.util.Objects;

/** One thing a scenario does to the district. Amounts are formulas over the scenario's assumptions, see {@link Formula}. */
public sealed interface Measure {

    /** The features it is about. */
    Area area();

    /** What is done with an amount. */
    enum Way {
        /** The amount itself takes the place. */
        SET,
        /** The old value times the amount. */
        SCALE,
        /** The old value plus the amount. */
        ADD
    }

    /**
     * Gives features another value of an attribute.
     *
     * @param area      the features
     * @param attribute the attribute's name; a new one is made where there is none
     * @param unit      unit of a new attribute
     * @param way       what is done with the amount
     * @param amount    formula of the number; empty where {@code text} is set
     * @param text      text to set; empty for a number
     */
    record ChangeAttribute(Area area, String attribute, String unit, Way way, String amount, String text) implements Measure {
        public ChangeAttribute {
            area = Objects.requireNonNullElse(area, Area.DISTRICT);
            Objects.requireNonNull(attribute, "attribute");
            unit = Objects.requireNonNullElse(unit, "");
            way = Objects.requireNonNullElse(way, Way.SET);
            amount = Objects.requireNonNullElse(amount, "");
            text = Objects.requireNonNullElse(text, "");
        }
    }

    /**
     * Changes a series at the places of features: {@code ADD} adds amount × given, {@code SCALE} multiplies by the amount, {@code SET}
     * puts the given series in its place by a share: (1 − amount) × old + amount × given.
     *
     * @param area   the features
     * @param series id of the series; one the project does not have is made, 0 before the first measure
     * @param title  what people call a series that is made; else empty
     * @param way    what is done
     * @param given  id of the series that is added or put in place; empty for the constant 1 in every interval
     * @param amount formula of the factor
     */
    record ChangeSeries(Area area, String series, String title, Way way, String given, String amount) implements Measure {
        public ChangeSeries {
            area = Objects.requireNonNullElse(area, Area.DISTRICT);
            Objects.requireNonNull(series, "series");
            title = Objects.requireNonNullElse(title, "");
            way = Objects.requireNonNullElse(way, Way.ADD);
            given = Objects.requireNonNullElse(given, "");
            amount = Objects.requireNonNullElse(amount, "1");
        }
    }

    /**
     * Shows or hides a whole layer: a model that is built, or one that is taken down. A swap is one of each.
     *
     * @param layerId the layer
     * @param shown   whether it stands there in this scenario
     */
    record ShowLayer(String layerId, boolean shown) implements Measure {
        public ShowLayer {
            Objects.requireNonNull(layerId, "layerId");
        }

        @Override
        public Area area() {
            return Area.layer(layerId);
        }
    }

    /**
     * Takes features away, as where a proposed model comes in their place.
     *
     * @param area the features
     */
    record Demolish(Area area) implements Measure {
        public Demolish {
            Objects.requireNonNull(area, "area");
        }
    }
}
