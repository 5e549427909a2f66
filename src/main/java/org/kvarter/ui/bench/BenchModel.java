package org.kvarter.ui.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.chart.Ranking;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.SeriesTarget;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.ui.filter.FilterModel;

/** What the bench shows: of which layer, which features, in which order, and which charts. JavaFX thread only; it works while the bench is out. */
public final class BenchModel {

    /** Which features are shown. */
    public enum Scope {
        ALL, FILTERED, SELECTED
    }

    /**
     * An order.
     *
     * @param by         a number; {@code null} for a text
     * @param text       an attribute of texts, or empty for the name
     * @param descending whether the largest comes first
     */
    record Order(BenchValue by, String text, boolean descending) {
    }

    private final Session session;
    private final FilterModel filter;
    private final Tasks tasks;
    private final LatestWins<BenchData> reading;
    private final BooleanProperty out = new SimpleBooleanProperty(this, "out", false);
    private final ObjectProperty<String> layer = new SimpleObjectProperty<>(this, "layer", "");
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ALL);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order");
    private final ReadOnlyObjectWrapper<BenchData> data = new ReadOnlyObjectWrapper<>(this, "data", BenchData.NOTHING);
    private final ReadOnlyObjectWrapper<BitSet> selected = new ReadOnlyObjectWrapper<>(this, "selected", new BitSet());
    private final BenchCharts charts;

    public BenchModel(Session session, FilterModel filter, Tasks tasks) {
        this.session = session;
        this.filter = filter;
        this.tasks = tasks;
        charts = new BenchCharts(session, data.getReadOnlyProperty());
        reading = new LatestWins<>(tasks.work(), tasks.fx());
        InvalidationListener changed = o -> read();
        out.subscribe(is -> read());
        session.viewProperty().addListener((o, was, is) -> read());
        filter.resultProperty().addListener((o, was, is) -> {
            if (scope.get() == Scope.FILTERED) {
                read();
            }
        });
        session.selection().addListener((InvalidationListener) o -> selectionChanged());
        session.clock().timeProperty().addListener((o, was, is) -> timeChanged());
        session.clock().stepProperty().addListener((o, was, is) -> timeChanged());
        layer.addListener(changed);
        session.dataBookProperty().addListener((o, was, is) -> {
            if (!was.charts(layer.get()).equals(is.charts(layer.get())) && out.get()) {
                charts.show(data.get());
            }
        });
        scope.addListener(changed);
        order.addListener(changed);
    }

    /** Whether the bench is out; nothing is reckoned while it is not. */
    public BooleanProperty outProperty() {
        return out;
    }

    /** Id of the layer whose features are shown. */
    public ObjectProperty<String> layerProperty() {
        return layer;
    }

    /** Which of its features are shown. */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<BenchData> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** Rows of the layer that are selected in the twin; a part's whole for the part. Do not change. */
    public ReadOnlyObjectProperty<BitSet> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The charts beside the table. */
    BenchCharts charts() {
        return charts;
    }

    Session session() {
        return session;
    }

    Tasks tasks() {
        return tasks;
    }

    /** Sums of a personal series over some features, as far as they may be told; empty for a series that is not personal. To be asked for on the window's thread. */
    Optional<Told> told(String seriesId) {
        String shape = session.viewProperty().get().shapeOf(seriesId);
        return session.vault().guard().withheldPlaces(shape).map(w -> new Told(session.scenarioEngine(), session.scenarios()));
    }

    /** How sure a value is. */
    Origin origin(BenchValue value) {
        DataOrigins origins = new DataOrigins(session.dataBook(), session.scenarios());
        return value == null ? Origin.UNSTATED : value instanceof BenchValue.Attribute a ? origins.ofAttribute(layer.get(), a.id()) : origins.ofSeries(value.id());
    }

    /** Rows of the layer whose value is withheld. */
    int withheld(BenchValue value) {
        FeatureTable features = data.get().features();
        Guard guard = session.vault().guard();
        BitSet rows = value == null ? new BitSet() : value instanceof BenchValue.Attribute a ? guard.withheld(layer.get(), a.id()).orElse(new BitSet())
                : session.layer(layer.get()).map(l -> guard.withheldRows(value.id(), l)).orElse(new BitSet());
        return (int) Arrays.stream(data.get().rows()).filter(r -> r < features.size() && rows.get(r)).count();
    }

    /** Name of the shown scenario; empty for the district as it is. */
    String scenario() {
        return session.scenarios().scenario(session.scenarios().active()).map(Scenario::name).map(session::word).orElse("");
    }

    /** Layers that have features with attributes or series: buildings first. */
    List<Layer> layers() {
        Set<String> joined = new LinkedHashSet<>();
        session.series().keySet().forEach(id -> session.seriesTarget(id).ifPresent(t -> joined.add(t.layerId())));
        return session.district().layers().stream()
                .filter(l -> l.features().size() > 0 && (!l.features().attributes().columns().isEmpty() || joined.contains(l.id())))
                .sorted(Comparator.comparingInt(l -> l.kind() == LayerKind.BUILDINGS ? 0 : l.kind() == LayerKind.AREAS || l.kind() == LayerKind.PLOTS ? 1 : 2)).toList();
    }

    private void selectionChanged() {
        if (out.get()) {
            mark();
            if (scope.get() == Scope.SELECTED) {
                read();
            }
        }
    }

    private void mark() {
        BitSet now = new BitSet();
        FeatureTable features = data.get().features();
        String id = data.get().layerId();
        session.selection().stream().filter(k -> k.layerId().equals(id) && k.row() < features.size()).forEach(k -> now.set(features.root(k.row())));
        if (!now.equals(selected.get())) {
            selected.set(now);
        }
    }

    private void timeChanged() {
        if (out.get() && !data.get().series().isEmpty()) {
            read();
        }
    }

    private void read() {
        if (!out.get()) {
            return;
        }
        List<Layer> all = layers();
        Layer chosen = all.stream().filter(l -> l.id().equals(layer.get())).findFirst().orElse(all.isEmpty() ? null : all.get(0));
        if (chosen == null) {
            data.set(BenchData.NOTHING);
            return;
        }
        if (!chosen.id().equals(layer.get())) {
            layer.set(chosen.id()); // which reads anew
            return;
        }
        ScenarioView view = session.viewProperty().get();
        Map<String, String> keys = new HashMap<>();
        for (String id : session.series().keySet()) {
            session.seriesTarget(id).filter(t -> t.layerId().equals(chosen.id())).map(SeriesTarget::keyAttribute).ifPresent(k -> keys.put(id, k));
        }
        TimeWindow window = session.clock().window();
        Scope wanted = scope.get();
        BitSet filtered = filter.resultProperty().get().matches().get(chosen.id());
        boolean isFiltered = filter.resultProperty().get().isActive();
        Set<FeatureKey> picked = wanted == Scope.SELECTED ? Set.copyOf(session.selection()) : Set.of();
        Order by = order.get();
        reading.request(() -> {
            FeatureTable features = view.features(chosen);
            Map<String, SeriesView> series = new HashMap<>();
            keys.keySet().forEach(id -> view.series(id).ifPresent(s -> series.put(id, s)));
            int[] rows = BenchData.wholes(features);
            if (wanted == Scope.FILTERED && isFiltered) {
                rows = Arrays.stream(rows).filter(r -> filtered != null && filtered.get(r)).toArray();
            } else if (wanted == Scope.SELECTED) {
                rows = picked.stream().filter(k -> k.layerId().equals(chosen.id()) && k.row() < features.size()).mapToInt(k -> features.root(k.row()))
                        .distinct().sorted().toArray();
            }
            BenchData now = new BenchData(chosen.id(), features, series, BenchData.join(features, series, keys), window, rows);
            series.keySet().forEach(id -> now.values(new BenchValue.Now(id)));
            return sorted(now, by);
        }, this::show);
    }

    private static BenchData sorted(BenchData now, Order by) {
        if (by == null || by.by() != null && !now.has(by.by())) {
            return now;
        }
        if (by.by() != null) {
            return now.withRows(Ranking.byNumber(now.rows(), now.values(by.by()), by.descending()));
        }
        return now.features().attributes().column(by.text()).map(c -> now.withRows(Ranking.by(now.rows(), c, by.descending())))
                .orElseGet(() -> now.withRows(Ranking.byText(now.rows(), now::name, by.descending())));
    }

    private void show(BenchData now) {
        BenchData before = data.get();
        data.set(now);
        charts.show(before, now);
        mark();
    }

    /** Selects features of the layer in the twin. @param added whether those that are selected stay */
    void select(IntStream rows, boolean added) {
        String id = data.get().layerId();
        Stream<FeatureKey> now = rows.mapToObj(r -> new FeatureKey(id, r));
        Set<FeatureKey> keys = new LinkedHashSet<>(added ? session.selection() : Set.of());
        now.forEach(keys::add);
        SelectFeatures.only(session, keys);
    }

    /** Selects a feature, or takes it out of the selection. */
    void toggle(int row) {
        SelectFeatures.toggle(session, new FeatureKey(data.get().layerId(), row));
    }
}
