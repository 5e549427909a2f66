package org.kvarter.ui.bench;

/**
 * A chart on the bench.
 *
 * @param kind what it draws
 * @param x    what of; of a heat map a series; {@code null} while nothing suits
 * @param y    of a scatter, what upwards; else {@code null}
 */
public record ChartSpec(Kind kind, BenchValue x, BenchValue y) {

    /** What a chart draws. */
    public enum Kind {
        TOP, HISTOGRAM, SCATTER, HEAT_MAP
    }

    ChartSpec withX(BenchValue other) {
        return new ChartSpec(kind, other, y);
    }

    ChartSpec withY(BenchValue other) {
        return new ChartSpec(kind, x, other);
    }
}
