package org.kvarter.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.ui.Districts.building;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

class FilterModelTest {

    private final Session session = Districts.session();
    private final FilterModel model = new FilterModel(session, Districts.inline());

    @Test
    void asksTheShownScenariosValues() {
        session.filterProperty().set("storeys > 10");
        assertThat(model.resultProperty().get().matches().get("buildings").stream()).containsExactly(1, 2);
        org.kvarter.scenario.Measure higher = new org.kvarter.scenario.Measure.ChangeAttribute(org.kvarter.scenario.Area.of("buildings", java.util.List.of("a")),
                "storeys", "", org.kvarter.scenario.Measure.Way.ADD, "9", "");
        session.scenariosProperty().set(new org.kvarter.scenario.ScenarioBook(java.util.List.of(new org.kvarter.scenario.Scenario("x", "X", "", "",
                java.util.List.of(), java.util.List.of(higher))), java.util.List.of(), java.util.List.of(), "x"));
        assertThat(model.resultProperty().get().matches().get("buildings").stream()).containsExactly(0, 1, 2);
        session.scenariosProperty().set(session.scenarios().withActive(""));
        assertThat(model.resultProperty().get().matches().get("buildings").stream()).containsExactly(1, 2);
    }

    @Test
    void leavesWhatMeetsTheExpressionAndAsksOnlyLayersThatCanAnswer() {
        model.type("storeys > 5");
        FilterResult result = model.resultProperty().get();
        assertThat(result.matches().keySet()).containsExactly("buildings");
        assertThat(result.matches().get("buildings").stream().toArray()).containsExactly(1, 2);
        assertThat(result.count()).as("a building with its part is one").isEqualTo(1);
        assertThat(result.total()).isEqualTo(3);
    }

    @Test
    void anExpressionThatIsNotUnderstoodLeavesTheFilterAsItWas() {
        model.type("storeys > 5");
        model.type("storeys > 5 AND");
        assertThat(session.filterProperty().get()).isEqualTo("storeys > 5");
        assertThat(model.draftProperty().get().isError()).isTrue();
        assertThat(model.resultProperty().get().count()).isEqualTo(1);
    }

    @Test
    void isUndoneAndSelects() {
        model.type("use = 'school'");
        model.selectMatches();
        assertThat(session.selection()).containsExactly(building(0));
        session.undo().undo();
        assertThat(session.selection()).isEmpty();
        session.undo().undo();
        assertThat(session.filterProperty().get()).isEmpty();
        assertThat(model.resultProperty().get().isActive()).isFalse();
    }

    @Test
    void everyExampleIsUnderstoodAndLeavesSomething() {
        assertThat(model.examples()).isNotEmpty().allSatisfy(example -> {
            FilterResult result = FilterResult.of(example, session.district());
            assertThat(result.isError()).as(example).isFalse();
            assertThat(result.count()).as(example).isBetween(1, 3);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "sto                | storeys            ",
        "storeys            | >                  ",
        "storeys > 5        | AND                ",
        "use =              | 'school'           ",
        "use = 'off         | 'office'           ",
        "storeys > 5 AND us | use                "})
    void completes(String text, String first) {
        String typed = text.matches(".*(>|=|5|storeys)") ? text + " " : text;
        Completion completion = Completion.at(typed, typed.length(), model.attributes());
        assertThat(completion.choices()).as(typed).isNotEmpty();
        assertThat(completion.choices().get(0).trim()).isEqualTo(first.trim());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"storeys > 4", "storeys > ", "area > 4000"})
    void offersNothingWhereANumberStands(String text) {
        assertThat(Completion.at(text, text.length(), model.attributes()).choices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"storeys | storeys", "addr:street | \"addr:street\"", "id | \"id\"",
        "Höjd | \"Höjd\""})
    void quotesWhatTheLanguageWouldMisread(String name, String written) {
        assertThat(Completion.quoted(name)).isEqualTo(written);
    }
}
