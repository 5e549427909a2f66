package org.kvarter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.scenario.SmallTown.kpi;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhereFromTest {

    private final SmallTown town = new SmallTown().with("sun", SmallTown.HOURS, "b a", 0, 0, 0, 2, 30, 0, 0, 0);
    private final Scenario solar = SmallTown.scenario("solar", List.of(SmallTown.share("roofs", 0.4)),
            SmallTown.change("load", Measure.Way.ADD, "sun", "-roofs"));
    private final Kpi total = kpi("total", new Figure.OfSeries("load", Figure.Aggregate.SUM, Area.DISTRICT, 0));
    private final Kpi each = kpi("each", new Figure.Computed("total / homes"));
    private final Kpi homes = new Kpi("homes", "Homes", "", Kpi.Better.NEITHER, new Figure.OfAttribute("homes", Figure.Aggregate.SUM, Area.layer("houses"), 0));
    private final ScenarioBook book = new ScenarioBook(List.of(solar), List.of(total, each, homes),
            List.of(new DataNote("load", Origin.MEASURED, "grid company"), new DataNote("sun", Origin.MODELLED, "")), "");

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @Test
    void namesFormulaTablesFilesAndAssumptions() {
        Provenance from = town.engine().whereFrom(book, "solar", total);
        assertThat(from.formula()).isEqualTo("Sum over all intervals of: load − 0.4 × sun · whole district");
        assertThat(from.inputs()).containsExactly(
                new Provenance.Input(Provenance.Kind.SERIES, "load", Double.NaN, "kWh", Origin.MEASURED, "load.csv · grid company"),
                new Provenance.Input(Provenance.Kind.SERIES, "sun", Double.NaN, "kWh", Origin.MODELLED, "sun.csv"),
                new Provenance.Input(Provenance.Kind.ASSUMPTION, "roofs", 40, "%", Origin.ASSUMED, "a guess"));
    }

    @Test
    void followsAFormulaDownToItsData() {
        Provenance from = town.engine().whereFrom(book, "", each);
        assertThat(from.value()).isEqualTo(2);
        assertThat(from.formula()).isEqualTo("[total] / [Homes]");
        assertThat(from.inputs()).extracting(Provenance.Input::name).containsExactlyInAnyOrder("total", "Homes", "load", "Houses: homes");
        assertThat(from.inputs()).filteredOn(i -> i.name().equals("Houses: homes")).singleElement()
                .satisfies(i -> assertThat(i.source()).isEqualTo("town.json"));
    }

    @Test
    void comparesWithAVerdict() {
        List<Comparison> compared = town.engine().compare(book, "", "solar");
        assertThat(compared.get(0).difference()).isEqualTo(-12.8, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(compared.get(0).share()).isEqualTo(-12.8 / 60, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(compared).extracting(Comparison::verdict).containsExactly(Comparison.Verdict.BETTER, Comparison.Verdict.BETTER,
                Comparison.Verdict.SAME);
    }
}
