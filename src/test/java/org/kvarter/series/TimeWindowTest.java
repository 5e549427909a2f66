package org.kvarter.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which intervals a window is about, of ten days or of ten hours. */
class TimeWindowTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // intervals of so many hours; the window's hours; first interval, end
        "1, 3, 4, 3, 4", "1, 3.5, 4.5, 4, 5", "1, 0, 10, 0, 10", "1, 2, 5.5, 2, 6",
        "24, 24, 48, 1, 2", "24, 30, 54, 2, 3", "24, 24, 25, 1, 2",
        // shorter than an interval: the one that holds it
        "24, 42, 43, 1, 2", "24, 47, 48, 1, 2", "24, 0, 1, 0, 1", "24, 23.5, 24.5, 1, 2",
        // before the first and after the last
        "24, -6, -5, -1, 0", "24, 250, 251, 10, 11", "1, -3, 2, -3, 2"})
    void intervalsThatBeginInItOrHoldIt(double step, double from, double to, int first, int end) {
        TimeAxis axis = new TimeAxis(START, hours(step), 10, ZoneOffset.UTC);
        TimeWindow window = new TimeWindow(START.plus(hours(from)), START.plus(hours(to)));
        assertThat(window.firstInterval(axis)).isEqualTo(first);
        assertThat(window.endInterval(axis)).isEqualTo(end);
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
