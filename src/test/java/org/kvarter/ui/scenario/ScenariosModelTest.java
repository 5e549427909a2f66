package org.kvarter.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

class ScenariosModelTest {

    private final Session session = Districts.session();
    private final ScenariosModel model = new ScenariosModel(session);
    private final KpisModel kpis = new KpisModel(session, Districts.inline());

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** Every building gets as many storeys more as assumed. */
    private Scenario higher() {
        Scenario made = model.create();
        model.put(made.id(), new Assumption("more", "More", Assumption.Kind.WHOLE, "", 2, 0, 9, Origin.ASSUMED, ""));
        model.add(made.id(), new Measure.ChangeAttribute(Area.layer("buildings"), "storeys", "", Measure.Way.ADD, "more", ""));
        model.put(new Kpi("storeys", "Storeys", "", Kpi.Better.LOWER, new Figure.OfAttribute("storeys", Figure.Aggregate.SUM,
                Area.layer("buildings"), 0)));
        return session.scenarios().scenario(made.id()).orElseThrow();
    }

    private double storeys() {
        return kpis.cardsProperty().get().get(0).compared().second();
    }

    @Test
    void aModelIsBuiltInOneScenarioAloneInPlaceOfFeatures() {
        Scenario made = model.create();
        var bridge = session.layer("bridges").orElseThrow();
        model.build(made.id(), List.of(bridge), Area.of("buildings", List.of("a")));
        assertThat(session.style("bridges").visible()).as("today").isFalse();
        assertThat(session.viewProperty().get().shown("bridges")).contains(true);
        assertThat(session.viewProperty().get().demolished(session.layer("buildings").orElseThrow()).stream()).containsExactly(0);
        session.undo().undo();
        assertThat(session.style("bridges").visible()).isTrue();
        assertThat(session.scenarios().scenario(made.id()).orElseThrow().measures()).isEmpty();
        session.undo().redo();
        assertThat(session.style("bridges").visible()).isFalse();
        assertThat(session.scenarios().scenario(made.id()).orElseThrow().measures()).hasSize(2);
    }

    @Test
    void keyFiguresFollowAnAssumptionAndTheScenarioShown() {
        Scenario higher = higher();
        assertThat(storeys()).isEqualTo(3 + 12 + 2 * 2);
        model.setValue(higher.id(), higher.assumptions().get(0), 5);
        assertThat(storeys()).isEqualTo(3 + 12 + 2 * 5);
        assertThat(kpis.cardsProperty().get().get(0).compared().verdict()).isEqualTo(Comparison.Verdict.WORSE);
        model.show("");
        assertThat(storeys()).isEqualTo(15);
    }

    @Test
    void everyStepIsUndoneOneByOne() {
        higher();
        ScenarioBook whole = session.scenarios();
        for (int i = 0; i < 4; i++) {
            session.undo().undo();
        }
        assertThat(session.scenarios()).isEqualTo(ScenarioBook.EMPTY);
        for (int i = 0; i < 4; i++) {
            session.undo().redo();
        }
        assertThat(session.scenarios()).isEqualTo(whole);
    }

    @Test
    void draggingASliderIsOneStep() {
        Scenario higher = higher();
        for (int value = 3; value < 9; value++) {
            model.setValue(higher.id(), higher.assumptions().get(0), value);
        }
        session.undo().undo();
        assertThat(session.scenarios().scenario(higher.id()).orElseThrow().assumptions().get(0).value()).isEqualTo(2);
    }

    @Test
    void aNewScenarioBuildsOnTheOneShownAndTakesItsAssumptionsAlong() {
        Scenario below = higher();
        Scenario above = model.create();
        assertThat(above.base()).isEqualTo(below.id());
        assertThat(above.name()).isEqualTo("Scenario 2");
        model.setValue(above.id(), below.assumptions().get(0), 7);
        assertThat(storeys()).isEqualTo(15 + 14);
        assertThat(session.scenarios().scenario(below.id()).orElseThrow().assumptions().get(0).value()).isEqualTo(2);
        assertThat(model.bases(session.scenarios().scenario(below.id()).orElseThrow())).isEmpty();
        assertThat(model.bases(above)).extracting(Scenario::id).containsExactly(below.id());
    }

    @Test
    void duplicatesRenamesAndDeletes() {
        Scenario copy = model.duplicate(higher());
        assertThat(session.scenarios().active()).isEqualTo(copy.id());
        assertThat(copy.name()).isEqualTo("Scenario 2");
        model.rename(copy, "  Much higher ");
        model.rename(copy, " ");
        assertThat(session.scenarios().scenario(copy.id()).orElseThrow().name()).isEqualTo("Much higher");
        model.delete(copy);
        assertThat(session.scenarios().scenarios()).hasSize(1);
        assertThat(session.scenarios().active()).isEmpty();
        session.undo().undo();
        assertThat(session.scenarios().active()).isEqualTo(copy.id());
    }

    @Test
    void holdsTheShownScenarioAgainstAnotherUntilThatOneIsShownItself() {
        Scenario higher = higher();
        model.compare("");
        model.compareAs(Pair.Mode.SWIPE);
        assertThat(session.scenarios().compared()).isEqualTo(new Pair("", Pair.Mode.SWIPE));
        assertThat(kpis.pairProperty().get()).singleElement().satisfies(c -> {
            assertThat(c.first()).isEqualTo(15);
            assertThat(c.second()).isEqualTo(19);
            assertThat(c.share()).isEqualTo(4 / 15.0);
        });
        session.undo().undo();
        assertThat(session.scenarios().compared().mode()).isEqualTo(Pair.Mode.SPLIT);
        model.show("");
        assertThat(session.scenarios().compared()).isNull();
        assertThat(kpis.pairProperty().get()).isEmpty();
        model.show(higher.id());
        assertThat(session.scenarios().compared()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Share of roofs,shareOfRoofs", "CO2,cO2", "2nd try,x2ndTry", "peak,peak2", "Åtgärd,åtgärd", "min,xmin", "'  ',x"})
    void makesNamesForFormulas(String title, String expected) {
        assertThat(ScenariosModel.nameFor(title, Set.of("peak"))).isEqualTo(expected);
    }

    @Test
    void tellsMeasuresInWords() {
        higher();
        List<Measure> measures = session.viewProperty().get().measures();
        assertThat(MeasureText.of(measures.get(0), session)).isEqualTo("Storeys + More");
        assertThat(MeasureText.of(measures.get(0).area(), session)).isEqualTo("Buildings");
        assertThat(MeasureText.of(Area.of("buildings", List.of("a")), session)).isEqualTo("Harbour School");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"22500000 | kWh | 22.5 GWh", "5166 | kW | 5170 kW", "51660 | kW | 51.7 MW", "0.8234 | kW | 0.823 kW",
        "123456 | | 123,000"})
    void showsLargeAmountsInLargerUnits(double value, String unit, String expected) {
        assertThat(Quantity.of(value, unit == null ? "" : unit).toString().replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-0.2171,−21.7 %", "0.0001,±0 %", "1.5,+150 %", "NaN,–"})
    void showsChangesInPercent(double share, String expected) {
        assertThat(Quantity.percent(share).replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,1,0.01", "0,40,0.2", "0,9,0.05", "-50,50,1"})
    void slidersMoveInRoundSteps(double minimum, double maximum, double step) {
        assertThat(ScenariosModel.step(new Assumption("a", "a", Assumption.Kind.NUMBER, "", 0, minimum, maximum, Origin.ASSUMED, ""))).isEqualTo(step,
                org.assertj.core.api.Assertions.within(1e-12));
    }
}
