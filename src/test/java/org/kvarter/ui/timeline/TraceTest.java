package org.kvarter.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.scenario.Origin;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.Quality;

/** Of what is drawn in one piece, the least certain value says how. */
class TraceTest {

    private static final TimeAxis AXIS = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 4, ZoneId.of("UTC"));

    @ParameterizedTest
    @CsvSource({"0, 0, UNSTATED", "0, 1, MODELLED", "1, 2, ASSUMED", "3, 3, UNSTATED", "-5, 99, ASSUMED", "7, 9, UNSTATED"})
    void theLeastCertainValueSaysHowItIsDrawn(int from, int to, Origin expected) {
        Quality[] qualities = {Quality.MEASURED, Quality.MODELLED, Quality.ASSUMED, Quality.MISSING};
        assertThat(new Trace("t", "kWh", AXIS, new double[4], 1, Origin.UNSTATED, qualities).origin(from, to)).isEqualTo(expected);
        assertThat(new Trace("t", "kWh", AXIS, new double[4], 1, Origin.MODELLED).origin(from, to)).isEqualTo(Origin.MODELLED);
    }
}
