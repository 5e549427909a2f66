package org.kvarter.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.model.FeatureKey;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Bench;
import org.kvarter.ui.Districts;
import org.kvarter.ui.filter.FilterModel;

class BenchModelTest {

    private final Session session = Bench.session();
    private final FilterModel filter = new FilterModel(session, Districts.inline());
    private final BenchModel model = new BenchModel(session, filter, Districts.inline());

    private BenchModel out() {
        model.outProperty().set(true);
        return model;
    }

    private String[] ids() {
        BenchData data = model.dataProperty().get();
        return java.util.Arrays.stream(data.rows()).mapToObj(r -> data.features().ids()[r]).toArray(String[]::new);
    }

    private static FeatureKey house(int row) {
        return new FeatureKey(Bench.HOUSES, row);
    }

    @Test
    void reckonsNothingWhileItIsAway() {
        assertThat(model.dataProperty().get()).isSameAs(BenchData.NOTHING);
        out();
        assertThat(model.layerProperty().get()).as("buildings first").isEqualTo(Bench.HOUSES);
        assertThat(ids()).hasSize(6);
        assertThat(model.charts().shown()).extracting(ChartSpec::kind).containsExactly(BenchChart.Kind.TOP, BenchChart.Kind.HISTOGRAM, BenchChart.Kind.HEAT_MAP);
    }

    @Test
    void sortsByNumbersSeriesAndNames() {
        out();
        model.orderProperty().set(new BenchModel.Order(new BenchValue.Attribute("area"), "", true));
        assertThat(ids()).containsExactly("e1", "w3", "w2", "w1", "e2", "o");
        model.orderProperty().set(new BenchModel.Order(new BenchValue.Attribute("households"), "", false));
        assertThat(ids()).as("missing last").endsWith("e2");
        model.orderProperty().set(new BenchModel.Order(new BenchValue.Whole(Bench.ELECTRICITY), "", true));
        assertThat(ids()).startsWith("o", "e2");
        model.orderProperty().set(new BenchModel.Order(null, "", false));
        assertThat(ids()).containsExactly("e1", "e2", "o", "w1", "w2", "w3");
    }

    @Test
    void showsWhatTheFilterLeavesOrWhatIsSelected() {
        out();
        model.scopeProperty().set(BenchModel.Scope.FILTERED);
        filter.type("area > 150");
        assertThat(ids()).containsExactly("w2", "w3", "e1");
        model.scopeProperty().set(BenchModel.Scope.SELECTED);
        assertThat(ids()).isEmpty();
        SelectFeatures.only(session, List.of(house(4), new FeatureKey(Bench.BLOCKS, 0)));
        assertThat(ids()).containsExactly("e2");
    }

    @Test
    void selectionGoesBothWaysAndIsUndone() {
        out();
        model.select(IntStream.of(1, 2), false);
        assertThat(session.selection()).containsExactly(house(1), house(2));
        assertThat(model.selectedProperty().get().stream()).containsExactly(1, 2);
        model.select(IntStream.of(3), true);
        assertThat(session.selection()).hasSize(3);
        model.toggle(1);
        assertThat(model.selectedProperty().get().stream()).containsExactly(2, 3);
        session.undo().undo();
        session.undo().undo();
        assertThat(model.selectedProperty().get().stream()).containsExactly(1, 2);
        SelectFeatures.only(session, List.of());
        assertThat(model.selectedProperty().get().isEmpty()).isTrue();
    }

    @Test
    void seriesFollowTheShownScenario() {
        out();
        BenchValue whole = new BenchValue.Whole(Bench.ELECTRICITY);
        assertThat(model.dataProperty().get().values(whole)[2]).as("3 + 6 + 9").isEqualTo(18);
        Measure half = new Measure.ChangeSeries(Area.where(Bench.HOUSES, "area = 300"), Bench.ELECTRICITY, "", Measure.Way.SCALE, "", "0.5");
        session.scenariosProperty().set(new ScenarioBook(List.of(new Scenario("x", "Half", "", "", List.of(), List.of(half))), List.of(), List.of(), "x"));
        assertThat(model.dataProperty().get().values(whole)[2]).isEqualTo(9);
        assertThat(model.dataProperty().get().values(whole)[1]).isEqualTo(12);
        assertThat(model.scenario()).isEqualTo("Half");
    }

    @Test
    void followsTheClock() {
        out();
        session.clock().startProperty().set(Bench.electricity().axis().start());
        session.clock().endProperty().set(Bench.electricity().axis().end());
        session.clock().setWithinRange(Bench.electricity().axis().at(1));
        assertThat(model.dataProperty().get().values(new BenchValue.Now(Bench.ELECTRICITY))).startsWith(2, 4, 6);
    }

    @Test
    void chartsKeepToTheLayer() {
        out();
        model.charts().add(BenchChart.Kind.SCATTER);
        ChartSpec scatter = model.charts().shown().get(3);
        assertThat(scatter.x()).isNotNull().isNotEqualTo(scatter.y());
        assertThat(model.charts().choices(BenchChart.Kind.HEAT_MAP)).containsExactly(new BenchValue.Whole(Bench.ELECTRICITY));
        session.series().remove(Bench.ELECTRICITY);
        assertThat(model.charts().shown()).extracting(ChartSpec::x).containsNull();
    }

    @Test
    void chosenChartsAreKeptWithTheProjectAndUndone() throws Exception {
        new org.kvarter.session.bench.Workings(session, Districts.inline()).put(new org.kvarter.analysis.AreaSummary("heat of it", Bench.HOUSES, Bench.BLOCKS, "heat", false,
                org.kvarter.analysis.Statistic.SUM, "", org.kvarter.analysis.AreaSummary.Belonging.POINT));
        out();
        List<ChartSpec> proposed = List.copyOf(model.charts().shown());
        model.charts().add(BenchChart.Kind.SCATTER);
        model.charts().replace(0, model.charts().shown().get(0).withX(new BenchValue.Attribute("area")));
        model.charts().remove(1);
        List<ChartSpec> chosen = List.copyOf(model.charts().shown());
        assertThat(chosen).extracting(ChartSpec::kind).containsExactly(BenchChart.Kind.TOP, BenchChart.Kind.HEAT_MAP, BenchChart.Kind.SCATTER);
        model.layerProperty().set(Bench.BLOCKS);
        assertThat(model.charts().shown()).as("another layer has its own").isNotEqualTo(chosen);
        model.layerProperty().set(Bench.HOUSES);
        assertThat(model.charts().shown()).isEqualTo(chosen);

        org.kvarter.project.ProjectDocument read = org.kvarter.project.ProjectDocument.EMPTY.withDataBook(session.dataBook());
        java.nio.file.Path file = java.nio.file.Files.createTempFile("charts", ".json");
        var store = new org.kvarter.project.ProjectStore(file.getParent());
        store.save(read, file, org.kvarter.task.Progress.NONE);
        assertThat(store.open(file, org.kvarter.task.Progress.NONE).document().dataBook()).isEqualTo(session.dataBook());
        java.nio.file.Files.delete(file);

        session.undo().undo();
        assertThat(model.charts().shown()).hasSize(4);
        session.undo().undo();
        session.undo().undo();
        assertThat(model.charts().shown()).isEqualTo(proposed);
        session.undo().redo();
        assertThat(model.charts().shown()).hasSize(4);
    }

    @Test
    void aChartOfWhatIsNotThereNowIsNotForgotten() {
        out();
        model.charts().add(BenchChart.Kind.HEAT_MAP);
        var el = session.series().remove(Bench.ELECTRICITY);
        model.charts().remove(0);
        assertThat(model.charts().shown()).extracting(ChartSpec::x).containsNull();
        session.series().put(Bench.ELECTRICITY, el);
        assertThat(model.charts().shown()).extracting(ChartSpec::x).doesNotContainNull();
    }

    @Test
    void summedBlocksComeOntoTheBench() {
        new org.kvarter.session.bench.Workings(session, Districts.inline()).put(new org.kvarter.analysis.AreaSummary("heat of it", Bench.HOUSES, Bench.BLOCKS, "heat", false,
                org.kvarter.analysis.Statistic.SUM, "", org.kvarter.analysis.AreaSummary.Belonging.POINT));
        out();
        model.layerProperty().set(Bench.BLOCKS);
        assertThat(model.dataProperty().get().values(new BenchValue.Attribute("heat of it"))).containsExactly(10_000, 8_500);
    }
}
