package org.kvarter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticTest {

    private static final double[] VALUES = {4, Double.NaN, 1, 10, 3};
    private static final double[] WEIGHTS = {1, 100, 2, Double.NaN, 1};

    @ParameterizedTest
    @CsvSource({"SUM, 18", "MEAN, 4.5", "COUNT, 4", "MINIMUM, 1", "MAXIMUM, 10", "MEDIAN, 3.5"})
    void leavesOutWhatIsMissing(Statistic statistic, double result) {
        assertThat(statistic.of(VALUES, null)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 18", "MEAN, 2.25", "MEDIAN, 3.5"})
    void weighsAMeanAlone(Statistic statistic, double result) {
        assertThat(statistic.of(VALUES, WEIGHTS)).as("(4·1 + 1·2 + 3·1) / 4").isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"SUM, NaN", "MEAN, NaN", "COUNT, 0", "MINIMUM, NaN", "MEDIAN, NaN"})
    void ofNothing(Statistic statistic, Double result) {
        assertThat((Double) statistic.of(new double[] {Double.NaN}, null)).isEqualTo(result);
        assertThat((Double) statistic.of(new double[0], null)).isEqualTo(result);
    }
}
