package org.kvarter.ui.overlays;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.model.Layer;
import org.kvarter.overlay.Legend;
import org.kvarter.overlay.OverlayPainter;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.Sure;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.OtherScenario;
import org.kvarter.session.SeriesTarget;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.mobility.Timetables;

/** Turns the active overlay and the clock into colours, off the window's thread; while time runs, the latest moment wins. */
public final class PaintingModel {

    private static final Texts TEXTS = Texts.in(PaintingModel.class);

    private final Session session;
    private final ObservableValue<ScenarioView> view;
    private final ObservableValue<ScenarioView> other;
    private final LatestWins<Painted> painting;
    private final ChangesModel changes;
    private Painted plain = Painted.NOTHING;
    private final Map<Object, Painted> studied = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Painted> painted = new ReadOnlyObjectWrapper<>(this, "painted", Painted.NOTHING);
    private TimeWindow window;
    /** Touched by the style thread alone. */
    private Brush brush;
    private volatile boolean isStale;

    /** What is painted, as it is asked for: what the scenario makes of it is found on the style thread. */
    private record Job(OverlaySpec spec, Layer layer, ScenarioView view, SeriesView table, String keyAttribute, Timetable timetable,
                       Flows flows, Difference difference, Told told) {
    }

    /** How many features are withheld, and how sure the values are. */
    private record Told(int withheld, Sure sure) {
    }

    /** What the shown scenario is held against; the title of what it has more or less. */
    private record Difference(ScenarioView other, String title) {
    }

    /** A painter of the district as it is, and of what the shown scenario makes of it. */
    private record Brush(Key key, OverlayPainter base, OverlayPainter painter) {
    }

    /** Everything the painter of the base is made of: while it stays the same, the painter and its scales do. */
    private record Key(OverlaySpec spec, FeatureTable features, SeriesView table, String keyAttribute, Timetable timetable,
                       Flows flows, Duration length) {
        boolean is(Key other) {
            return other != null && spec.equals(other.spec) && features == other.features && table == other.table && timetable == other.timetable
                    && flows == other.flows && Objects.equals(length, other.length)
                    && Objects.equals(keyAttribute, other.keyAttribute);
        }
    }

    /** Paints the shown scenario, or where a difference is asked for, what it has more or less than the other. */
    public PaintingModel(Session session, Tasks tasks) {
        this(session, tasks, session.viewProperty(), new OtherScenario(session, Pair.Mode.DIFFERENCE).viewProperty());
    }

    /**
     * Paints a scenario.
     *
     * @param view  the scenario
     * @param other what its difference is shown from; {@code null} inside for none
     */
    public PaintingModel(Session session, Tasks tasks, ObservableValue<ScenarioView> view, ObservableValue<ScenarioView> other) {
        this.session = session;
        this.view = view;
        this.other = other;
        changes = new ChangesModel(session, tasks);
        changes.changesProperty().subscribe(c -> publish());
        painting = new LatestWins<>(tasks.style(), tasks.fx());
        session.activeOverlayProperty().addListener((o, was, is) -> changed());
        session.overlays().addListener((javafx.beans.InvalidationListener) o -> changed());
        session.dataBookProperty().addListener((o, was, is) -> changed());
        view.addListener((o, was, is) -> changed());
        other.addListener((o, was, is) -> changed());
        session.styles().addListener((javafx.beans.InvalidationListener) o -> {
            if (session.activeOverlay().isEmpty()) {
                changed();
            }
        });
        session.districtProperty().addListener((o, was, is) -> {
            if (session.activeOverlay().isEmpty()) {
                changed();
            }
        });
        session.clock().timeProperty().addListener((o, was, is) -> timeChanged());
        session.clock().stepProperty().addListener((o, was, is) -> timeChanged());
        session.clock().zoneProperty().addListener((o, was, is) -> timeChanged());
        changed();
    }

    /** Colours and legend of this moment. */
    public ReadOnlyObjectProperty<Painted> paintedProperty() {
        return painted.getReadOnlyProperty();
    }

    /** Shows what a study paints in place of the overlay and of studies before; {@link Painted#NOTHING} for none. @param study who paints */
    public void setStudied(Object study, Painted instead) {
        studied.remove(study);
        if (instead != Painted.NOTHING) {
            studied.put(study, instead);
        }
        publish();
    }

    /** What stands out of it by its edges. */
    public ReadOnlyObjectProperty<Changes> changesProperty() {
        return changes.changesProperty();
    }

    /** Says everything anew, in another language. */
    public void languageChanged() {
        changes.languageChanged();
        changed();
    }

    private void painted(Painted now) {
        plain = now;
        publish();
    }

    private void publish() {
        Painted study = studied.values().stream().reduce((earlier, later) -> later).orElse(null);
        if (study != null) {
            painted.set(study.withChanges(changes.changesProperty().get()));
            return;
        }
        Painted worded = new Painted(plain.layerId(), plain.argb(), plain.legend().map(l -> l.withTitle(session.word(l.title()))));
        painted.set((plain.legend().isPresent() ? worded : plain).withChanges(changes.changesProperty().get()));
    }

    /** Words and numbers are to be written anew, as in another language. */
    public void relabel() {
        isStale = true;
        changed();
    }

    private void timeChanged() {
        boolean follows = session.activeOverlay().map(o -> !(o.values() instanceof ValueSource.Attribute))
                .orElse(!flows().isEmpty() && (window == null || !sameLength(session.clock().window(), window)));
        if (follows && !session.clock().window().equals(window)) {
            changed();
        }
    }

    private void changed() {
        Optional<Job> now = session.activeOverlay().flatMap(this::job);
        if (now.isEmpty()) {
            flowLegend();
            return;
        }
        window = session.clock().window();
        TimeWindow asked = window;
        Job wanted = now.get();
        painting.request(() -> paint(wanted, asked), this::painted);
    }

    private static boolean sameLength(TimeWindow a, TimeWindow b) {
        return Duration.between(a.start(), a.end()).equals(Duration.between(b.start(), b.end()));
    }

    private List<FlowLayer> flows() {
        return session.district().layers().stream().filter(l -> l instanceof FlowLayer && session.style(l.id()).visible())
                .map(FlowLayer.class::cast).toList();
    }

    /** Without an overlay, flows that are shown say what their widths mean. */
    private void flowLegend() {
        List<FlowLayer> shown = flows();
        window = session.clock().window();
        TimeWindow asked = window;
        Map<String, Integer> colours = new HashMap<>();
        shown.forEach(l -> colours.put(l.id(), session.style(l.id()).argb().orElse(l.argb())));
        painting.request(() -> shown.isEmpty() ? Painted.NOTHING
                : new Painted("", new int[0], FlowValues.legend(shown, l -> colours.get(l.id()), asked)), this::painted);
    }

    private Optional<Job> job(OverlaySpec spec) {
        ScenarioView view = this.view.getValue();
        if (view == null) {
            return Optional.empty();
        }
        Difference difference = difference(spec);
        Optional<Layer> layer = session.layer(spec.layerId());
        if (layer.isEmpty()) {
            return Optional.empty();
        }
        if (spec.values() instanceof ValueSource.Series series) {
            String shape = ScenarioSeries.shape(session, view, series.seriesId());
            SeriesView table = session.series().get(shape);
            String key = session.seriesTarget(shape).map(SeriesTarget::keyAttribute).orElse(null);
            return table == null ? Optional.empty()
                    : Optional.of(new Job(spec, layer.get(), view, table, key, null, null, difference, told(spec, layer.get())));
        }
        if (spec.values() instanceof ValueSource.Service) {
            return Timetables.of(session.district(), layer.get()).map(t -> new Job(spec, layer.get(), view, null, null, t, null, null, told(spec, layer.get())));
        }
        if (spec.values() instanceof ValueSource.Volume) {
            return layer.get() instanceof FlowLayer flow ? Optional.of(new Job(spec, flow, view, null, null, null, flow.flows(), difference, told(spec, layer.get()))) : Optional.empty();
        }
        return Optional.of(new Job(spec, layer.get(), view, null, null, null, null, difference, told(spec, layer.get())));
    }

    private Told told(OverlaySpec spec, Layer layer) {
        DataOrigins origins = new DataOrigins(session.dataBook(), session.scenarios());
        Guard guard = session.vault().guard();
        FeatureTable features = layer.features();
        BitSet out = new BitSet();
        Origin origin = Origin.UNSTATED;
        if (spec.values() instanceof ValueSource.Attribute a) {
            out.or(guard.withheld(layer.id(), a.attribute()).orElse(new BitSet()));
            origin = origins.ofAttribute(layer.id(), a.attribute());
        } else if (spec.values() instanceof ValueSource.Series s) {
            out.or(guard.withheldRows(s.seriesId(), layer));
            origin = origins.ofSeries(s.seriesId());
        }
        int count = (int) out.stream().filter(r -> r < features.size() && features.parents()[r] < 0).count();
        return new Told(count, Sureness.of(origin, layer.kind()));
    }

    private Difference difference(OverlaySpec spec) {
        ScenarioView from = other.getValue();
        return from == null ? null : new Difference(from, TEXTS.get("difference", session.word(spec.title()), name(session.scenarios().active()), name(from.scenarioId())));
    }

    private String name(String scenarioId) {
        return session.scenarios().scenario(scenarioId).map(Scenario::name).map(session::word).orElse(TEXTS.get("today"));
    }

    private Painted paint(Job job, TimeWindow asked) {
        if (isStale) {
            isStale = false;
            brush = null; // its legend was worded for another language
        }
        Key wanted = new Key(job.spec(), job.layer().features(), job.table(), job.keyAttribute(), job.timetable(), job.flows(),
                job.flows() == null ? null : Duration.between(asked.start(), asked.end()));
        OverlayPainter base = brush != null && wanted.is(brush.key()) ? brush.base() : painter(wanted);
        OverlayPainter now = under(base, wanted, job.view(), job);
        brush = new Brush(wanted, base, now);
        OverlayPainter painter = job.difference() == null ? now
                : now.less(under(base, wanted, job.difference().other(), job), job.difference().title(), asked);
        Legend legend = painter.legend(asked);
        Legend told = job.told().withheld() > 0 ? legend.withWithheld(job.told().withheld()) : legend;
        return new Painted(job.spec().layerId(), painter.colours(asked), Optional.of(told.withSure(job.told().sure())));
    }

    /** The painter of the base, or one of what a scenario makes of it. */
    private static OverlayPainter under(OverlayPainter base, Key wanted, ScenarioView view, Job job) {
        if (job.layer() instanceof FlowLayer flow && wanted.flows() != null) {
            Flows now = view.flows(flow);
            return now == wanted.flows() ? base : base.of(FlowValues.values(wanted.features(), now));
        }
        FeatureTable features = view.features(job.layer());
        SeriesView series = job.spec().values() instanceof ValueSource.Series s ? view.series(s.seriesId()).orElseGet(() -> ScenarioSeries.nothing(s.seriesId(), job.table())) : null;
        return features == wanted.features() && series == wanted.table() ? base : base.of(features, series);
    }

    private static OverlayPainter painter(Key wanted) {
        if (wanted.timetable() != null) {
            return ServiceValues.painter(wanted.spec(), wanted.features(), wanted.timetable());
        }
        if (wanted.flows() != null) {
            return FlowValues.painter(wanted.spec(), wanted.features(), wanted.flows(), wanted.length());
        }
        if (wanted.table() == null) {
            return OverlayPainter.ofAttribute(wanted.spec(), wanted.features());
        }
        SeriesJoin join = wanted.keyAttribute() == null ? SeriesJoin.best(wanted.table().keys(), wanted.features())
                : SeriesJoin.by(wanted.keyAttribute(), wanted.table().keys(), wanted.features());
        return OverlayPainter.ofSeries(wanted.spec(), wanted.features(), wanted.table(), join);
    }
}
