package org.kvarter.session.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Viewpoint;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepFeature;
import org.kvarter.workshop.StepLayer;
import org.kvarter.workshop.StepTime;

/** Keeps the session as a step, and puts a step into the session. What a step names and is not there is told; the rest shows. */
public final class Staging {

    private static final Texts TEXTS = Texts.in(Staging.class);

    private static final Set<LayerKind> WITH_STOREYS = EnumSet.of(LayerKind.BUILDING_ELEMENTS, LayerKind.SPACES);

    private Staging() {
    }

    /** The session as it is, seen from {@code camera}, as a step without words. */
    public static Step keep(Session session, Viewpoint camera) {
        Map<String, StepLayer> layers = new LinkedHashMap<>();
        for (Layer layer : session.district().layers()) {
            LayerStyle style = session.style(layer.id());
            layers.put(layer.id(), new StepLayer(style.visible(), style.opacity(), layer instanceof FlowLayer ? style.most() : StepLayer.AS_IT_IS,
                    WITH_STOREYS.contains(layer.kind()) || !style.storeys().isAll() ? Optional.of(style.storeys()) : Optional.empty()));
        }
        Clock clock = session.clock();
        return new Step(Step.newId(), LocalText.EMPTY, LocalText.EMPTY, LocalText.EMPTY, "", Optional.of(camera), layers,
                Optional.of(session.activeOverlayProperty().get()),
                Optional.of(StepTime.at(clock.time(), clock.stepProperty().get().name(), session.studioLightProperty().get()).withLive(clock.liveProperty().get())),
                scenarios(session.scenarios()), List.of()).withChosen(chosen(session))
                .withSection(Optional.ofNullable(session.sectionProperty().get()));
    }

    /**
     * Puts everything of a step but its camera into the session; not undoable by itself.
     *
     * @param base how the session was before any step: what the step does not name shows as there
     * @param play whether a span is about to be played: the clock then stands at its beginning rather than at the step's moment
     */
    public static void show(Session session, Step step, Look base, boolean play) {
        session.clock().playingProperty().set(false);
        for (Layer layer : session.district().layers()) {
            LayerStyle before = base.styles().getOrDefault(layer.id(), LayerStyle.DEFAULT);
            StepLayer wanted = step.layers().get(layer.id());
            LayerStyle after = wanted == null ? before : styled(before, wanted);
            if (!after.equals(session.style(layer.id()))) {
                session.styles().put(layer.id(), after);
            }
        }
        session.clock().stepProperty().set(step.time().map(t -> Clock.Step.valueOf(t.step())).orElse(base.step()));
        Instant moment = step.time().map(StepTime::at).orElse(base.time());
        Instant begin = step.time().flatMap(StepTime::span).map(StepTime.Span::from).orElse(moment);
        session.clock().setWithinRange(play ? begin : moment);
        session.studioLightProperty().set(step.time().map(StepTime::studio).orElse(base.studio()));
        Look.showScenario(session, shownScenario(step).orElse(base.scenario()), beside(session, step, base));
        String overlay = step.overlay().orElse(base.overlay());
        session.activeOverlayProperty().set(session.overlays().stream().anyMatch(o -> o.id().equals(overlay)) ? overlay : "");
        choose(session, step, base);
        session.sectionProperty().set(step.section().orElse(null));
        Look.follow(session, step.time().map(StepTime::live).orElse(base.live()));
    }

    /** Selects what a step chooses, or what was selected before where it says nothing. */
    public static void choose(Session session, Step step, Look base) {
        Look.choose(session, step.chosen().map(all -> found(session, all)).orElse(base.chosen()));
    }

    private static LayerStyle styled(LayerStyle before, StepLayer wanted) {
        LayerStyle style = before.withVisible(wanted.visible()).withOpacity(wanted.opacity()).withStoreys(wanted.storeys().orElse(before.storeys()));
        return wanted.most() == StepLayer.AS_IT_IS ? style : style.withMost(wanted.most());
    }

    /** What is selected, in the order of layers and features, so that the same selection is kept the same. */
    private static List<StepFeature> chosen(Session session) {
        return session.selection().stream().sorted(Comparator.comparing(FeatureKey::layerId).thenComparingInt(FeatureKey::row))
                .flatMap(k -> session.layer(k.layerId()).filter(l -> k.row() < l.features().size()).stream()
                        .map(l -> new StepFeature(l.id(), l.features().ids()[k.row()]))).toList();
    }

    private static Set<FeatureKey> found(Session session, List<StepFeature> chosen) {
        return chosen.stream().flatMap(c -> key(session, c).stream()).collect(Collectors.toSet());
    }

    private static Optional<FeatureKey> key(Session session, StepFeature chosen) {
        return session.layer(chosen.layer()).map(l -> l.features().indexOf(chosen.feature())).filter(row -> row >= 0)
                .map(row -> new FeatureKey(chosen.layer(), row));
    }

    private static List<String> scenarios(ScenarioBook book) {
        Pair pair = book.compared();
        return pair == null || pair.mode() == Pair.Mode.DIFFERENCE ? List.of(book.active()) : List.of(pair.with(), book.active());
    }

    private static Pair beside(Session session, Step step, Look base) {
        if (step.scenarios().isEmpty()) {
            return base.compared();
        }
        String first = step.scenarios().get(0);
        boolean pair = step.scenarios().size() == 2 && !first.equals(step.scenarios().get(1));
        return pair ? new Pair(session.scenarios().scenario(first).isPresent() ? first : "", Pair.Mode.SPLIT) : null;
    }

    /** The scenario in which a step shows the twin: its only one, or the second of two; empty for the one there is. */
    public static Optional<String> shownScenario(Step step) {
        return step.scenarios().isEmpty() ? Optional.empty() : Optional.of(step.scenarios().get(step.scenarios().size() - 1));
    }

    /** The scenario with which a step's key figures are compared: the first of two, or else the district as it is. */
    public static String comparedScenario(Step step) {
        return step.scenarios().size() == 2 ? step.scenarios().get(0) : "";
    }

    /** Where a step looks from: its viewpoint where the project has it, otherwise its own camera. */
    public static Optional<Viewpoint> camera(Session session, Step step) {
        return session.viewpoints().stream().filter(v -> !step.viewpoint().isEmpty() && v.name().equals(step.viewpoint())).findFirst()
                .or(step::camera);
    }

    /** Sentences about what a step names and the project does not have. */
    public static List<String> missing(Session session, Step step) {
        List<String> missing = new ArrayList<>();
        if (!step.viewpoint().isEmpty() && session.viewpoints().stream().noneMatch(v -> v.name().equals(step.viewpoint()))) {
            missing.add(TEXTS.get(step.camera().isPresent() ? "missing.viewpoint" : "missing.viewpointAndCamera", step.viewpoint()));
        }
        step.layers().keySet().stream().filter(id -> session.layer(id).isEmpty()).forEach(id -> missing.add(TEXTS.get("missing.layer", id)));
        step.overlay().filter(id -> !id.isEmpty() && session.overlays().stream().noneMatch(o -> o.id().equals(id)))
                .ifPresent(id -> missing.add(TEXTS.get("missing.overlay", id)));
        step.scenarios().stream().filter(id -> !id.isEmpty() && session.scenarios().scenario(id).isEmpty())
                .forEach(id -> missing.add(TEXTS.get("missing.scenario", id)));
        step.figures().stream().filter(id -> session.scenarios().kpi(id).isEmpty()).forEach(id -> missing.add(TEXTS.get("missing.figure", id)));
        step.chosen().orElse(List.of()).stream().filter(c -> session.layer(c.layer()).isPresent() && key(session, c).isEmpty())
                .forEach(c -> missing.add(TEXTS.get("missing.chosen", c.feature(), c.layer())));
        step.time().filter(t -> t.live() && !session.clock().liveOfferedProperty().get()).ifPresent(t -> missing.add(TEXTS.get("missing.live", t.at())));
        step.time().filter(t -> !t.live()).filter(t -> t.at().isBefore(session.clock().startProperty().get()) || !t.at().isBefore(session.clock().endProperty().get()))
                .ifPresent(t -> missing.add(TEXTS.get("missing.time", t.at())));
        return missing;
    }
}
