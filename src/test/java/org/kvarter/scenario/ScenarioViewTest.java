package org.kvarter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.scenario.Measure.Way.ADD;
import static org.kvarter.scenario.SmallTown.change;
import static org.kvarter.scenario.SmallTown.scenario;
import static org.kvarter.scenario.SmallTown.share;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;

class ScenarioViewTest {

    private final Layer houses = SmallTown.district().layers().get(0);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ScenarioView view(SmallTown town, Scenario... scenarios) {
        ScenarioBook book = new ScenarioBook(List.of(scenarios), List.of(), List.of(), "");
        return town.engine().view(book, scenarios[scenarios.length - 1].id());
    }

    private double homes(ScenarioView view, int row) {
        return view.features(houses).attributes().column("homes").orElseThrow().number(row);
    }

    private static Measure attribute(String filter, Measure.Way way, String amount, String text) {
        return new Measure.ChangeAttribute(Area.where("houses", filter), text.isEmpty() ? "homes" : "use", "", way, amount, text);
    }

    @Test
    void leavesWhatItDoesNotChangeAsItIs() {
        SmallTown town = new SmallTown();
        BaseData base = town.base();
        Layer layer = base.district().layers().get(0);
        ScenarioView view = new ScenarioEngine(base).view(SmallTown.book(scenario("s", List.of())), "s");
        assertThat(view.features(layer)).isSameAs(layer.features());
        assertThat(view.series("load").orElseThrow()).isSameAs(base.series().get("load"));
        assertThat(view.changed(layer, new ScenarioEngine(base).view(ScenarioBook.EMPTY, "")).isEmpty()).isTrue();
    }

    @Test
    void givesFeaturesOtherAttributes() {
        ScenarioView view = view(new SmallTown(), scenario("s", List.of(share("f", 0.5)), attribute("use = 'home'", Measure.Way.SCALE, "f", ""),
                attribute("use = 'office'", Measure.Way.SET, "7", ""), attribute("use = 'office'", Measure.Way.SET, "", "home")));
        var attributes = view.features(houses).attributes();
        assertThat(new double[] {homes(view, 0), homes(view, 1), homes(view, 2)}).containsExactly(5, 10, 7);
        assertThat(attributes.value("use", 2)).isEqualTo("home");
        assertThat(houses.features().attributes().value("use", 2)).isEqualTo("office");
    }

    @Test
    void readsASeriesAsASumWithoutCopyingIt() {
        SmallTown town = new SmallTown().with("sun", SmallTown.HOURS, "b a", 0, 0, 0, 2, 30, 0, 0, 0);
        SeriesView load = view(town, scenario("s", List.of(share("roofs", 0.5)), change("load", ADD, "sun", "-roofs"))).series("load").orElseThrow();
        assertThat(SeriesValues.over(load, 1, 2, SeriesValues.Aggregation.SUM)).containsExactly(1, 10, 5);
        assertThat(SeriesValues.over(load, 0, 4, SeriesValues.Aggregation.SUM)).containsExactly(9, 25, 10);
        assertThat(SeriesValues.sumOfPlaces(load, new int[] {0, 1})).containsExactly(11, 11, -2, 14);
    }

    /** What is not there uses nothing: not on the map, not in a sum, not where a measure changes it besides; a share of what others use stays theirs. */
    @Test
    void whatIsTakenDownUsesNothing() {
        Measure demolish = new Measure.Demolish(Area.of("houses", List.of("c")));
        SmallTown town = new SmallTown();
        SeriesView load = view(town, scenario("s", List.of(), demolish)).series("load").orElseThrow();
        assertThat(SeriesValues.over(load, 1, 2, SeriesValues.Aggregation.SUM)).containsExactly(2, 10, Double.NaN);
        assertThat(sum(town, demolish)).isEqualTo(50);
        assertThat(sum(town)).isEqualTo(60);
        assertThat(sum(town, demolish, change("load", Measure.Way.SCALE, "", "2"))).isEqualTo(100);
        assertThat(sum(town, demolish, new Measure.ChangeSeries(Area.of("houses", List.of("c")), "load", "", Measure.Way.SCALE, "", "0"))).as("not taken away twice").isEqualTo(50);
        assertThat(sum(town, demolish, change("load", ADD, "", "1"))).as("one more in each hour of the two that stay").isEqualTo(58);
        ScenarioBook book = new ScenarioBook(List.of(scenario("s", List.of(), demolish)), List.of(new Kpi("n", "n", "", Kpi.Better.LOWER,
                new Figure.OfSeries("load", Figure.Aggregate.COUNT, Area.DISTRICT, 0))), List.of(), "");
        assertThat(town.engine().kpis(book, "s").get(0).value()).isEqualTo(2);
    }

    private static double sum(SmallTown town, Measure... measures) {
        Kpi kpi = new Kpi("k", "k", "kWh", Kpi.Better.LOWER, new Figure.OfSeries("load", Figure.Aggregate.SUM, Area.DISTRICT, 0));
        return town.engine().kpis(new ScenarioBook(List.of(scenario("s", List.of(), measures)), List.of(kpi), List.of(), ""), "s").get(0).value();
    }

    @Test
    void tellsWhichFeaturesChange() {
        SmallTown town = new SmallTown().with("sun", SmallTown.HOURS, "b", 0, 1, 2, 0);
        town.with("sun", SmallTown.HOURS, "b x", 0, 0, 1, 0, 2, 0, 0, 0);
        assertThat(changed(town, List.of(), change("load", ADD, "sun", "-1"))).containsExactly(1);
        assertThat(changed(town, List.of(share("none", 0)), change("load", ADD, "sun", "none"))).isEmpty();
        assertThat(changed(town, List.of(), change("made", ADD, "sun", "1"))).containsExactly(1);
        assertThat(changed(town, List.of(), change("load", Measure.Way.SCALE, "", "0.5"))).containsExactly(0, 1, 2);
        assertThat(changed(town, List.of(), attribute("homes > 15", Measure.Way.ADD, "1", ""))).containsExactly(1);
        assertThat(changed(town, List.of(), new Measure.Demolish(Area.of("houses", List.of("c"))))).containsExactly(2);
    }

    private List<Integer> changed(SmallTown town, List<Assumption> assumptions, Measure measure) {
        ScenarioEngine engine = town.engine();
        ScenarioBook book = SmallTown.book(scenario("s", assumptions, measure));
        List<Integer> rows = engine.view(book, "s").changed(houses, engine.view(book, "")).stream().boxed().toList();
        assertThat(engine.view(book, "").changed(houses, engine.view(book, "s")).stream().boxed()).isEqualTo(rows);
        return rows;
    }

    @Test
    void doesNotTellOfWhatTwoScenariosHaveInCommon() {
        SmallTown town = new SmallTown().with("sun", SmallTown.HOURS, "b c", 0, 0, 1, 0, 2, 0, 0, 0);
        Measure common = change("load", ADD, "sun", "-1");
        ScenarioBook book = new ScenarioBook(List.of(scenario("one", List.of(), common), scenario("two", List.of(), common,
                attribute("homes < 15", Measure.Way.ADD, "1", ""))), List.of(), List.of(), "");
        ScenarioEngine engine = town.engine();
        assertThat(engine.view(book, "two").changed(houses, engine.view(book, "one")).stream()).containsExactly(0);
    }

    @Test
    void aSeriesOfOnePlaceCountsForEveryPlace() {
        SmallTown town = new SmallTown().with("profile", SmallTown.HOURS, "all", 1, 0, 0, 0);
        SeriesView load = view(town, scenario("s", List.of(), change("load", ADD, "profile", "2"))).series("load").orElseThrow();
        assertThat(SeriesValues.over(load, 0, 1, SeriesValues.Aggregation.SUM)).containsExactly(3, 12, 2);
    }

    @Test
    void buildsOnAnotherScenarioWhoseAssumptionsItMayReplace() {
        Scenario below = scenario("below", List.of(share("f", 0.5)), attribute("use = 'home'", Measure.Way.SCALE, "f", ""));
        Scenario above = new Scenario("above", "Above", "", "below", List.of(share("f", 0.1)), List.of(attribute("use = 'home'", Measure.Way.ADD, "1", "")));
        assertThat(homes(view(new SmallTown(), below, above), 1)).isEqualTo(3);
    }

    @Test
    void saysWhatIsNotUnderstoodAndDoesTheRest() {
        Scenario a = new Scenario("a", "A", "", "b", List.of(), List.of(attribute("homes > 15", Measure.Way.SET, "1", ""),
                attribute("homes >", Measure.Way.SET, "9", ""), attribute("", Measure.Way.SET, "lost * 2", "")));
        Scenario b = new Scenario("b", "B", "", "a", List.of(), List.of());
        ScenarioView view = view(new SmallTown(), b, a);
        assertThat(homes(view, 1)).isEqualTo(1);
        assertThat(homes(view, 0)).isEqualTo(10);
        assertThat(view.problems()).hasSize(3).anySatisfy(p -> assertThat(p).contains("builds on itself"))
                .anySatisfy(p -> assertThat(p).contains("lost")).anySatisfy(p -> assertThat(p).contains("homes >"));
    }

    @Test
    void aScenarioThatIsDeletedLeavesItsWorkToThoseThatBuildOnIt() {
        Scenario below = scenario("below", List.of(share("f", 0.5), share("g", 0.2)), attribute("", Measure.Way.SCALE, "f", ""));
        Scenario above = new Scenario("above", "Above", "", "below", List.of(share("f", 0.1)), List.of());
        ScenarioBook book = new ScenarioBook(List.of(below, above), List.of(), List.of(), "below").without("below");
        assertThat(book.active()).isEmpty();
        assertThat(book.scenarios()).hasSize(1);
        assertThat(book.scenarios().get(0).base()).isEmpty();
        assertThat(homes(new SmallTown().engine().view(book, "above"), 1)).isEqualTo(2);
        assertThat(book.scenarios().get(0).assumption("g")).isPresent();
    }
}
