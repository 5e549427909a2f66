package org.kvarter.ui.bench;

import org.kvarter.analysis.chart.BenchChart;

/**
 * A chart on the bench.
 *
 * @param kind what it draws
 * @param x    what of; of a heat map a series; {@code null} while nothing suits
 * @param y    of a scatter, what upwards; else {@code null}
 */
public record ChartSpec(BenchChart.Kind kind, BenchValue x, BenchValue y) {

    /** As a project keeps it. */
    BenchChart kept() {
        return new BenchChart(kind, kept(x), kept(y));
    }

    private static BenchChart.Value kept(BenchValue value) {
        return value == null ? null : new BenchChart.Value(value instanceof BenchValue.Attribute ? BenchChart.Of.ATTRIBUTE : value instanceof BenchValue.Whole ? BenchChart.Of.SERIES
                : BenchChart.Of.NOW, value.id());
    }

    /** Of what a project keeps. */
    static ChartSpec of(BenchChart kept) {
        return new ChartSpec(kept.kind(), of(kept.x()), of(kept.y()));
    }

    private static BenchValue of(BenchChart.Value kept) {
        if (kept == null) {
            return null;
        }
        return switch (kept.of()) {
            case ATTRIBUTE -> new BenchValue.Attribute(kept.id());
            case SERIES -> new BenchValue.Whole(kept.id());
            case NOW -> new BenchValue.Now(kept.id());
        };
    }

    ChartSpec withX(BenchValue other) {
        return new ChartSpec(kind, other, y);
    }

    ChartSpec withY(BenchValue other) {
        return new ChartSpec(kind, x, other);
    }
}
