package org.kvarter.session.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Privacy;
import org.kvarter.analysis.Statistic;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.LayerSeries;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

/**
 * What somebody may think of to get at the value of one house by sums: numbers that pick it out, thresholds that close in on it, scenarios that change it
 * alone, areas that a filter draws round it. Each row says what is asked, one after the other, and whether it is told.
 */
class PersonalAttacksTest {

    private static final boolean TOLD = true;
    private static final boolean KEPT = false;
    private static final Area ALL = Area.layer(Bench.HOUSES);
    private static final Area W1 = Area.of(Bench.HOUSES, List.of("w1"));
    private static final Area OTHERS = Area.of(Bench.HOUSES, List.of("w1", "w2", "w3", "e2", "o"));

    private static final Area TWO = Area.of(Bench.HOUSES, List.of("w1", "w2"));
    private static final Area THREE = Area.of(Bench.HOUSES, List.of("w1", "w2", "w3"));

    /** A question. */
    private interface Ask extends Function<PersonalAttacksTest, Double> {
    }

    private final Session session = Bench.session();
    private final Workings workings = new Workings(session, Districts.inline());
    private final List<Measure> measures = new ArrayList<>();

    static Stream<Arguments> questions() {
        return Stream.of(
                // plain sums
                row("a multiple", TOLD, sum("heat * 2")),
                row("a multiple and what is public", TOLD, sum("heat * 2 + area * 3 [kWh/m²]")),
                row("a unit", TOLD, sum("heat [MWh]")),
                row("two values", TOLD, sum("heat + total(Electricity)")),
                row("what is not personal", TOLD, sum("if(area = 200, area, 0)")),
                row("a sum that weighs them differently", TOLD, sum("heat / area")),
                row("a mean", TOLD, kpi("heat", Figure.Aggregate.MEAN, ALL)),
                row("all but the one that is told", TOLD, kpi("heat", Figure.Aggregate.SUM, OTHERS)),
                // numbers that pick
                row("one picked by its size", KEPT, sum("if(area = 200, heat, 0)")),
                row("one picked by a large number", KEPT, sum("if(area = 200, heat * 1000000, heat)")),
                row("one left out", KEPT, sum("if(area = 200, 0, heat)")),
                row("one picked in two steps", KEPT, column("one", "if(area = 200, 1, 0)"), sum("heat * one")),
                row("one picked through another column", KEPT, column("twice", "heat * 2"), sum("if(area = 200, twice, 0)")),
                row("one series picked", KEPT, sum("if(area = 200, total(Electricity), 0)")),
                row("a second way to weigh", KEPT, sum("heat / area"), sum("heat * area")),
                row("the same way to weigh again", TOLD, sum("heat / area"), sum("2 * heat / area")),
                // thresholds
                row("those above a threshold", KEPT, sum("if(heat > 5000, 1, 0)")),
                row("those above a threshold, far from all", KEPT, sum("if(heat > 7000, heat, 0)")),
                row("a condition", KEPT, sum("heat > 5000")),
                row("the count of those above a threshold, of one", KEPT, column("c", "if(heat > 900, 1)"), kpi("c", Figure.Aggregate.COUNT, W1)),
                row("the count of those above a threshold by text", KEPT, column("c", "if(heat > 900, 'much')"), kpi("c", Figure.Aggregate.COUNT, W1)),
                row("rounded", KEPT, sum("floor(heat / 10000 [kWh])")),
                row("the larger of two", KEPT, sum("max(heat, 5000)")),
                row("a square", KEPT, sum("heat * heat")),
                row("an inverse", KEPT, sum("1 / heat")),
                row("the share of those above a threshold, none is", KEPT, share(90_000)),
                row("the share of those above a threshold, one is not", KEPT, share(200)),
                row("the share of those above a threshold, two small ones are not", KEPT, share(600)),
                row("the maximum", KEPT, kpi("heat", Figure.Aggregate.MAXIMUM, ALL)),
                // areas drawn by the value
                row("an area by a filter on it", KEPT, kpi("heat", Figure.Aggregate.SUM, Area.where(Bench.HOUSES, "heat > 10"))),
                row("the count in an area by a filter on it", KEPT, kpi("area", Figure.Aggregate.COUNT, Area.where(Bench.HOUSES, "heat > 900 AND area = 200"))),
                row("something public in an area by a filter on it", KEPT, kpi("area", Figure.Aggregate.SUM, Area.where(Bench.HOUSES, "heat > 900 AND area = 200"))),
                row("a series in an area by a filter on it", KEPT, series(Bench.ELECTRICITY, Area.where(Bench.HOUSES, "heat > 10"))),
                row("an area by a filter on what is public", TOLD, kpi("heat", Figure.Aggregate.SUM, Area.where(Bench.HOUSES, "area > 10"))),
                // scenarios that change one
                row("one changed", KEPT, change(W1, "heat", Measure.Way.SCALE), kpi("heat", Figure.Aggregate.SUM, ALL)),
                row("all but one changed", KEPT, change(Area.of(Bench.HOUSES, List.of("w2", "w3", "e1", "e2", "o")), "heat", Measure.Way.SCALE), kpi("heat", Figure.Aggregate.SUM, ALL)),
                row("one changed that another follows from", KEPT, column("twice", "heat * 2"), change(W1, "heat", Measure.Way.SCALE), kpi("twice", Figure.Aggregate.SUM, ALL)),
                row("all changed", TOLD, change(ALL, "heat", Measure.Way.SCALE), kpi("heat", Figure.Aggregate.SUM, ALL)),
                row("the largest and the others apart", TOLD, change(OTHERS, "heat", Measure.Way.SCALE), kpi("heat", Figure.Aggregate.SUM, ALL)),
                row("one changed in a block", KEPT, summary("h", "heat", false, Statistic.SUM, ""), change(W1, "heat", Measure.Way.SCALE), blocks("h")),
                row("the series of one changed", KEPT, changeSeries(W1), series(Bench.ELECTRICITY, Area.DISTRICT)),
                row("the series of all changed", TOLD, changeSeries(Area.DISTRICT), series(Bench.ELECTRICITY, Area.DISTRICT)),
                row("the series of one changed, that a column follows from", KEPT, column("annual", "total(Electricity)"), changeSeries(W1), kpi("annual", Figure.Aggregate.SUM, ALL)),
                row("the series of one changed in a block", KEPT, summary("e", Bench.ELECTRICITY, true, Statistic.SUM, ""), changeSeries(W1),
                        series(LayerSeries.id(Bench.BLOCKS, "e"), Area.layer(Bench.BLOCKS))),
                row("one taken down", KEPT, demolish("w1"), kpi("heat", Figure.Aggregate.SUM, ALL)),
                row("the series of one taken down", KEPT, demolish("w1"), series(Bench.ELECTRICITY, Area.DISTRICT)),
                row("the series of the one that is told taken down", TOLD, demolish("e1"), series(Bench.ELECTRICITY, Area.DISTRICT)),
                // what was asked before
                row("two", TOLD, eachIsOne(), kpi("heat", Figure.Aggregate.SUM, TWO)),
                row("three", TOLD, eachIsOne(), kpi("heat", Figure.Aggregate.SUM, THREE)),
                row("two, then three", KEPT, eachIsOne(), kpi("heat", Figure.Aggregate.SUM, TWO), kpi("heat", Figure.Aggregate.SUM, THREE)),
                row("two of a multiple, then three of itself", KEPT, eachIsOne(), column("twice", "heat * 2"), kpi("twice", Figure.Aggregate.SUM, TWO), kpi("heat", Figure.Aggregate.SUM, THREE)),
                row("two of itself, then three of a multiple that is made later", KEPT, eachIsOne(), kpi("heat", Figure.Aggregate.SUM, TWO), column("twice", "heat * 2"),
                        kpi("twice", Figure.Aggregate.SUM, THREE)),
                row("two of a multiple that is taken away again, then three of itself", KEPT, eachIsOne(), column("twice", "heat * 2"), kpi("twice", Figure.Aggregate.SUM, TWO), without("twice"),
                        kpi("heat", Figure.Aggregate.SUM, THREE)),
                row("two, then three of which one is taken down", TOLD, eachIsOne(), kpi("heat", Figure.Aggregate.SUM, TWO), demolish("w3"), kpi("heat", Figure.Aggregate.SUM, THREE)),
                row("the same again", TOLD, eachIsOne(), kpi("heat", Figure.Aggregate.SUM, TWO), kpi("heat", Figure.Aggregate.SUM, TWO)));
    }

    /** Each house is one household, and two may be told of. */
    private static Ask eachIsOne() {
        return t -> {
            t.workings.perform("", t.session.dataBook().with(new Privacy(2, Map.of())));
            return Double.NaN;
        };
    }

    private static Arguments row(String name, boolean told, Ask... asks) {
        return Arguments.of(name, told, List.of(asks));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void isToldOrKept(String name, boolean told, List<Ask> asks) {
        workings.perform("", DataBook.EMPTY.with(DataRecord.of(Bench.HOUSES + "/heat").withPersonal(true)).with(DataRecord.of(Bench.ELECTRICITY).withPersonal(true))
                .with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
        double last = Double.NaN;
        for (Ask ask : asks) {
            last = ask.apply(this);
        }
        assertThat(Double.isNaN(last)).as("%s: %s", name, last).isEqualTo(!told);
    }

    /** The same questions are all answered where nothing is personal, so that none is kept for another reason. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everythingIsToldWhereNothingIsPersonal(String name, boolean told, List<Ask> asks) {
        double last = Double.NaN;
        for (Ask ask : asks) {
            last = ask.apply(this);
        }
        assertThat(last).as(name).isFinite();
    }

    private static Ask column(String name, String expression) {
        return t -> {
            t.workings.put(new DerivedColumn(Bench.HOUSES, name, "", expression));
            return Double.NaN;
        };
    }

    private static Ask without(String name) {
        return t -> {
            t.workings.remove(t.session.dataBook().column(Bench.HOUSES, name).orElseThrow());
            return Double.NaN;
        };
    }

    /** The sum of an expression over all houses, by a key figure. */
    private static Ask sum(String expression) {
        return t -> {
            String name = "sum" + t.session.dataBook().columns().size();
            t.workings.put(new DerivedColumn(Bench.HOUSES, name, "", expression));
            return kpi(name, Figure.Aggregate.SUM, ALL).apply(t);
        };
    }

    private static Ask kpi(String attribute, Figure.Aggregate how, Area area) {
        return t -> t.value(new Figure.OfAttribute(attribute, how, area, 0));
    }

    private static Ask share(double above) {
        return t -> t.value(new Figure.OfAttribute("heat", Figure.Aggregate.SHARE_ABOVE, ALL, above));
    }

    private static Ask blocks(String attribute) {
        return t -> t.value(new Figure.OfAttribute(attribute, Figure.Aggregate.SUM, Area.layer(Bench.BLOCKS), 0));
    }

    private static Ask series(String id, Area area) {
        return t -> t.value(new Figure.OfSeries(id, Figure.Aggregate.SUM, area, 0));
    }

    private static Ask summary(String name, String value, boolean ofSeries, Statistic how, String weight) {
        return t -> {
            t.workings.put(new AreaSummary(name, Bench.HOUSES, Bench.BLOCKS, value, ofSeries, how, weight, AreaSummary.Belonging.POINT));
            return Double.NaN;
        };
    }

    private static Ask change(Area area, String attribute, Measure.Way way) {
        return measure(new Measure.ChangeAttribute(area, attribute, "", way, "0.5", ""));
    }

    private static Ask changeSeries(Area area) {
        return measure(new Measure.ChangeSeries(area, Bench.ELECTRICITY, "", Measure.Way.SCALE, "", "0.5"));
    }

    private static Ask demolish(String house) {
        return measure(new Measure.Demolish(Area.of(Bench.HOUSES, List.of(house))));
    }

    private static Ask measure(Measure measure) {
        return t -> {
            t.measures.add(measure);
            return Double.NaN;
        };
    }

    private double value(Figure figure) {
        Scenario scenario = new Scenario("s", "S", "", "", List.<Assumption>of(), List.copyOf(measures));
        ScenarioBook book = new ScenarioBook(List.of(scenario), List.of(new Kpi("k", "", "", Kpi.Better.LOWER, figure)), List.of(), "");
        session.scenarioEngine().kpis(book, ""); // what it is without, is asked first
        return session.scenarioEngine().kpis(book, measures.isEmpty() ? "" : "s").get(0).value();
    }

    /** Sums over blocks; west has 7 households, east 9, of which e1 alone has 8. */
    static Stream<Arguments> sumsOverBlocks() {
        return Stream.of(
                Arguments.of("the sum", "heat", Statistic.SUM, "", "NaN 8500"),
                Arguments.of("the mean by area", "heat", Statistic.MEAN, "area", "NaN NaN"),
                Arguments.of("a multiple", "heat * 2", Statistic.SUM, "", "NaN 17000"),
                Arguments.of("one picked", "if(area = 100, heat, 0)", Statistic.SUM, "", "NaN NaN"),
                Arguments.of("the mean by a number that picks one", "heat", Statistic.MEAN, "if(area = 100, 1, 0)", "NaN NaN"),
                Arguments.of("the mean by a number that nearly picks one", "heat", Statistic.MEAN, "if(area = 100, 1000, 1)", "NaN NaN"),
                Arguments.of("the mean by something personal", "area", Statistic.MEAN, "heat", "NaN NaN"),
                Arguments.of("those above a threshold", "if(heat > 5000, 1, 0)", Statistic.SUM, "", "NaN NaN"),
                Arguments.of("the number of those above a threshold", "if(heat > 5000, 1)", Statistic.COUNT, "", "NaN NaN"),
                Arguments.of("the number of those that have a value", "heat", Statistic.COUNT, "", "3 2"),
                Arguments.of("what is not personal, by what is not personal", "area", Statistic.MEAN, "households", "242.9 400"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sumsOverBlocks")
    void isToldOrKeptOfBlocks(String name, String value, Statistic how, String weight, String expected) {
        workings.perform("", DataBook.EMPTY.with(DataRecord.of(Bench.HOUSES + "/heat").withPersonal(true)).with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
        String of = value.matches("\\w+") ? value : "v";
        String by = weight.matches("\\w*") ? weight : "w";
        if (!of.equals(value)) {
            workings.put(new DerivedColumn(Bench.HOUSES, of, "", value));
        }
        if (!by.equals(weight)) {
            workings.put(new DerivedColumn(Bench.HOUSES, by, "", weight));
        }
        summary("s", of, false, how, by).apply(this);
        var column = session.layer(Bench.BLOCKS).orElseThrow().features().attributes().column("s").orElseThrow();
        assertThat(Stream.of(column.number(0), column.number(1)).map(v -> Double.isNaN(v) ? "NaN" : String.valueOf(Math.round(v * 10) / 10.0).replaceAll("\\.0$", "")).toList())
                .as(name).isEqualTo(Arrays.asList(expected.split(" ")));
    }
}
