package org.kvarter.study.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.Solids;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Terrain;
import org.kvarter.study.Sites;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/** Hours of sun against what is reckoned by hand from angles. */
class SunHoursTest {

    private static final double STOCKHOLM = 59.3;
    /** Where 12:00 UTC is solar noon but for the equation of time. */
    private static final double GREENWICH = 0;
    private static final LocalDate EQUINOX = LocalDate.of(2026, 3, 21);
    private static final LocalDate MIDSUMMER = LocalDate.of(2026, 6, 21);

    /** Day lengths of almanacs are with refraction and the sun's rim; geometric ones are some ten minutes shorter. */
    @ParameterizedTest
    @CsvSource({"2026-03-21, 12.08", "2026-06-21, 18.37", "2026-12-21, 5.85"})
    void anOpenPlaneHasSunFromRiseToSet(LocalDate day, double hours) {
        // cos(hour angle) = −tan(latitude) · tan(declination): 12.0 h, 18.3 h, 5.7 h at 59.3° without refraction.
        double declination = Math.toRadians(day.getMonthValue() == 3 ? 0.2 : day.getMonthValue() == 6 ? 23.44 : -23.44);
        double byHand = 2 * Math.toDegrees(Math.acos(-Math.tan(Math.toRadians(STOCKHOLM)) * Math.tan(declination))) / 15;
        assertThat(byHand).isCloseTo(hours, within(0.2));
        assertThat(path(SunRule.on(day), 1).hours()).isCloseTo(byHand, within(0.06));
        SunHours alone = hours(Sites.of(new Solids().box(0, 0, 0, 10, 10, 5)), SunRule.on(day), new GroundGrid(500, 500, 10, 3, 3));
        assertThat(alone.possible()).isCloseTo(byHand, within(0.2));
        for (float h : alone.ground().hours()) {
            assertThat((double) h).isCloseTo(alone.possible(), within(1e-3));
        }
    }

    @Test
    void aFacadeToTheNorthHasNoSunAtTheEquinoxAndTheSouthOneAllDay() {
        StudySite site = Sites.of(new Solids().box(0, 0, 0, 20, 20, 10));
        SunHours hours = hours(site, SunRule.on(EQUINOX), GroundGrid.none());
        double day = hours.possible();
        // At the equinox the sun rises due east and sets due west; on the 21st it is 0.2° north, some minutes of grazing light.
        assertThat((double) part(hours, site, 0, 1)).isLessThan(0.35);
        assertThat((double) part(hours, site, 0, -1)).isCloseTo(day, within(0.35));
        assertThat((double) part(hours, site, 1, 0)).isCloseTo(day / 2, within(0.2));
        assertThat((double) part(hours, site, -1, 0)).isCloseTo(day / 2, within(0.2));
        SunRule noon = new SunRule("", EQUINOX, LocalTime.of(11, 0), LocalTime.of(13, 0), 1, 0.5, 0);
        SunHours about = hours(site, noon, GroundGrid.none());
        assertThat(part(about, site, 0, 1)).isZero();
        assertThat((double) part(about, site, 0, -1)).isCloseTo(2, within(1e-4));
    }

    @Test
    void aWallToTheSouthTakesTheSunBelowItsAngle() {
        // A ridge of 30 m, so long that its ends do not matter, 20 m before the facade whose places are between 0 and 10 m up.
        StudySite site = Sites.of(new Solids().box(-4000, -40, 0, 4000, -30, 30).box(-5, -10, 0, 5, 0, 10));
        double[] expected = new double[1];
        // By hand: sun over the ridge seen from height z: tan(elevation)/cos(azimuth from south) ≥ (30 − z)/20; the middle of even places.
        for (SunPath.Step step : path(SunRule.on(EQUINOX), SunPath.STEP_MINUTES).steps()) {
            double south = -step.direction()[1];
            if (south > 1e-3) {
                double rise = step.direction()[2] / south * 20;
                expected[0] += step.hours() * Math.max(0, Math.min(1, (rise - 20) / 10));
            }
        }
        double seen = hours(site, SunRule.on(EQUINOX), GroundGrid.none()).parts().get("test").hours()[Sites.part(site, 1, 0, -1, 0)];
        // At most 30.7° at noon: 20 m away the shade reaches 11.9 m up, so that the facade has none.
        assertThat(expected[0]).isLessThan(0.34);
        // But for a step at sunrise and sunset, when it grazes the wall past the ridge's far ends.
        assertThat(seen).isLessThan(0.34);
        SunRule summer = SunRule.on(MIDSUMMER);
        double byHand = 0;
        for (SunPath.Step step : path(summer, SunPath.STEP_MINUTES).steps()) {
            double south = -step.direction()[1];
            if (south > 1e-3) {
                byHand += step.hours() * Math.max(0, Math.min(1, (step.direction()[2] / south * 20 - 20) / 10));
            }
        }
        double inSummer = hours(site, summer, GroundGrid.none()).parts().get("test").hours()[Sites.part(site, 1, 0, -1, 0)];
        assertThat(byHand).isBetween(4.0, 12.0);
        assertThat(inSummer).isCloseTo(byHand, within(0.6));
    }

    @Test
    void aCourtyardHasTheHoursThatItsWallsLeave() {
        // 40 × 40 m and walls of 20 m: from the middle 45° all around, and 35.3° into the corners.
        StudySite site = Sites.of(courtyard());
        SunRule rule = SunRule.on(MIDSUMMER);
        SunHours hours = hours(site, rule, new GroundGrid(-1, 1, 2, 1, 1));
        double byHand = 0;
        for (SunPath.Step step : path(rule, SunPath.STEP_MINUTES).steps()) {
            double[] s = step.direction();
            double reach = 20 / Math.max(Math.abs(s[0]), Math.abs(s[1]));
            byHand += reach * s[2] > 20 - 0.1 ? step.hours() : 0;
        }
        assertThat(byHand).isBetween(5.0, 9.0);
        assertThat((double) hours.ground().hours()[0]).isCloseTo(byHand, within(1e-3));
        assertThat(hours.ground().courtyards().get(0)).isTrue();
        assertThat(hours.totals().courtyard()).isEqualTo(4);
        assertThat(hours.totals().courtyardMeeting()).isEqualTo(4);
        // At the equinox the sun stands at most 30.7° high: no sun in the middle.
        assertThat(hours(site, SunRule.on(EQUINOX), new GroundGrid(-1, 1, 2, 1, 1)).ground().hours()[0]).isZero();
    }

    private static Solids courtyard() {
        double[] outer = {-30, -30, 30, -30, 30, 30, -30, 30};
        double[] inner = {-20, -20, -20, 20, 20, 20, 20, -20};
        return new Solids().feature().walls(outer, 0, 20).walls(inner, 0, 20)
                .polygon(SurfaceKind.ROOF, new double[] {-30, -30, 20, 30, -30, 20, 30, 30, 20, -30, 30, 20},
                        new double[] {-20, -20, 20, -20, 20, 20, 20, 20, 20, 20, -20, 20});
    }

    @Test
    void whatIsSymmetricAboutNoonHasSymmetricHours() {
        StudySite site = Sites.of(new Solids().box(-60, 0, 0, -40, 20, 25).box(40, 0, 0, 60, 20, 25).box(-10, -4, 0, 10, 16, 25));
        // Solar noon at Greenwich on 21 June is at 12:02: a window about it.
        SunRule rule = new SunRule("", MIDSUMMER, LocalTime.of(6, 2), LocalTime.of(18, 2), 2.5, 0.5, 0);
        SunHours hours = hours(site, rule, new GroundGrid(-80, 30, 2, 80, 40));
        List<BuildingSun> buildings = hours.buildings().get("test");
        assertThat(buildings.get(0).mean()).isCloseTo(buildings.get(1).mean(), within(0.25));
        GroundHours g = hours.ground();
        int built = 0;
        for (int row = 0; row < g.rows(); row++) {
            for (int column = 0; column < g.columns(); column++) {
                float left = g.hours()[row * g.columns() + column];
                float right = g.hours()[row * g.columns() + g.columns() - 1 - column];
                built += Float.isNaN(left) ? 1 : 0;
                assertThat(Float.isNaN(left)).isEqualTo(Float.isNaN(right));
                if (!Float.isNaN(left)) {
                    // A gleam of less than half an hour may be passed over on one side.
                    assertThat((double) left).isCloseTo(right, within(0.67));
                }
            }
        }
        assertThat(built).isEqualTo(300);
    }

    @Test
    void wallsAgainstEachOtherAreNoFacades() {
        StudySite site = Sites.of(new Solids().box(0, 0, 0, 10, 10, 12).box(10, 0, 0, 20, 10, 12));
        SunHours hours = hours(site, SunRule.on(EQUINOX), GroundGrid.none());
        assertThat(part(hours, site, 1, 0)).isNaN();
        assertThat(hours.building("test", 0).orElseThrow().facade()).isCloseTo(360, within(1e-3));
        assertThat(hours.totals().facade()).isCloseTo(720, within(1e-3));
    }

    @Test
    void aRuleTellsHowManyBuildingsAndHowMuchFacadeMeetIt() {
        StudySite site = Sites.of(new Solids().box(0, 0, 0, 20, 20, 10));
        SunRule rule = SunRule.on(EQUINOX);
        BuildingSun alone = hours(site, rule, GroundGrid.none()).building("test", 0).orElseThrow();
        // Of four equal walls all but the north one.
        assertThat(alone.meeting()).isCloseTo(0.75, within(1e-6));
        assertThat(alone.worst()).isLessThan(0.35);
        assertThat(alone.best()).isGreaterThan(11);
        assertThat(alone.roof()).isCloseTo(12, within(0.2));
        assertThat(alone.meets(rule)).isTrue();
        SunRule strict = new SunRule("", EQUINOX, LocalTime.MIN, LocalTime.MIDNIGHT, 2.5, 0.8, 0);
        assertThat(alone.meets(strict)).isFalse();
        SunHours.Totals totals = hours(site, strict, GroundGrid.none()).totals();
        assertThat(totals.buildings()).isEqualTo(1);
        assertThat(totals.meeting()).isZero();
        assertThat(totals.facadeMeeting() / totals.facade()).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void whatIsGoneNeitherCountsNorShades() {
        BitSet gone = new BitSet();
        gone.set(0);
        Solids solids = new Solids().box(-400, -40, 0, 400, -30, 60).box(-5, -10, 0, 5, 0, 10);
        StudySite site = Sites.of(solids, gone);
        SunHours hours = hours(site, SunRule.on(EQUINOX), GroundGrid.none());
        assertThat(hours.buildings().get("test")).hasSize(1);
        assertThat((double) hours.parts().get("test").hours()[Sites.part(site, 1, 0, -1, 0)]).isGreaterThan(11.5);
        assertThat((double) hours(Sites.of(solids), SunRule.on(EQUINOX), GroundGrid.none()).parts().get("test")
                .hours()[Sites.part(site, 1, 0, -1, 0)]).isLessThan(2.0);
    }

    @Test
    void landShadesAndWaterIsNoGround() {
        float[] heights = new float[40 * 40];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = i / 40 < 10 ? 300 : 0;
        }
        Terrain ridge = new Terrain(-200, -200, 10, 40, 40, heights);
        StudySite plane = Sites.of(new Solids().box(0, 100, 0, 10, 110, 5));
        var water = new org.locationtech.jts.geom.GeometryFactory().toGeometry(new org.locationtech.jts.geom.Envelope(0, 50, 0, 50));
        StudySite site = new StudySite(plane.solids(), plane.rays(), Optional.of(ridge), List.of(water));
        GroundGrid grid = new GroundGrid(-50, 50, 50, 2, 1);
        float[] hours = hours(site, SunRule.on(EQUINOX), grid).ground().hours();
        // 30.7° at most and the ridge of 300 m 135 m away: only past its ends, 175 m to the west and 215 m to the east, comes sun.
        double byHand = 0;
        for (SunPath.Step step : path(SunRule.on(EQUINOX), SunPath.STEP_MINUTES).steps()) {
            double across = step.direction()[0] / -step.direction()[1] * 135;
            byHand += step.direction()[1] > 0 || across > 215 || across < -175 ? step.hours() : 0;
        }
        assertThat(byHand).isBetween(3.0, 6.0);
        assertThat((double) hours[0]).isCloseTo(byHand, within(0.5));
        assertThat(hours[1]).isNaN();
    }

    @Test
    void theSunCountsOnlyAboveTheAngleOfTheRule() {
        SunRule low = new SunRule("", EQUINOX, LocalTime.MIN, LocalTime.MIDNIGHT, 2.5, 0.5, 20);
        for (SunPath.Step step : path(low, 10).steps()) {
            assertThat(Math.toDegrees(Math.asin(step.direction()[2]))).isGreaterThanOrEqualTo(20);
        }
        assertThat(path(low, 10).hours()).isBetween(5.0, 8.0);
    }

    @Test
    void aDayOnWhichTheClockIsPutForwardHasAnHourLess() {
        LocalDate day = LocalDate.of(2026, 3, 29);
        SunRule rule = new SunRule("", day, LocalTime.MIN, LocalTime.NOON, 2.5, 0.5, 0);
        ZoneId zone = ZoneId.of("Europe/Stockholm");
        SunPath path = SunPath.of(rule, zone, STOCKHOLM, 18, 1);
        double rise = path.steps().get(0).time().toInstant().getEpochSecond();
        double noon = day.atTime(12, 0).atZone(zone).toEpochSecond();
        assertThat(path.hours()).isCloseTo((noon - rise + 30) / 3600, within(1e-3));
    }

    @Test
    void whatIsCancelledStops() {
        StudySite site = Sites.of(new Solids().box(0, 0, 0, 10, 10, 12));
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        SunRule rule = SunRule.on(EQUINOX);
        assertThatThrownBy(() -> SunStudy.start(site, rule, path(rule, 10), GroundGrid.none(), Runnable::run, cancelled).join())
                .isInstanceOf(CompletionException.class).hasCauseInstanceOf(WorkCancelledException.class);
    }

    @ParameterizedTest
    @CsvSource({"12:00, 12:00, 2, 0.5, 0", "13:00, 12:00, 2, 0.5, 0", "08:00, 12:00, 25, 0.5, 0", "08:00, 12:00, 2, 1.5, 0", "08:00, 12:00, 2, 0.5, 70",
        "08:00, 12:00, NaN, 0.5, 0"})
    void rulesThatCannotBeAreRefused(LocalTime from, LocalTime to, double hours, double share, double degrees) {
        assertThatThrownBy(() -> new SunRule("", EQUINOX, from, to, hours, share, degrees)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableHasALinePerBuilding() throws IOException {
        StudySite site = Sites.of(new Solids().box(0, 0, 0, 20, 20, 10).box(100, 0, 0, 120, 20, 10));
        SunHours hours = hours(site, SunRule.on(EQUINOX), GroundGrid.none());
        StringWriter out = new StringWriter();
        SunHoursTable.write(hours, Map.of("test", site.solids().get(0).layer().features()), out);
        String[] lines = out.toString().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).startsWith("test,B0,800.000,").contains(",0.750,true,").endsWith("2026-03-21,00:00,00:00,2.500,0.500,0");
        assertThat(org.kvarter.series.csv.CsvLine.quoted("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    private static float part(SunHours hours, StudySite site, double east, double north) {
        return hours.parts().get("test").hours()[Sites.part(site, 0, east, north, 0)];
    }

    private static SunPath path(SunRule rule, int minutes) {
        return SunPath.of(rule, ZoneOffset.UTC, STOCKHOLM, GREENWICH, minutes);
    }

    private static SunHours hours(StudySite site, SunRule rule, GroundGrid grid) {
        assertThat(Sun.at(rule.day().atTime(12, 0).toInstant(ZoneOffset.UTC), STOCKHOLM, GREENWICH).azimuthDegrees()).isCloseTo(180, within(3.0));
        return SunStudy.start(site, rule, path(rule, SunPath.STEP_MINUTES), grid, Runnable::run, Progress.NONE).join();
    }
}
