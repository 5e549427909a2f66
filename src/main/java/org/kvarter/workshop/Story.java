package org.kvarter.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.text.LocalText;

/**
 * Steps in the order of telling. Immutable; what is asked of a step that is not there changes nothing.
 *
 * @param steps with distinct ids
 * @param words names of the project's things (key figures, scenarios) in other languages, by the name there is
 */
public record Story(List<Step> steps, Map<String, LocalText> words) {

    /** Nothing to tell. */
    public static final Story EMPTY = new Story(List.of());

    public Story {
        steps = List.copyOf(steps);
        words = Map.copyOf(words);
        if (steps.stream().map(Step::id).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("two steps of one id");
        }
    }

    /** A story that calls things as the project does. */
    public Story(List<Step> steps) {
        this(steps, Map.of());
    }

    /** What a thing of the project is called in the display language: as the story says, or else as it is. */
    public String word(String name) {
        LocalText words = words().getOrDefault(name, LocalText.EMPTY);
        boolean known = !words.isEmpty() && !words.isBorrowed(Locale.getDefault(Locale.Category.DISPLAY));
        return known ? words.shown() : name;
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Place of a step, −1 where it is not there. */
    public int indexOf(String id) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** The step of that id. */
    public Optional<Step> step(String id) {
        int at = indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(steps.get(at));
    }

    /** With a step put in. @param at its place, taken to the nearest end where there is none */
    public Story with(int at, Step step) {
        List<Step> after = new ArrayList<>(steps);
        after.add(Math.max(0, Math.min(steps.size(), at)), step);
        return new Story(after, words);
    }

    /** With another step in place of the one of the same id. */
    public Story replaced(Step step) {
        return new Story(steps.stream().map(s -> s.id().equals(step.id()) ? step : s).toList(), words);
    }

    /** Without a step. */
    public Story without(String id) {
        return new Story(steps.stream().filter(s -> !s.id().equals(id)).toList(), words);
    }

    /** With a step at another place. @param to its place afterwards, taken to the nearest end where there is none */
    public Story moved(String id, int to) {
        return step(id).map(s -> without(id).with(to, s)).orElse(this);
    }

    /** With a copy of a step after it. */
    public Story duplicated(String id, String idOfCopy) {
        return step(id).map(s -> with(indexOf(id) + 1, s.withId(idOfCopy))).orElse(this);
    }
}
