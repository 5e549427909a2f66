package org.kvarter.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.session.story.Staging;
import org.kvarter.text.Texts;
import org.kvarter.ui.scenario.Quantity;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.Story;
import org.kvarter.workshop.tour.Tour;

/**
 * The key figures of a step.
 *
 * @param first    name of the scenario they are compared with
 * @param second   name of the scenario that is shown
 * @param same     whether both are one, and there is nothing to compare
 * @param compared the figures, in the step's order, titles and units in the story's language
 */
public record StepFigures(String first, String second, boolean same, List<Comparison> compared) {

    private static final Texts TEXTS = Texts.in(StepFigures.class);

    public StepFigures {
        compared = List.copyOf(compared);
    }

    /**
     * Reckons the figures of a step; nothing for a step without. For a worker thread.
     *
     * @param story gives things their names
     * @param book  with the scenario active that a step without one is to show
     */
    public static Optional<StepFigures> of(Step step, Story story, ScenarioEngine engine, ScenarioBook book) {
        List<String> wanted = step.figures().stream().filter(id -> book.kpi(id).isPresent()).toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String first = known(book, Staging.comparedScenario(step));
        String second = known(book, Staging.shownScenario(step).orElse(book.active()));
        List<Comparison> all = engine.compare(book, first, second);
        List<Comparison> chosen = wanted.stream().flatMap(id -> all.stream().filter(c -> c.kpi().id().equals(id)))
                .map(c -> new Comparison(named(c.kpi(), story), c.first(), c.second(), c.verdict())).toList();
        return Optional.of(new StepFigures(name(story, book, first), name(story, book, second), first.equals(second), chosen));
    }

    private static Kpi named(Kpi kpi, Story story) {
        return new Kpi(kpi.id(), story.word(kpi.title()), story.word(kpi.unit()), kpi.better(), kpi.figure());
    }

    private static String known(ScenarioBook book, String id) {
        return book.scenario(id).map(Scenario::id).orElse("");
    }

    private static String name(Story story, ScenarioBook book, String id) {
        return book.scenario(id).map(s -> story.word(s.name())).orElseGet(() -> TEXTS.get("today"));
    }

    /** What a figure changes by, as people read it; empty where there is nothing to compare. */
    public String change(Comparison figure) {
        if (same) {
            return "";
        }
        return Double.isFinite(figure.share()) ? Quantity.percent(figure.share()) : Quantity.change(figure.difference(), figure.kpi().unit()).toString();
    }

    /** As a table. */
    Tour.Table table() {
        List<String> head = new ArrayList<>(List.of(TEXTS.get("figure")));
        if (!same) {
            head.add(first);
        }
        head.add(second);
        if (!same) {
            head.add(TEXTS.get("change"));
        }
        return new Tour.Table(head, compared.stream().map(this::row).toList());
    }

    private List<String> row(Comparison c) {
        List<String> row = new ArrayList<>(List.of(c.kpi().title()));
        if (!same) {
            row.add(Quantity.of(c.first(), c.kpi().unit()).toString());
        }
        row.add(Quantity.of(c.second(), c.kpi().unit()).toString());
        if (!same) {
            row.add(Quantity.change(c.difference(), c.kpi().unit()) + " (" + Quantity.percent(c.share()) + ")");
        }
        return row;
    }
}
