package org.kvarter.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.session.story.Look;
import org.kvarter.session.story.Staging;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.stage.EmptyViewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.Story;

/** Steps with scenarios. The district has 3 + 12 storeys on two buildings; "Higher" adds 2 to each, "Tower" 5. */
class StepFiguresTest {

    private final Session session = Districts.session();
    private final StoryModel model = new StoryModel(Workspace.of(session, Districts.inline(), new Settings()), new EmptyViewer());

    private static Scenario storeys(String id, String name, int more) {
        return new Scenario(id, name, "", "", List.of(new Assumption("more", "More", Assumption.Kind.WHOLE, "", more, 0, 9, Origin.ASSUMED, "")),
                List.of(new Measure.ChangeAttribute(Area.layer("buildings"), "storeys", "", Measure.Way.ADD, "more", "")));
    }

    private static Kpi kpi(String id, Figure.Aggregate aggregate) {
        return new Kpi(id, id, "", Kpi.Better.LOWER, new Figure.OfAttribute("storeys", aggregate, Area.layer("buildings"), 0));
    }

    @BeforeEach
    void twoScenariosAndFiveFigures() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        List<Kpi> kpis = List.of(kpi("sum", Figure.Aggregate.SUM), kpi("most", Figure.Aggregate.MAXIMUM), kpi("least", Figure.Aggregate.MINIMUM),
                kpi("mean", Figure.Aggregate.MEAN), kpi("count", Figure.Aggregate.COUNT));
        session.scenariosProperty().set(new ScenarioBook(List.of(storeys("higher", "Higher", 2), storeys("tower", "Tower", 5)), kpis, List.of(), "higher"));
        model.keep();
    }

    private Step step() {
        return session.story().steps().get(0);
    }

    private Optional<StepFigures> figures() {
        return StepFigures.of(step(), session.story(), session.scenarioEngine(), session.scenarios());
    }

    @Test
    void aKeptStepShowsItsScenarioAgainAndTheStoryLeavesTheSessionAsItWas() {
        session.scenariosProperty().set(session.scenarios().withActive("tower"));
        Look before = Look.of(session);
        Staging.show(session, step(), before, false);
        assertThat(session.scenarios().active()).isEqualTo("higher");
        before.restore(session);
        assertThat(session.scenarios().active()).isEqualTo("tower");
    }

    @Test
    void aPairStandsSideBySideAndIsKeptAsOne() {
        model.compareWith(step(), "tower");
        Look before = Look.of(session);
        Staging.show(session, step(), before, false);
        assertThat(session.scenarios().compared()).isEqualTo(new Pair("tower", Pair.Mode.SPLIT));
        assertThat(Staging.keep(session, step().camera().orElseThrow()).scenarios()).containsExactly("tower", "higher");
        model.compareWith(step(), null);
        Staging.show(session, step(), before, false);
        assertThat(session.scenarios().compared()).isNull();
        before.restore(session);
        assertThat(Look.of(session)).isEqualTo(before);
    }

    @Test
    void figuresAreComparedWithTodayOrWithAnotherScenario() {
        assertThat(figures()).isEmpty();
        model.setFigure(step(), "sum", true);
        assertThat(figures().orElseThrow().table()).satisfies(t -> {
            assertThat(t.head()).containsExactly("Key figure", "Today", "Higher", "Change");
            assertThat(t.rows()).containsExactly(List.of("sum", "15", "19", "+4 (+26.7\u00a0%)"));
        });
        model.compareWith(step(), "tower");
        assertThat(figures().orElseThrow().table()).satisfies(t -> {
            assertThat(t.head()).containsExactly("Key figure", "Tower", "Higher", "Change");
            assertThat(t.rows()).containsExactly(List.of("sum", "25", "19", "−6 (−24\u00a0%)"));
        });
        session.undo().undo();
        assertThat(figures().orElseThrow().first()).isEqualTo("Today");
    }

    @Test
    void thingsAreCalledAsTheStoryCallsThem() {
        model.setFigure(step(), "sum", true);
        session.storyProperty().set(new Story(session.story().steps(), Map.of("sum", LocalText.of(Locale.forLanguageTag("sv"), "Våningar"),
                "Higher", LocalText.of(Locale.forLanguageTag("sv"), "Högre"))));
        assertThat(figures().orElseThrow().table().rows().get(0)).startsWith("sum");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("sv"));
        assertThat(figures().orElseThrow().table().head()).containsExactly("Nyckeltal", "Idag", "Högre", "Förändring");
        assertThat(figures().orElseThrow().table().rows().get(0)).startsWith("Våningar");
    }

    @Test
    void todayIsComparedWithNothing() {
        session.scenariosProperty().set(session.scenarios().withActive(""));
        model.update(step());
        model.setFigure(step(), "sum", true);
        assertThat(figures().orElseThrow().table().head()).containsExactly("Key figure", "Today");
        assertThat(figures().orElseThrow().table().rows()).containsExactly(List.of("sum", "15"));
    }

    @Test
    void noMoreThanFourFiguresShow() {
        for (String id : List.of("sum", "most", "least", "mean", "count")) {
            model.setFigure(step(), id, true);
        }
        assertThat(step().figures()).containsExactly("most", "least", "mean", "count");
    }

    @Test
    void whatIsGoneIsToldAndTheRestIsReckoned() {
        model.setFigure(step(), "sum", true);
        model.setFigure(step(), "most", true);
        ScenarioBook book = session.scenarios();
        session.scenariosProperty().set(book.without("higher").withKpis(book.kpis().subList(0, 1)));
        assertThat(Staging.missing(session, step())).hasSize(2).anyMatch(s -> s.contains("\"higher\"")).anyMatch(s -> s.contains("\"most\""));
        assertThat(figures().orElseThrow().compared()).hasSize(1);
        assertThat(figures().orElseThrow().second()).isEqualTo("Today");
    }
}
