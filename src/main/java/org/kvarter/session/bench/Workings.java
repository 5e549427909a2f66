package org.kvarter.session.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Layers;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.expression.Inputs;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.TextColumn;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/**
 * Keeps the attributes and sums of the session's book reckoned while layers and series come and change: off the window's thread, the latest
 * state wins, and columns whose values stay the same stay the same objects. JavaFX thread only.
 */
public final class Workings {

    private static final Texts TEXTS = Texts.in(Workings.class);

    private final Session session;
    private final LatestWins<Reckoning.Result> reckoning;
    private final Memberships memberships = new Memberships();
    private final WeakColumns made = new WeakColumns();
    private final ReadOnlyObjectWrapper<Map<Object, String>> problems = new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private List<Object> asked = List.of();

    public Workings(Session session, Tasks tasks) {
        this.session = session;
        reckoning = new LatestWins<>(tasks.work(), tasks.fx());
        InvalidationListener changed = o -> changed();
        session.districtProperty().addListener((o, was, is) -> changed());
        session.dataBookProperty().addListener((o, was, is) -> changed());
        session.series().addListener(changed);
        session.seriesSources().addListener(changed);
        session.meshes().addListener(changed);
    }

    /** A sentence for each {@link DerivedColumn} and {@link AreaSummary} that cannot be reckoned now. */
    public ReadOnlyObjectProperty<Map<Object, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What an expression for a layer can ask for, what the book adds included. */
    public Inputs inputs(String layerId) {
        return new Reckoning(session.district(), Map.of(), session.series(), this::target, memberships).inputs(layerId);
    }

    /** Adds an attribute by an expression, or changes the one of its name, as one undoable step. */
    public void put(DerivedColumn column) {
        boolean there = session.dataBook().column(column.layerId(), column.name()).isPresent();
        perform(TEXTS.get(there ? "undo.column" : "undo.addColumn", column.name()), session.dataBook().with(column));
    }

    /** Takes an attribute by an expression away, as one undoable step. */
    public void remove(DerivedColumn column) {
        perform(TEXTS.get("undo.removeColumn", column.name()), session.dataBook().without(column));
    }

    /** Sums up over areas, as one undoable step. */
    public void put(AreaSummary summary) {
        perform(TEXTS.get("undo.addSummary", summary.name()), session.dataBook().with(summary));
    }

    /** Takes a sum over areas away, as one undoable step. */
    public void remove(AreaSummary summary) {
        perform(TEXTS.get("undo.removeSummary", summary.name()), session.dataBook().without(summary));
    }

    /** Another book, as one undoable step. */
    public void perform(String title, DataBook after) {
        DataBook before = session.dataBook();
        if (!before.equals(after)) {
            session.undo().perform(Change.of(title, () -> session.dataBookProperty().set(after), () -> session.dataBookProperty().set(before)));
        }
    }

    private Optional<Reckoning.Target> target(String seriesId) {
        return session.seriesTarget(seriesId).map(t -> new Reckoning.Target(t.layerId(), t.keyAttribute()));
    }

    private void changed() {
        DataBook book = session.dataBook();
        District bare = bare(session.vault().whole());
        Set<String> ours = book.summaries().stream().filter(AreaSummary::ofSeries).map(s -> LayerSeries.id(s.areas(), s.name())).collect(Collectors.toSet());
        Map<String, SeriesView> series = session.vault().allSeries();
        series.keySet().removeAll(ours);
        series.keySet().removeAll(madeSeries);
        List<Object> now = signature(book, bare, series);
        if (same(now, asked)) {
            return;
        }
        asked = now;
        if (book.columns().isEmpty() && book.summaries().isEmpty() && !hasMade(session.vault().whole())) {
            problems.set(Map.of());
            return;
        }
        Map<String, LayerMesh> meshes = new HashMap<>(session.meshes());
        Map<String, Optional<Reckoning.Target>> targets = new HashMap<>();
        series.keySet().forEach(id -> targets.put(id, target(id)));
        reckoning.request(() -> new Reckoning(bare, meshes, series, id -> targets.getOrDefault(id, Optional.empty()), memberships).of(book), this::put);
    }

    private final Set<String> madeSeries = new java.util.HashSet<>();

    private List<Object> signature(DataBook book, District bare, Map<String, SeriesView> series) {
        List<Object> all = new ArrayList<>();
        all.addAll(book.columns());
        all.addAll(book.summaries());
        if (!all.isEmpty()) {
            bare.layers().forEach(l -> {
                all.add(new Same(l.features().ids()));
                l.features().attributes().columns().forEach(c -> all.add(new Same(c)));
            });
            series.values().forEach(s -> all.add(new Same(s)));
            session.seriesSources().values().forEach(s -> all.add(s.layerId() + " " + s.keyAttribute()));
            session.meshes().values().forEach(m -> all.add(new Same(m)));
        }
        return all;
    }

    /** Equal to itself alone. */
    private record Same(Object of) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same s && s.of == of;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(of);
        }
    }

    private static boolean same(List<Object> a, List<Object> b) {
        return a.size() == b.size() && a.equals(b);
    }

    private boolean hasMade(District district) {
        return !madeSeries.isEmpty() || district.layers().stream().flatMap(l -> l.features().attributes().columns().stream()).anyMatch(made::holds);
    }

    /** The district without what was reckoned. */
    private District bare(District district) {
        District bare = district;
        for (Layer layer : district.layers()) {
            List<AttributeColumn> own = layer.features().attributes().columns().stream().filter(c -> !made.holds(c)).toList();
            if (own.size() < layer.features().attributes().columns().size()) {
                bare = bare.with(Layers.with(layer, layer.features().withAttributes(new AttributeTable(layer.features().size(), own))));
            }
        }
        return bare;
    }

    private void put(Reckoning.Result result) {
        session.vault().reckoned(result);
        District before = session.vault().whole();
        District after = before;
        for (Layer layer : before.layers()) {
            List<AttributeColumn> columns = new ArrayList<>(layer.features().attributes().columns());
            Map<String, AttributeColumn> old = new HashMap<>();
            columns.stream().filter(made::holds).forEach(c -> old.put(c.name(), c));
            columns.removeAll(old.values());
            columns.removeIf(made::holds);
            Set<String> own = columns.stream().map(AttributeColumn::name).collect(Collectors.toSet());
            for (AttributeColumn column : result.columns().getOrDefault(layer.id(), List.of())) {
                AttributeColumn kept = equal(column, old.get(column.name())) ? old.get(column.name()) : column;
                if (kept.size() == layer.features().size() && !own.contains(kept.name())) {
                    made.add(kept);
                    columns.add(kept);
                }
            }
            if (!identical(columns, layer.features().attributes().columns())) {
                after = after.with(Layers.with(layer, layer.features().withAttributes(new AttributeTable(layer.features().size(), columns))));
            }
        }
        session.districtProperty().set(after);
        Set<String> now = result.series().stream().map(SeriesTable::id).collect(Collectors.toSet());
        Stream.of(madeSeries.toArray(String[]::new)).filter(id -> !now.contains(id)).forEach(id -> {
            madeSeries.remove(id);
            session.series().remove(id);
        });
        madeSeries.addAll(now);
        result.series().forEach(table -> {
            boolean same = session.vault().wholeSeries(table.id()) instanceof SeriesTable old && old.axis().equals(table.axis())
                    && Arrays.equals(old.values(), table.values()) && Arrays.equals(old.keys(), table.keys());
            if (!same) {
                session.series().put(table.id(), table);
            }
        });
        session.vault().refreshed();
        Map<Object, String> all = new HashMap<>(result.problems());
        session.dataBook().summaries().forEach(s -> session.vault().guard().problem(s).ifPresent(why -> all.putIfAbsent(s, why)));
        problems.set(Map.copyOf(all));
    }

    private static boolean identical(List<AttributeColumn> a, List<AttributeColumn> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(AttributeColumn a, AttributeColumn b) {
        if (a instanceof NumberColumn n && b instanceof NumberColumn m) {
            return n.unit().equals(m.unit()) && n.type() == m.type() && Arrays.equals(n.values(), m.values());
        }
        return a instanceof TextColumn t && b instanceof TextColumn u && Arrays.equals(t.codes(), u.codes()) && Objects.deepEquals(t.dictionary(), u.dictionary());
    }
}
