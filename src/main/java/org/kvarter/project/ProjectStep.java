package org.kvarter.project;

import java.util.List;
import java.util.Objects;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.text.LocalText;

/**
 * A step of a story as kept in a project's file. Everything but the id may be missing.
 *
 * @param id        distinct in the story
 * @param title     heading
 * @param text      what the audience reads
 * @param notes     what only the presenter reads
 * @param viewpoint name of a viewpoint of the project, empty for {@code camera}
 * @param camera    where one looks from; {@code null} for where one is
 * @param layers    how layers show; those not named show as they do
 * @param overlay   id of the overlay, empty for none; {@code null} for the one there is
 * @param time      {@code null} for the time there is
 * @param scenarios id of a scenario, or of two side by side
 * @param figures   ids of at most four key figures
 * @param legend    heading of the legend in place of the overlay's own
 * @param chosen    the features that are chosen; {@code null} for those there are
 * @param section   what is cut away; {@code null} for nothing
 */
public record ProjectStep(String id, LocalText title, LocalText text, LocalText notes, String viewpoint, Viewpoint camera,
                          List<Layer> layers, String overlay, Time time, List<String> scenarios, List<String> figures, LocalText legend,
                          List<ProjectPin> chosen, Section section) {

    /** A step that shows the twin whole. */
    public ProjectStep(String id, LocalText title, LocalText text, LocalText notes, String viewpoint, Viewpoint camera,
                       List<Layer> layers, String overlay, Time time, List<String> scenarios, List<String> figures, LocalText legend,
                       List<ProjectPin> chosen) {
        this(id, title, text, notes, viewpoint, camera, layers, overlay, time, scenarios, figures, legend, chosen, null);
    }

    /**
     * How a layer shows.
     *
     * @param id      the layer
     * @param visible whether it shows
     * @param opacity 0 … 1
     * @param most    of flows, how many of the largest show; 0 for as many as suit, −1 for as many as before
     * @param storeys of building models, what of them shows; {@code null} for as it is
     */
    public record Layer(String id, boolean visible, double opacity, int most, KeptStoreys storeys) {
    }

    /**
     * A moment, and the span that is played around it.
     *
     * @param at      the moment that pictures show, ISO 8601 instant
     * @param from    beginning of the span, ISO 8601 instant; empty for none
     * @param to      end of the span
     * @param seconds how long playing it takes
     * @param step    {@code HOUR}, {@code DAY}, {@code WEEK} or {@code MONTH}
     * @param sun     {@code studio} or {@code clock}
     * @param live    whether it is now, where something is asked live
     */
    public record Time(String at, String from, String to, double seconds, String step, String sun, boolean live) {
    }

    public ProjectStep {
        Objects.requireNonNull(id, "id");
        layers = List.copyOf(layers);
        scenarios = List.copyOf(scenarios);
        figures = List.copyOf(figures);
        chosen = chosen == null ? null : List.copyOf(chosen);
    }
}
