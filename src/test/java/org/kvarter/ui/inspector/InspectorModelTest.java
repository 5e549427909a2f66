package org.kvarter.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.ui.Districts.building;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Provenance;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

class InspectorModelTest {

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final Session session = Districts.session();
    private final InspectorModel model = new InspectorModel(session);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.UK);
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static String value(InspectorContent content, String name) {
        return content.groups().stream().flatMap(g -> g.lines().stream()).filter(l -> l.name().equals(name)).findFirst().orElseThrow().value();
    }

    @Test
    void oneFeatureGoesByNameElseAddressElseId() {
        session.selection().add(building(0));
        assertThat(model.content().title()).isEqualTo("Harbour School");
        session.selection().clear();
        session.selection().add(building(1));
        assertThat(model.content().title()).isEqualTo("Strandgatan 4");
        session.selection().clear();
        session.selection().add(building(3));
        assertThat(model.content().title()).isEqualTo("c");
    }

    @Test
    void valuesCarryUnitsAndThePartShowsItsBuilding() {
        session.selection().add(building(0));
        assertThat(value(model.content(), "area")).isEqualTo("900\u00a0m²");
        session.selection().clear();
        session.selection().add(building(2));
        assertThat(value(model.content(), "storeys")).isEqualTo("12");
    }

    @Test
    void aScenariosValueStandsWithTodaysAndWhereItComesFrom() {
        Assumption floors = new Assumption("floors", "Floors added", Assumption.Kind.WHOLE, "", 2, 0, 5, Origin.ASSUMED, "a sketch");
        Scenario higher = new Scenario("x", "Higher", "", "", List.of(floors), List.of(
                new Measure.ChangeAttribute(Area.of("buildings", List.of("a")), "storeys", "", Measure.Way.ADD, "floors * 2", ""),
                new Measure.ChangeAttribute(Area.of("buildings", List.of("a")), "use", "", Measure.Way.SET, "", "homes"),
                new Measure.ChangeAttribute(Area.of("buildings", List.of("b")), "plants", "st", Measure.Way.SET, "7", "")));
        session.scenariosProperty().set(new ScenarioBook(List.of(higher), List.of(), List.of(), "x"));
        session.selection().add(building(0));
        Property storeys = line(model.content(), "storeys");
        assertThat(storeys.value()).isEqualTo("7");
        assertThat(storeys.before()).isEqualTo("Today 3");
        assertThat(line(model.content(), "area").before()).isEmpty();
        assertThat(line(model.content(), "use").before()).isEqualTo("Today school");
        Provenance from = model.whereFrom(storeys.origin()).orElseThrow();
        assertThat(from.formula()).isEqualTo("3 + ([Floors added] × 2)");
        assertThat(from.inputs()).extracting(Provenance.Input::source).containsExactly("small.json", "a sketch");
        session.selection().add(building(1));
        assertThat(line(model.content(), "storeys").before()).as("mean of 3 and 12").isEqualTo("Today 7.5");
        session.selection().remove(building(0));
        assertThat(line(model.content(), "plants").before()).isEqualTo("Today none");
        session.scenariosProperty().set(session.scenarios().withActive(""));
        assertThat(line(model.content(), "storeys").before()).isEmpty();
    }

    private static Property line(InspectorContent content, String name) {
        return content.groups().stream().flatMap(g -> g.lines().stream()).filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void remarksOfTheFeatureAreShownWithIt() {
        session.selection().add(building(3));
        assertThat(model.content().diagnostics()).hasSize(1);
        session.selection().clear();
        session.selection().add(building(0));
        assertThat(model.content().diagnostics()).isEmpty();
    }

    @Test
    void severalAreSummedWhereThatMakesSense() {
        session.selection().addAll(List.of(building(0), building(1)));
        InspectorContent content = model.content();
        List<Property> lines = content.groups().stream().flatMap(g -> g.lines().stream()).toList();
        assertThat(lines).anySatisfy(l -> {
            assertThat(l.name()).isEqualTo("area");
            assertThat(l.value()).isEqualTo("2450\u00a0m²");
            assertThat(l.second()).isEqualTo("4900\u00a0m²");
        });
        assertThat(lines).anySatisfy(l -> {
            assertThat(l.name()).isEqualTo("storeys");
            assertThat(l.value()).isEqualTo("7.5");
            assertThat(l.second()).isEmpty();
        });
    }

    @Test
    void searchKeepsWhatHoldsTheWord() {
        session.selection().add(building(0));
        InspectorContent found = model.content().searched("STOR");
        assertThat(found.groups()).hasSize(1);
        assertThat(found.groups().get(0).lines()).extracting(Property::name).containsExactly("storeys");
    }

    @Test
    void pinsAndReleases() {
        session.selection().add(building(0));
        List<org.kvarter.model.FeatureKey> keys = model.content().keys();
        model.togglePin(keys);
        assertThat(session.pinned()).containsExactly(building(0));
        session.undo().undo();
        assertThat(session.pinned()).isEmpty();
    }
}
