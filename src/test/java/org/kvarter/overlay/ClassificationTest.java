package org.kvarter.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    @Test
    void quantilesCutEqualCounts() {
        double[] values = {9, 1, 3, 5, 7, Double.NaN, 2, 4, 6, 8, 10};
        assertThat(Classification.quantiles(values, 2)).containsExactly(5.5);
        assertThat(Classification.quantiles(values, 5)).containsExactly(new double[] {2.8, 4.6, 6.4, 8.2}, within(1e-9));
    }

    @Test
    void equalIntervalsHaveOneWidth() {
        assertThat(Classification.equalIntervals(0, 100, 4)).containsExactly(25, 50, 75);
        assertThat(Classification.equalIntervals(3, 3, 4)).isEmpty();
    }

    @Test
    void naturalBreaksFallIntoTheGaps() {
        double[] values = {1, 2, 2, 3, 20, 21, 22, 100, 101, 103};
        assertThat(Classification.jenks(values, 3)).containsExactly(11.5, 61);
    }

    @Test
    void fewDistinctValuesGiveFewClasses() {
        assertThat(Classification.jenks(new double[] {5, 5, 5}, 4)).isEmpty();
        assertThat(Classification.jenks(new double[] {5, 5, 8}, 4)).containsExactly(6.5);
        assertThat(Classification.quantiles(new double[0], 4)).isEmpty();
    }

    /** No other way of cutting into as many classes has a smaller sum of squared deviations: tried for all pairs of limits. */
    @Property(tries = 100)
    void naturalBreaksAreOptimal(@ForAll @Size(min = 4, max = 14) List<@DoubleRange(min = -50, max = 50) Double> list) {
        double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
        double[] sorted = Classification.present(values);
        double[] breaks = Classification.jenks(values, 3);
        if (breaks.length < 2) {
            return;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length - 1; i++) {
            for (int j = i + 1; j < sorted.length; j++) {
                best = Math.min(best, deviation(sorted, 0, i) + deviation(sorted, i, j) + deviation(sorted, j, sorted.length));
            }
        }
        int first = (int) Arrays.stream(sorted).filter(v -> v < breaks[0]).count();
        int second = (int) Arrays.stream(sorted).filter(v -> v < breaks[1]).count();
        double found = deviation(sorted, 0, first) + deviation(sorted, first, second) + deviation(sorted, second, sorted.length);
        assertThat(found).isLessThanOrEqualTo(best + 1e-6);
    }

    private static double deviation(double[] sorted, int from, int to) {
        double mean = Arrays.stream(sorted, from, to).average().orElse(0);
        return Arrays.stream(sorted, from, to).map(v -> (v - mean) * (v - mean)).sum();
    }

    @Property(tries = 100)
    void limitsAscendAndSplitTheData(@ForAll @Size(min = 1, max = 200) double[] values,
                                     @ForAll @IntRange(min = 2, max = 12) int classes) {
        for (double[] breaks : new double[][] {Classification.quantiles(values, classes), Classification.jenks(values, classes)}) {
            assertThat(breaks).hasSizeLessThan(classes).isSorted().doesNotHaveDuplicates();
            double low = Arrays.stream(values).min().orElseThrow();
            assertThat(Arrays.stream(breaks)).allMatch(b -> b > low);
        }
    }
}
