package org.kvarter.analysis.chart;

import java.util.Objects;

/**
 * A chart on the bench as a project keeps it.
 *
 * @param kind  what it draws
 * @param x     what of; {@code null} while nothing is chosen
 * @param y     of a scatter, what upwards; else {@code null}
 */
public record BenchChart(Kind kind, Value x, Value y) {

    /** What a chart draws. */
    public enum Kind {
        TOP, HISTOGRAM, SCATTER, HEAT_MAP
    }

    /** Of what a number is: an attribute, all of a series, or a series in the clock's step. */
    public enum Of {
        ATTRIBUTE, SERIES, NOW
    }

    /**
     * A number per feature.
     *
     * @param of what it is of
     * @param id an attribute's name or a series' id
     */
    public record Value(Of of, String id) {
        public Value {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(id, "id");
        }
    }

    public BenchChart {
        Objects.requireNonNull(kind, "kind");
    }
}
