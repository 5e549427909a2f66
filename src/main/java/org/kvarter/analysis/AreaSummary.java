package org.kvarter.analysis;

import java.util.Objects;

/**
 * Values of one layer's features summed up for the areas of another, as kept in a project. The result is an attribute of the areas, or of a
 * series a series joined to them.
 *
 * @param name      what the attribute or series is called
 * @param of        id of the layer whose features are summed up
 * @param areas     id of the layer of areas
 * @param value     an attribute of {@code of}, or where {@code ofSeries} the id of a series joined to it; empty to count features
 * @param ofSeries  whether {@code value} is a series
 * @param statistic how many values become one
 * @param weight    attribute of {@code of} by which a mean is weighted; empty for all alike
 * @param belonging which area a feature belongs to
 */
public record AreaSummary(String name, String of, String areas, String value, boolean ofSeries, Statistic statistic, String weight, Belonging belonging) {

    /** Which area a feature belongs to: it is never split. */
    public enum Belonging {
        /** The one in which a point surely inside of it lies. */
        POINT,
        /** The one that has most of it. */
        OVERLAP
    }

    public AreaSummary {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(areas, "areas");
        value = Objects.requireNonNullElse(value, "");
        statistic = Objects.requireNonNullElse(statistic, Statistic.SUM);
        weight = Objects.requireNonNullElse(weight, "");
        belonging = Objects.requireNonNullElse(belonging, Belonging.POINT);
    }
}
