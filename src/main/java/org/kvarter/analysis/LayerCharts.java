package org.kvarter.analysis;

import java.util.List;
import java.util.Objects;
import org.kvarter.analysis.chart.BenchChart;

/**
 * The charts that somebody chose for a layer, from left to right; none of them is a choice too.
 *
 * @param layer  id of the layer
 * @param charts what is drawn
 */
public record LayerCharts(String layer, List<BenchChart> charts) {

    public LayerCharts {
        Objects.requireNonNull(layer, "layer");
        charts = charts == null ? List.of() : charts.stream().filter(Objects::nonNull).toList();
    }
}
