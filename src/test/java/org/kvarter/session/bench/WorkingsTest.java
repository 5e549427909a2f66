package org.kvarter.session.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.AreaSummary.Belonging;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Privacy;
import org.kvarter.analysis.Statistic;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.model.District;
import org.kvarter.project.ProjectStore;
import org.kvarter.scenario.Origin;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.task.Progress;
import org.kvarter.ui.Districts;

class WorkingsTest {

    private final Session session = Bench.session();
    private final Workings workings = new Workings(session, Districts.inline());

    private org.kvarter.model.NumberColumn column(String layer, String name) {
        return session.layer(layer).orElseThrow().features().attributes().column(name).map(org.kvarter.model.NumberColumn.class::cast).orElse(null);
    }

    private static AreaSummary summary(String name, String value, boolean series, Statistic how, String weight) {
        return new AreaSummary(name, Bench.HOUSES, Bench.BLOCKS, value, series, how, weight, Belonging.POINT);
    }

    @Test
    void anExpressionIsAnAttributeLikeAnyOtherAndUndone() throws Exception {
        workings.put(new DerivedColumn(Bench.HOUSES, "specific", "", "heat / area"));
        assertThat(column(Bench.HOUSES, "specific").unit()).isEqualTo("kWh/m²");
        assertThat(column(Bench.HOUSES, "specific").number(1)).isEqualTo(15);
        assertThat(FeatureFilter.compile("specific > 15").matches(session.layer(Bench.HOUSES).orElseThrow().features()).stream()).containsExactly(2, 3);
        session.undo().undo();
        assertThat(column(Bench.HOUSES, "specific")).isNull();
        session.undo().redo();
        assertThat(column(Bench.HOUSES, "specific").number(2)).isEqualTo(20);
    }

    @Test
    void expressionsBuildOnEachOtherInAnyOrder() {
        session.dataBookProperty().set(DataBook.EMPTY.with(new DerivedColumn(Bench.HOUSES, "dear", "", "cost > 2000 AND use = 'office'"))
                .with(new DerivedColumn(Bench.HOUSES, "cost", "kr", "heat * 0.5 [kr/kWh]")));
        assertThat(column(Bench.HOUSES, "cost").number(3)).isEqualTo(4000);
        assertThat(column(Bench.HOUSES, "dear").value(3)).isEqualTo(true);
        assertThat(column(Bench.HOUSES, "dear").value(2)).isEqualTo(false);
        assertThat(workings.problemsProperty().get()).isEmpty();
    }

    @Test
    void whatCannotBeReckonedIsToldAndComesWhenItCan() {
        DerivedColumn annual = new DerivedColumn(Bench.HOUSES, "annual", "", "total(Electricity) / area");
        SeriesView electricity = session.series().remove(Bench.ELECTRICITY);
        workings.put(annual);
        assertThat(workings.problemsProperty().get().get(annual)).contains("Electricity");
        session.series().put(Bench.ELECTRICITY, electricity);
        assertThat(workings.problemsProperty().get()).isEmpty();
        assertThat(column(Bench.HOUSES, "annual").number(1)).as("(2 + 4 + 6) kWh / 200 m²").isEqualTo(0.06);
        DerivedColumn circle = new DerivedColumn(Bench.HOUSES, "x", "", "x + 1");
        workings.put(circle);
        assertThat(workings.problemsProperty().get()).containsOnlyKeys(circle);
        DerivedColumn taken = new DerivedColumn(Bench.HOUSES, "area", "", "1");
        workings.put(taken);
        assertThat(workings.problemsProperty().get().get(taken)).contains("area");
        assertThat(column(Bench.HOUSES, "area").number(0)).isEqualTo(100);
    }

    @Test
    void followsLayersThatAreReadAgain() {
        workings.put(new DerivedColumn(Bench.HOUSES, "double", "", "heat * 2"));
        org.kvarter.model.NumberColumn before = column(Bench.HOUSES, "double");
        session.districtProperty().set(Bench.district());
        assertThat(column(Bench.HOUSES, "double").number(0)).isEqualTo(2000);
        org.kvarter.model.NumberColumn again = column(Bench.HOUSES, "double");
        session.districtProperty().set(new District("Other name", session.district().frame(), session.district().layers()));
        assertThat(column(Bench.HOUSES, "double")).as("the same object, where nothing changed").isSameAs(again);
        assertThat(before.number(0)).isEqualTo(2000);
    }

    @Test
    void sumsUpOverAreasByHand() {
        workings.put(summary("heat sum", "heat", false, Statistic.SUM, ""));
        workings.put(summary("heat mean", "heat", false, Statistic.MEAN, ""));
        workings.put(summary("specific", "heat", false, Statistic.MEAN, "area"));
        workings.put(summary("houses in it", "", false, Statistic.COUNT, ""));
        workings.put(summary("median", "area", false, Statistic.MEDIAN, ""));
        workings.put(summary("largest", "area", false, Statistic.MAXIMUM, ""));
        assertThat(column(Bench.BLOCKS, "heat sum").values()).containsExactly(10_000, 8_500);
        assertThat(column(Bench.BLOCKS, "heat sum").unit()).isEqualTo("kWh");
        assertThat(column(Bench.BLOCKS, "heat mean").values()).containsExactly(10_000 / 3.0, 4_250);
        assertThat(column(Bench.BLOCKS, "specific").values()).as("weighted by floor area: (1000·100 + 3000·200 + 6000·300) / 600 …")
                .containsExactly(2_500_000 / 600.0, 3_250_000 / 500.0);
        assertThat(column(Bench.BLOCKS, "houses in it").values()).containsExactly(3, 2);
        assertThat(column(Bench.BLOCKS, "median").values()).containsExactly(200, 250);
        assertThat(column(Bench.BLOCKS, "largest").values()).containsExactly(300, 400);
        session.undo().undo();
        assertThat(column(Bench.BLOCKS, "largest")).isNull();
    }

    @Test
    void aSeriesForEveryArea() {
        AreaSummary sum = summary("electricity of blocks", Bench.ELECTRICITY, true, Statistic.SUM, "");
        workings.put(sum);
        SeriesTable made = (SeriesTable) session.series().get(LayerSeries.id(Bench.BLOCKS, "electricity of blocks"));
        assertThat(made.keys()).containsExactly("west", "east");
        assertThat(made.values()).as("west 1 + 2 + 3, east 4 + 5, then twice and three times as much").containsExactly(6, 9, 12, 18, 18, 27);
        assertThat(session.seriesTarget(made.id()).orElseThrow().layerId()).isEqualTo(Bench.BLOCKS);
        workings.put(new DerivedColumn(Bench.BLOCKS, "peak", "", "peak(\"electricity of blocks\")"));
        assertThat(column(Bench.BLOCKS, "peak").values()).as("reckoned on").containsExactly(18, 27);
        workings.put(summary("weighted", Bench.ELECTRICITY, true, Statistic.MEAN, "area"));
        assertThat(((SeriesTable) session.series().get(LayerSeries.id(Bench.BLOCKS, "weighted"))).value(0, 0)).as("(1·100 + 2·200 + 3·300) / 600").isEqualTo(1400 / 600f);
        workings.remove(sum);
        assertThat(session.series()).doesNotContainKey(made.id());
    }

    /** Of a house that a scenario takes down, nothing is in the sums of its block; of the one that has none left, nothing at all. */
    @Test
    void sumsOverAreasAreWithoutWhatIsTakenDown() {
        workings.put(summary("heat sum", "heat", false, Statistic.SUM, ""));
        workings.put(summary("houses in it", "", false, Statistic.COUNT, ""));
        workings.put(summary("electricity of blocks", Bench.ELECTRICITY, true, Statistic.SUM, ""));
        String blocks = LayerSeries.id(Bench.BLOCKS, "electricity of blocks");
        session.scenariosProperty().set(new org.kvarter.scenario.ScenarioBook(java.util.List.of(new org.kvarter.scenario.Scenario("x", "Down", "", "", java.util.List.of(), java.util.List.of(
                new org.kvarter.scenario.Measure.Demolish(org.kvarter.scenario.Area.of(Bench.HOUSES, java.util.List.of("w3", "e1")))))), java.util.List.of(), java.util.List.of(), "x"));
        var view = session.viewProperty().get();
        var attributes = view.features(session.layer(Bench.BLOCKS).orElseThrow()).attributes();
        assertThat(new double[] {attributes.column("heat sum").orElseThrow().number(0), attributes.column("heat sum").orElseThrow().number(1)}).containsExactly(4_000, 500);
        assertThat(new double[] {attributes.column("houses in it").orElseThrow().number(0), attributes.column("houses in it").orElseThrow().number(1)}).containsExactly(2, 1);
        double[] moment = new double[2];
        view.series(blocks).orElseThrow().read(1, moment);
        assertThat(moment).as("2 · (1 + 2), 2 · 5").containsExactly(6, 10);
        session.scenariosProperty().set(session.scenarios().withActive(""));
        session.viewProperty().get().series(blocks).orElseThrow().read(1, moment);
        assertThat(moment).containsExactly(12, 18);
    }

    /** A scenario halves the heat of w3 and its electricity. */
    @Test
    void whatIsReckonedFollowsTheShownScenario() {
        workings.put(new DerivedColumn(Bench.HOUSES, "specific", "", "heat / area"));
        workings.put(new DerivedColumn(Bench.HOUSES, "annual", "", "total(Electricity)"));
        workings.put(new DerivedColumn(Bench.HOUSES, "roof", "", "area * 1"));
        workings.put(summary("heat sum", "heat", false, Statistic.SUM, ""));
        workings.put(summary("electricity of blocks", Bench.ELECTRICITY, true, Statistic.SUM, ""));
        workings.put(new DerivedColumn(Bench.BLOCKS, "twice", "", "\"heat sum\" * 2"));
        String blocks = LayerSeries.id(Bench.BLOCKS, "electricity of blocks");
        org.kvarter.scenario.Area w3 = org.kvarter.scenario.Area.of(Bench.HOUSES, java.util.List.of("w3"));
        org.kvarter.scenario.Kpi kpi = new org.kvarter.scenario.Kpi("k", "k", "kWh", org.kvarter.scenario.Kpi.Better.LOWER,
                new org.kvarter.scenario.Figure.OfSeries(blocks, org.kvarter.scenario.Figure.Aggregate.SUM, org.kvarter.scenario.Area.of(Bench.BLOCKS, java.util.List.of("west")), 0), false);
        session.scenariosProperty().set(new org.kvarter.scenario.ScenarioBook(java.util.List.of(new org.kvarter.scenario.Scenario("x", "Half", "", "", java.util.List.of(), java.util.List.of(
                new org.kvarter.scenario.Measure.ChangeAttribute(w3, "heat", "", org.kvarter.scenario.Measure.Way.SCALE, "0.5", ""),
                new org.kvarter.scenario.Measure.ChangeSeries(w3, Bench.ELECTRICITY, "", org.kvarter.scenario.Measure.Way.SCALE, "", "0.5")))), java.util.List.of(kpi), java.util.List.of(), "x"));
        var view = session.viewProperty().get();
        var houses = view.features(session.layer(Bench.HOUSES).orElseThrow()).attributes();
        assertThat(houses.column("specific").orElseThrow().number(2)).as("20 without it").isEqualTo(10);
        assertThat(houses.column("specific").orElseThrow().number(1)).isEqualTo(15);
        assertThat(houses.column("annual").orElseThrow().number(2)).as("18 without it").isEqualTo(9);
        assertThat(houses.column("roof").orElseThrow()).as("not concerned").isSameAs(column(Bench.HOUSES, "roof"));
        var areas = view.features(session.layer(Bench.BLOCKS).orElseThrow()).attributes();
        assertThat(areas.column("heat sum").orElseThrow().number(0)).isEqualTo(7_000);
        assertThat(areas.column("twice").orElseThrow().number(0)).isEqualTo(14_000);
        assertThat(areas.column("heat sum").orElseThrow().number(1)).isEqualTo(8_500);
        double[] hour = new double[2];
        view.series(blocks).orElseThrow().read(0, hour);
        assertThat(hour).containsExactly(4.5, 9);
        assertThat(session.scenarioEngine().kpis(session.scenarios(), "x").get(0).value()).as("(1 + 2 + 1.5) · 6").isEqualTo(27);
        assertThat(session.scenarioEngine().kpis(session.scenarios(), "").get(0).value()).isEqualTo(36);
        session.scenariosProperty().set(session.scenarios().withActive(""));
        assertThat(session.viewProperty().get().series(blocks).orElseThrow()).isSameAs(session.series().get(blocks));
    }

    @Test
    void isKeptInTheProject(@TempDir Path folder) throws Exception {
        workings.put(new DerivedColumn(Bench.HOUSES, "specific", "MWh/ha", "heat / area"));
        workings.put(summary("heat sum", "heat", false, Statistic.SUM, "area"));
        workings.perform("", session.dataBook().with(new DataRecord(Bench.HOUSES, Origin.MEASURED, "the utility", "2025-03-01", "meters.json", "CC BY 4.0", true))
                .with(new Privacy(7, java.util.Map.of(Bench.HOUSES, "households"))));
        ProjectStore store = new ProjectStore(folder.resolve("unpacked"));
        Path file = folder.resolve("p.json");
        store.save(SessionDocument.of(session), file, Progress.NONE);
        assertThat(store.open(file, Progress.NONE).document().dataBook()).isEqualTo(session.dataBook());
    }
}
