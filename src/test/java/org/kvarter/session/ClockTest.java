package org.kvarter.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;

class ClockTest {

    private final Clock clock = new Clock();

    @BeforeEach
    void stockholm() {
        clock.zoneProperty().set(ZoneId.of("Europe/Stockholm"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-30T00:00:00Z, HOUR, 1, 2025-03-30T01:00:00Z",
        "2025-03-29T12:00:00Z, DAY, 1, 2025-03-30T11:00:00Z",
        "2025-10-25T12:00:00Z, DAY, 1, 2025-10-26T13:00:00Z",
        "2025-01-31T12:00:00Z, MONTH, 1, 2025-02-28T12:00:00Z",
        "2025-01-10T12:00:00Z, WEEK, -1, 2025-01-03T12:00:00Z",
        "2025-12-31T12:00:00Z, MONTH, 1, 2025-12-31T23:59:59.999Z",
    })
    void stepsFollowTheWallClockAcrossDaylightSaving(Instant from, Clock.Step step, int steps, Instant to) {
        clock.timeProperty().set(from);
        clock.stepProperty().set(step);
        clock.stepBy(steps);
        assertThat(clock.time()).isEqualTo(to);
    }

    @org.junit.jupiter.api.Test
    void playingWrapsAtTheEnd() {
        clock.playingProperty().set(true);
        clock.speedProperty().set(Duration.ofHours(2));
        clock.timeProperty().set(Instant.parse("2025-12-31T23:00:00Z"));
        clock.advance(0.25);
        assertThat(clock.time()).isEqualTo(Instant.parse("2025-12-31T23:30:00Z"));
        clock.advance(0.5);
        assertThat(clock.time()).isEqualTo(clock.startProperty().get());
    }

    @org.junit.jupiter.api.Test
    void pausedTimeStands() {
        Instant before = clock.time();
        clock.advance(10);
        assertThat(clock.time()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        // where the clock stands, days of a series from the beginning of a year, where it stands then
        "2025-01-16T17:00:00Z, 2024, 366, 2024-01-16T17:00:00Z",
        "2025-07-16T16:00:00Z, 2024, 366, 2024-07-16T16:00:00Z",
        "2025-07-16T16:00:00Z, 2023, 731, 2024-07-16T16:00:00Z",
        "2025-07-16T16:00:00Z, 2025, 365, 2025-07-16T16:00:00Z",
        "2024-02-29T12:00:00Z, 2025, 365, 2025-02-28T12:00:00Z",
        "2025-07-16T16:00:00Z, 2024, 31, 2023-12-31T23:00:00Z"})
    void ofDataOfAnotherYearTheSameTimeIsShown(Instant stands, int year, int days, Instant expected) {
        clock.timeProperty().set(stands);
        TimeAxis axis = new TimeAxis(java.time.LocalDate.of(year, 1, 1).atStartOfDay(ZoneId.of("Europe/Stockholm")).toInstant(), Duration.ofDays(1), days, ZoneId.of("Europe/Stockholm"));
        ClockSpan.over(new SeriesTable("s", "S", "heat", "kWh", axis, new String[] {"a"}, new float[days]), clock);
        assertThat(clock.time()).isEqualTo(expected);
    }
}
