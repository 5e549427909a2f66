package org.kvarter.workshop;

import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.DataNote;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;

/** Scenarios and key figures as they are called in the display language, to be read and never to be kept. */
public final class WordedBook {

    private WordedBook() {
    }

    /** The book with every name, unit, description, source and note as the story's words have it; ids and formulas stay. */
    public static ScenarioBook of(ScenarioBook book, Story story) {
        return new ScenarioBook(book.scenarios().stream().map(s -> scenario(s, story)).toList(), book.kpis().stream()
                .map(k -> new Kpi(k.id(), story.word(k.title()), story.word(k.unit()), k.better(), k.figure(), k.hidden())).toList(),
                book.notes().stream().map(n -> new DataNote(n.data(), n.origin(), story.word(n.note()))).toList(), book.active(), book.compared());
    }

    private static Scenario scenario(Scenario s, Story story) {
        return new Scenario(s.id(), story.word(s.name()), story.word(s.description()), s.base(), s.assumptions().stream()
                .map(a -> assumption(a, story)).toList(), s.measures().stream().map(m -> measure(m, story)).toList());
    }

    /** An assumption as it is called in the display language. */
    public static Assumption assumption(Assumption a, Story story) {
        return new Assumption(a.id(), story.word(a.name()), a.kind(), story.word(a.unit()), a.value(), a.minimum(), a.maximum(), a.origin(),
                story.word(a.source()));
    }

    private static Measure measure(Measure measure, Story story) {
        return measure instanceof Measure.ChangeSeries m
                ? new Measure.ChangeSeries(m.area(), m.series(), story.word(m.title()), m.way(), m.given(), m.amount()) : measure;
    }
}
