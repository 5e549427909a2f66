package org.kvarter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kvarter.scenario.Measure.Way.ADD;
import static org.kvarter.scenario.Measure.Way.SCALE;
import static org.kvarter.scenario.Measure.Way.SET;
import static org.kvarter.scenario.SmallTown.change;
import static org.kvarter.scenario.SmallTown.kpi;
import static org.kvarter.scenario.SmallTown.scenario;
import static org.kvarter.scenario.SmallTown.share;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.scenario.Figure.Aggregate;
import org.kvarter.series.TimeAxis;

/** Key figures against sums done in the head: the district's load is 11, 17, 18, 14 kWh in the four hours. */
class KpiTest {

    private static final Area HOMES = Area.where("houses", "use = 'home'");

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static double value(SmallTown town, Scenario scenario, Kpi kpi) {
        return town.engine().kpis(SmallTown.book(scenario, kpi), scenario == null ? "" : scenario.id()).get(0).value();
    }

    @ParameterizedTest
    @CsvSource({"SUM,60", "MEAN,15", "MAXIMUM,18", "MINIMUM,11", "COUNT,3", "SHARE_ABOVE,100", "LOAD_FACTOR,83.3333", "IMPORT,60", "EXPORT,0"})
    void aggregatesTheDistrictsSeries(Aggregate aggregate, double expected) {
        assertThat(value(new SmallTown(), null, SmallTown.of(aggregate, "load", Area.DISTRICT))).isEqualTo(expected, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"use = 'home' | 50", "use = 'office' | 10", "homes > 10 | 40", "homes > 99 | NaN"})
    void narrowsToAnEcqlArea(String filter, double expected) {
        assertThat(Double.valueOf(value(new SmallTown(), null, SmallTown.of(Aggregate.SUM, "load", Area.where("houses", filter)))))
                .isEqualTo(Double.valueOf(expected));
    }

    /** A scenario scales the load by a half and makes "sun" out of "given"; where a table is not read there is no number, never a zero. */
    @ParameterizedTest(name = "{0} not read: {1} {2}")
    @CsvSource({"none,load,30", "load,load,NaN", "given,load,30", "none,sun,8", "given,sun,NaN", "load,sun,8"})
    void aSeriesThatIsNotReadGivesNoFigure(String unread, String asked, double expected) {
        SmallTown town = new SmallTown().with("given", SmallTown.HOURS, "a b c", 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0).unread(unread);
        Scenario scenario = scenario("s", List.of(), change("load", SCALE, "", "0.5"), change("sun", ADD, "given", "1"));
        Kpi kpi = SmallTown.of(Aggregate.SUM, asked, Area.DISTRICT);
        assertThat(Double.valueOf(value(town, scenario, kpi))).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void narrowsToFeaturesByTheirIds() {
        assertThat(value(new SmallTown(), null, SmallTown.of(Aggregate.SUM, "load", Area.of("houses", List.of("a", "c"))))).isEqualTo(20);
    }

    @Test
    void aMeanOfHalfHoursIsAPower() {
        TimeAxis halves = new TimeAxis(SmallTown.HOURS.start(), Duration.ofMinutes(30), 2, ZoneOffset.UTC);
        SmallTown town = new SmallTown().with("half", halves, "a", 3, 5);
        assertThat(value(town, null, SmallTown.of(Aggregate.MAXIMUM, "half", Area.DISTRICT))).isEqualTo(10);
        assertThat(value(town, null, SmallTown.of(Aggregate.SUM, "half", Area.DISTRICT))).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"SUM,30", "MEAN,15", "MAXIMUM,20", "MINIMUM,10", "COUNT,2", "SHARE_ABOVE,100"})
    void aggregatesAnAttributeOverTheFeaturesThatHaveIt(Aggregate aggregate, double expected) {
        assertThat(value(new SmallTown(), null, kpi("k", new Figure.OfAttribute("homes", aggregate, Area.layer("houses"), 5)))).isEqualTo(expected);
    }

    /** The sun gives a 2 kWh in the second hour and b 30 kWh in the third; c has no roof. */
    private static SmallTown sunny() {
        return new SmallTown().with("sun", SmallTown.HOURS, "b a", 0, 0, 0, 2, 30, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.5,0", "1,12"})
    void takesAShareOfAGivenSeriesOff(double share, double exported) {
        Scenario solar = scenario("solar", List.of(share("roofs", share)), change("load", ADD, "sun", "-roofs"));
        assertThat(value(sunny(), solar, SmallTown.of(Aggregate.IMPORT, "load", Area.DISTRICT))).isEqualTo(imported(share));
        assertThat(value(sunny(), solar, SmallTown.of(Aggregate.MAXIMUM, "load", Area.DISTRICT))).isEqualTo(peak(share));
        assertThat(value(sunny(), solar, SmallTown.of(Aggregate.EXPORT, "load", Area.DISTRICT))).isEqualTo(exported);
    }

    /** Hours 11, 17 − 2s, 18 − 30s, 14. */
    private static double imported(double s) {
        return 11 + 17 - 2 * s + Math.max(0, 18 - 30 * s) + 14;
    }

    private static double peak(double s) {
        return Math.max(17 - 2 * s, 18 - 30 * s);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.8", "1"})
    void scalesWithinAnAreaOnly(double factor) {
        Scenario saving = scenario("s", List.of(share("f", factor)),
                new Measure.ChangeSeries(HOMES, "load", "", SCALE, "", "f"));
        assertThat(value(new SmallTown(), saving, SmallTown.of(Aggregate.SUM, "load", Area.DISTRICT))).isEqualTo(10 + 50 * factor, within(1e-9));
        assertThat(value(new SmallTown(), saving, SmallTown.of(Aggregate.SUM, "load", Area.where("houses", "use = 'office'"))))
                .isEqualTo(10, within(1e-9));
    }

    @Test
    void replacesBySharesAndScalesWhatWasAddedBefore() {
        Scenario s = scenario("s", List.of(share("half", 0.5)), change("load", SET, "sun", "half"), change("load", SCALE, "", "2"));
        // half of the load and half of the sun, twice; the sun has no place for c
        assertThat(value(sunny(), s, SmallTown.of(Aggregate.SUM, "load", Area.DISTRICT))).isEqualTo(60 + 32, within(1e-9));
    }

    @Test
    void addsAConstantAtEveryPlaceAndHour() {
        Scenario s = scenario("s", List.of(), new Measure.ChangeSeries(HOMES, "load", "", ADD, "", "3"));
        assertThat(value(new SmallTown(), s, SmallTown.of(Aggregate.SUM, "load", Area.DISTRICT))).isEqualTo(60 + 2 * 3 * 4);
    }

    @Test
    void makesASeriesThatIsZeroWithoutTheScenario() {
        Scenario s = scenario("s", List.of(share("roofs", 0.5)), change("made", ADD, "sun", "roofs"));
        Kpi kpi = SmallTown.of(Aggregate.SUM, "made", Area.DISTRICT);
        ScenarioBook book = SmallTown.book(s, kpi);
        ScenarioEngine engine = sunny().engine();
        assertThat(engine.kpis(book, "s").get(0).value()).isEqualTo(16);
        assertThat(engine.kpis(book, "").get(0).value()).isZero();
    }

    @Test
    void selfConsumptionIsWhatIsUsedInTheSameHour() {
        Scenario s = scenario("s", List.of(), change("made", ADD, "sun", "1"));
        Kpi kpi = kpi("k", new Figure.Matched("made", "load", Area.DISTRICT));
        // 2 of 2 in the second hour, 18 of 30 in the third
        assertThat(value(sunny(), s, kpi)).isEqualTo(100 * 20 / 32.0, within(1e-9));
    }

    @Test
    void reckonsFromOtherFiguresAndAssumptions() {
        Scenario s = scenario("s", List.of(new Assumption("factor", "Factor", Assumption.Kind.NUMBER, "kg/kWh", 0.5, 0, 1, Origin.ASSUMED, "")));
        ScenarioBook book = SmallTown.book(s, kpi("co2", new Figure.Computed("factor * total / homes")), kpi("total", new Figure.OfSeries("load",
                Aggregate.SUM, Area.DISTRICT, 0)), kpi("homes", new Figure.OfAttribute("homes", Aggregate.SUM, Area.layer("houses"), 0)));
        assertThat(new SmallTown().engine().kpis(book, "s").get(0).value()).isEqualTo(1);
    }

    @Test
    void missingValuesAreLeftOut() {
        SmallTown town = new SmallTown().with("gaps", SmallTown.HOURS, "a b", 1, Double.NaN, Double.NaN, Double.NaN, 2, 3, 4, Double.NaN);
        assertThat(value(town, null, SmallTown.of(Aggregate.MEAN, "gaps", Area.DISTRICT))).isEqualTo((1 + 5 + 4) / 3.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a + 1 | neither a key figure nor an assumption", "k * 2 | reckoned from itself", "1 + | ends too early"})
    void saysWhyAFormulaHasNoAnswer(String formula, String part) {
        KpiValue value = new SmallTown().engine().kpis(SmallTown.book(null, kpi("k", new Figure.Computed(formula))), "").get(0);
        assertThat(value.value()).isNaN();
        assertThat(value.problem()).contains(part);
    }

    @Test
    void saysWhichSeriesLayerOrAttributeIsNotThere() {
        ScenarioBook book = SmallTown.book(null, SmallTown.of(Aggregate.SUM, "gas", Area.DISTRICT),
                kpi("b", new Figure.OfAttribute("homes", Aggregate.SUM, Area.layer("plots"), 0)),
                kpi("c", new Figure.OfAttribute("age", Aggregate.SUM, Area.layer("houses"), 0)));
        assertThat(new SmallTown().engine().kpis(book, "")).extracting(KpiValue::problem).satisfiesExactly(
                a -> assertThat(a).contains("gas"), b -> assertThat(b).contains("plots"), c -> assertThat(c).contains("Houses", "age"));
    }
}
