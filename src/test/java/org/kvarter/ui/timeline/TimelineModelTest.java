package org.kvarter.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.Clock;

class TimelineModelTest {

    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final Clock clock = new Clock();
    private final TimelineModel model = new TimelineModel(clock);

    @BeforeEach
    void stockholmInEnglish() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.UK);
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        clock.zoneProperty().set(ZoneId.of("Europe/Stockholm"));
        clock.startProperty().set(Instant.parse("2024-12-31T23:00:00Z"));
        clock.endProperty().set(Instant.parse("2025-12-31T23:00:00Z"));
        clock.setWithinRange(Instant.parse("2025-06-21T13:00:00Z"));
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
    }

    @Test
    void saysTheStepInItsZone() {
        assertThat(model.readout()).startsWith("Sat 21 Jun").endsWith("15:00");
        clock.stepProperty().set(Clock.Step.WEEK);
        assertThat(model.readout()).isEqualTo("Week 25, 2025");
        clock.stepProperty().set(Clock.Step.MONTH);
        assertThat(model.readout()).isEqualTo("June 2025");
        assertThat(model.zone()).isEqualTo("Europe/Stockholm  UTC+02");
    }

    @Test
    void theSliderGoesToWholeHours() {
        model.setShare(0.5);
        assertThat(clock.time().atZone(clock.zoneProperty().get()).getMinute()).isZero();
        assertThat(model.share()).isBetween(0.499, 0.501);
    }

    @Test
    void daysKeepTheTimeOfDayOverDaylightSaving() {
        clock.stepProperty().set(Clock.Step.DAY);
        model.setShare(0.05);
        assertThat(clock.time().atZone(clock.zoneProperty().get()).getHour()).isEqualTo(15);
    }

    @Test
    void theChartOfAnHourIsItsWeekEvenWhenOneHasAnHourLess() {
        clock.setWithinRange(Instant.parse("2025-03-29T12:00:00Z"));
        TimeWindow week = model.chartWindow();
        assertThat(week.start()).isEqualTo(Instant.parse("2025-03-23T23:00:00Z"));
        assertThat(Duration.between(week.start(), week.end())).isEqualTo(Duration.ofHours(7 * 24 - 1));
    }

    @Test
    void aYearIsMarkedByMonths() {
        assertThat(model.ticks(clock.startProperty().get(), clock.endProperty().get())).hasSize(12).first()
                .satisfies(t -> assertThat(t.share()).isZero());
    }
}
