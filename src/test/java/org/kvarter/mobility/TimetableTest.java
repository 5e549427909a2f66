package org.kvarter.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two lines over one street of three stops; times counted by hand. Service 0 runs on days 0 … 13, service 1 on day 5 alone. */
class TimetableTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant MIDNIGHT = MONDAY.plusDays(2).atStartOfDay(ZONE).toInstant();

    private static Timetable timetable() {
        Paths paths = Paths.of(new double[] {0, 0, 0, 1000, 0, 0, 2000, 0, 0}, new int[] {0, 3});
        int h = 3600;
        // trip 0: 07:30 – 08:30 – 09:15; trip 1: 08:00 – 08:20; trip 2: 23:50 – 24:40
        Journeys journeys = new Journeys(paths, new int[] {0, 0, 0}, new int[] {0, 3, 5, 7},
                new int[] {27_000, 30_600, 33_300, 8 * h, 8 * h + 1200, 85_800, 88_800},
                new int[] {27_000, 30_600, 33_300, 8 * h, 8 * h + 1200, 85_800, 88_800}, new float[] {0, 1000, 2000, 0, 1000, 0, 2000});
        BitSet all = new BitSet();
        all.set(0, 14);
        BitSet one = new BitSet();
        one.set(5);
        Line[] lines = {new Line("a", "7", Mode.TRAM, 0xFF112233), new Line("b", "12", Mode.BUS, 0xFF445566)};
        return new Timetable(new Timetable.Trips(journeys, new int[] {0, 0, 0}, new int[] {0, 1, 0}, lines, new String[] {"East", null, "Night"},
                new int[] {0, 1, 2, 0, 1, 0, 2}, 3), new int[] {0, 1, 2}, new int[3],
                new ServiceCalendar(MONDAY.toEpochDay(), new BitSet[] {all, one}), ZONE);
    }

    @Test
    void departuresInOrderOfTimeWithoutTheLastStop() {
        List<Departure> from = Board.departures(timetable(), Set.of(0), MIDNIGHT.plusSeconds(7 * 3600), 4);
        assertThat(from).extracting(d -> d.line().name()).containsExactly("7", "12", "7", "7");
        assertThat(from).extracting(d -> (d.time().getEpochSecond() - MIDNIGHT.getEpochSecond()) / 60.0).containsExactly(450.0, 480.0, 1430.0, 1890.0);
        assertThat(from.get(1).headsign()).isEmpty();
        assertThat(Board.departures(timetable(), Set.of(2), MIDNIGHT, 4)).as("terminus").isEmpty();
    }

    @Test
    void departuresPerHourOfStopsAndLines() {
        Instant eight = MIDNIGHT.plusSeconds(8 * 3600);
        assertThat(Board.perHourOfStops(timetable(), eight, eight.plusSeconds(3600))).containsExactly(1, 1, 0);
        assertThat(Board.perHourOfLines(timetable(), MIDNIGHT, MIDNIGHT.plusSeconds(86_400))).containsExactly(2 / 24.0, 1 / 24.0);
    }

    @Test
    void hoursOfActivity() {
        Activity day = Activity.of(timetable(), MIDNIGHT, 24);
        double[] trams = day.vehicles().get(Mode.TRAM);
        // 7:30 – 9:15: half an hour, an hour, a quarter; the night tram goes ten minutes today and forty of yesterday's
        assertThat(trams[7]).isEqualTo(0.5);
        assertThat(trams[8]).isEqualTo(1);
        assertThat(trams[9]).isEqualTo(0.25);
        assertThat(trams[23]).isCloseTo(10 / 60.0, within(1e-9));
        assertThat(trams[0]).isCloseTo(40 / 60.0, within(1e-9));
        assertThat(day.vehicles().get(Mode.BUS)[8]).isCloseTo(20 / 60.0, within(1e-9));
        assertThat(Activity.sum(day.arrivals(), 24)[8]).as("8:20 and 8:30").isEqualTo(2);
        assertThat(java.util.Arrays.stream(Activity.sum(day.arrivals(), 24)).sum()).isEqualTo(4);
    }

    @Test
    void spanAndTypicalDay() {
        Timetable timetable = timetable();
        assertThat(timetable.span().orElseThrow().start()).isEqualTo(MONDAY.atStartOfDay(ZONE).toInstant());
        assertThat(timetable.span().orElseThrow().end()).isEqualTo(MONDAY.plusDays(14).atStartOfDay(ZONE).toInstant());
        assertThat(timetable.typicalWeekday().orElseThrow().getDayOfWeek().getValue()).isBetween(2, 4);
    }
}
