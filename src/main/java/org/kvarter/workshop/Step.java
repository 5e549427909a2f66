package org.kvarter.workshop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.text.LocalText;

/**
 * One step of a story: how the twin shows, and what is said. Immutable.
 *
 * @param id        distinct in the story
 * @param title     heading
 * @param text      what the audience reads
 * @param notes     what only the presenter reads
 * @param viewpoint name of a viewpoint of the project, empty for {@code camera}
 * @param camera    where one looks from; empty for where one is
 * @param layers    how layers show, by layer id; those not named show as the project has them
 * @param overlay   id of the overlay, empty text for none; empty for the one there is
 * @param time      when; empty for the time there is
 * @param scenarios id of a scenario, or of two to compare; an empty id is the district as it is; none for the scenario there is
 * @param figures   ids of key figures to show; at most four
 * @param legend    heading of the legend, where it is not the overlay's own
 * @param chosen    the features that are chosen: stops, sites, zones; empty for those there are
 * @param section   what is cut away; empty for nothing
 */
public record Step(String id, LocalText title, LocalText text, LocalText notes, String viewpoint, Optional<Viewpoint> camera,
                   Map<String, StepLayer> layers, Optional<String> overlay, Optional<StepTime> time, List<String> scenarios,
                   List<String> figures, LocalText legend, Optional<List<StepFeature>> chosen, Optional<Section> section) {

    /** Most key figures of a step: more cannot be read from the back of a room. */
    public static final int MOST_FIGURES = 4;

    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(viewpoint, "viewpoint");
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        scenarios = List.copyOf(scenarios.subList(0, Math.min(2, scenarios.size())));
        figures = List.copyOf(figures.subList(0, Math.min(MOST_FIGURES, figures.size())));
        chosen = chosen.map(List::copyOf);
    }

    /** A step whose legend, where it has one, is headed by the overlay's own title. */
    public Step(String id, LocalText title, LocalText text, LocalText notes, String viewpoint, Optional<Viewpoint> camera,
                Map<String, StepLayer> layers, Optional<String> overlay, Optional<StepTime> time, List<String> scenarios, List<String> figures) {
        this(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, LocalText.EMPTY, Optional.empty());
    }

    /** A step that shows the twin whole. */
    public Step(String id, LocalText title, LocalText text, LocalText notes, String viewpoint, Optional<Viewpoint> camera,
                Map<String, StepLayer> layers, Optional<String> overlay, Optional<StepTime> time, List<String> scenarios, List<String> figures,
                LocalText legend, Optional<List<StepFeature>> chosen) {
        this(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, legend, chosen, Optional.empty());
    }

    /** An id that no other step has. */
    public static String newId() {
        return "step-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public Step withId(String other) {
        return new Step(other, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, legend, chosen, section);
    }

    public Step withWords(LocalText otherTitle, LocalText otherText, LocalText otherNotes) {
        return new Step(id, otherTitle, otherText, otherNotes, viewpoint, camera, layers, overlay, time, scenarios, figures, legend, chosen, section);
    }

    public Step withFigures(List<String> other) {
        return new Step(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, other, legend, chosen, section);
    }

    /** This step comparing its scenario with another one, or with none. @param first the other's id; {@code null} for none */
    public Step comparedWith(String first) {
        String shown = scenarios.isEmpty() ? "" : scenarios.get(scenarios.size() - 1);
        return new Step(id, title, text, notes, viewpoint, camera, layers, overlay, time, first == null ? List.of(shown) : List.of(first, shown),
                figures, legend, chosen, section);
    }

    public Step withLegend(LocalText other) {
        return new Step(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, other, chosen, section);
    }

    public Step withTime(Optional<StepTime> other) {
        return new Step(id, title, text, notes, viewpoint, camera, layers, overlay, other, scenarios, figures, legend, chosen, section);
    }

    /** A pair stays a pair while its second scenario is the one that is seen. */
    private List<String> scenarios(Step other) {
        return scenarios.size() == 2 && other.scenarios.size() == 1 && other.scenarios.get(0).equals(scenarios.get(1)) ? scenarios : other.scenarios;
    }

    /** These words with how {@code other} shows the twin; a span that still holds its moment stays, and so does the legend's heading with its overlay. */
    public Step showing(Step other) {
        Optional<StepTime> when = other.time.map(t -> t.span().isPresent() || t.live() ? t
                : t.withSpan(time.flatMap(StepTime::span).filter(s -> !t.at().isBefore(s.from()) && !t.at().isAfter(s.to()))));
        return new Step(id, title, text, notes, other.viewpoint, other.camera, other.layers, other.overlay, when, scenarios(other),
                other.figures.isEmpty() ? figures : other.figures, other.overlay.equals(overlay) ? legend : LocalText.EMPTY,
                other.chosen, other.section);
    }

    /** This step with other features chosen. */
    public Step withChosen(List<StepFeature> other) {
        return new Step(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, legend, Optional.of(other), section);
    }

    /** This step with something cut away, or nothing. */
    public Step withSection(Optional<Section> other) {
        return new Step(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, legend, chosen, other);
    }
}
