package org.kvarter.workshop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.model.StoreyView;
import org.kvarter.project.KeptStoreys;
import org.kvarter.project.ProjectPin;
import org.kvarter.project.ProjectStep;
import org.kvarter.project.ProjectStory;
import org.kvarter.text.Texts;

/** Between the story and its form in a project's file. */
public final class StoryForm {

    private static final Texts TEXTS = Texts.in(StoryForm.class);
    private static final Set<String> STEPS = Set.of("HOUR", "DAY", "WEEK", "MONTH");

    /**
     * A story as it was understood.
     *
     * @param story    what is told
     * @param pictures small pictures by step id, JPEG in Base64
     * @param problems sentences about what was not understood and left out
     */
    public record Understood(Story story, Map<String, String> pictures, List<String> problems) {
    }

    private StoryForm() {
    }

    /** What a project's file says; never fails. */
    public static Understood of(ProjectStory kept) {
        List<String> problems = new ArrayList<>(kept.problems());
        List<Step> steps = new ArrayList<>();
        for (ProjectStep step : kept.steps()) {
            Map<String, StepLayer> layers = new LinkedHashMap<>();
            step.layers().forEach(l -> layers.put(l.id(), new StepLayer(l.visible(), l.opacity(), l.most(), Optional.ofNullable(l.storeys()).map(KeptStoreys::view))));
            int number = steps.size() + 1;
            if (step.scenarios().size() > 2) {
                problems.add(TEXTS.get("tooManyScenarios", number));
            }
            if (step.figures().size() > Step.MOST_FIGURES) {
                problems.add(TEXTS.get("tooManyFigures", number, Step.MOST_FIGURES));
            }
            steps.add(new Step(step.id(), step.title(), step.text(), step.notes(), step.viewpoint(), Optional.ofNullable(step.camera()),
                    layers, Optional.ofNullable(step.overlay()), time(step.time(), number, problems), step.scenarios(), step.figures(), step.legend(),
                    Optional.ofNullable(step.chosen()).map(all -> all.stream().map(c -> new StepFeature(c.layer(), c.feature())).toList()), Optional.ofNullable(step.section())));
        }
        return new Understood(new Story(steps, kept.words()), kept.pictures(), problems);
    }

    private static Optional<StepTime> time(ProjectStep.Time kept, int number, List<String> problems) {
        if (kept == null) {
            return Optional.empty();
        }
        Optional<Instant> from = instant(kept.from(), number, problems);
        Optional<Instant> to = instant(kept.to(), number, problems);
        Optional<Instant> at = instant(kept.at(), number, problems).or(() -> from);
        Optional<StepTime.Span> span = Optional.empty();
        if (from.isPresent() && to.isPresent() && from.get().isBefore(to.get())) {
            span = Optional.of(new StepTime.Span(from.get(), to.get(), kept.seconds()));
        } else if (!kept.from().isEmpty() || !kept.to().isEmpty()) {
            problems.add(TEXTS.get("noSpan", number));
        }
        String step = STEPS.contains(kept.step()) ? kept.step() : "HOUR";
        Optional<StepTime.Span> played = span;
        return at.map(instant -> new StepTime(instant, played, step, !"clock".equals(kept.sun()), kept.live()));
    }

    private static Optional<Instant> instant(String text, int number, List<String> problems) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            problems.add(TEXTS.get("noTime", number, text));
            return Optional.empty();
        }
    }

    /** What a project's file is to say. @param pictures those of steps that are gone are left out */
    public static ProjectStory toProject(Story story, Map<String, String> pictures) {
        Map<String, String> kept = new LinkedHashMap<>(pictures);
        kept.keySet().removeIf(id -> story.indexOf(id) < 0);
        return new ProjectStory(story.steps().stream().map(StoryForm::toProject).toList(), kept, story.words(), List.of());
    }

    private static ProjectStep toProject(Step step) {
        List<ProjectStep.Layer> layers = step.layers().entrySet().stream()
                .map(e -> new ProjectStep.Layer(e.getKey(), e.getValue().visible(), e.getValue().opacity(), e.getValue().most(),
                        e.getValue().storeys().map(StoryForm::kept).orElse(null))).toList();
        return new ProjectStep(step.id(), step.title(), step.text(), step.notes(), step.viewpoint(), step.camera().orElse(null), layers,
                step.overlay().orElse(null), step.time().map(StoryForm::toProject).orElse(null), step.scenarios(), step.figures(), step.legend(),
                step.chosen().map(all -> all.stream().map(c -> new ProjectPin(c.layer(), c.feature())).toList()).orElse(null), step.section().orElse(null));
    }

    /** All of a building is said too: a step after one that pulls it apart puts it together. */
    private static KeptStoreys kept(StoreyView view) {
        return view.isAll() ? new KeptStoreys(List.of(), List.of(), 0) : KeptStoreys.of(view);
    }

    private static ProjectStep.Time toProject(StepTime time) {
        return new ProjectStep.Time(time.at().toString(), time.span().map(s -> s.from().toString()).orElse(""),
                time.span().map(s -> s.to().toString()).orElse(""), time.span().map(StepTime.Span::seconds).orElse(0.0), time.step(),
                time.studio() ? "studio" : "clock", time.live());
    }
}
