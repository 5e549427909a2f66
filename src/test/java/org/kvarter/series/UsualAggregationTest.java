package org.kvarter.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualAggregationTest {

    @ParameterizedTest
    @CsvSource({"kWh, SUM", "MWh, SUM", "Wh, SUM", "kW, MEAN", "°C, MEAN", "'', MEAN", "bicycles, MEAN"})
    void energiesAddUpAndOthersDoNot(String unit, SeriesValues.Aggregation expected) {
        assertThat(SeriesValues.Aggregation.usual(unit)).isEqualTo(expected);
    }
}
