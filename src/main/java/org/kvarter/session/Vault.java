package org.kvarter.session;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.Layers;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.analysis.privacy.Ledger;
import org.kvarter.analysis.privacy.Masks;
import org.kvarter.analysis.privacy.MovingMask;
import org.kvarter.analysis.privacy.ToldSums;
import org.kvarter.analysis.privacy.Trials;
import org.kvarter.analysis.privacy.WithheldSeries;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;

/**
 * Keeps what is personal apart from what the session shows: whoever puts a layer or series into the session puts it in here, and everybody who reads
 * the session finds it without what is withheld. Only sums ask for all of it. While nothing is personal, it is in nobody's way. JavaFX thread only.
 */
public final class Vault {

    private record Pair<T>(WeakReference<T> shown, T whole, BitSet withheld) {
    }

    private final Session session;
    private final List<Pair<AttributeColumn>> columns = new ArrayList<>();
    private final List<Pair<SeriesView>> tables = new ArrayList<>();
    /** Layers of flows and of what moves. */
    private final List<Pair<Layer>> moving = new ArrayList<>();
    private final Map<String, SeriesView> wholeSeries = new HashMap<>();
    private final Ledger ledger = new Ledger();
    private final Trials trials = new Trials();
    private Guard guard = Guard.NONE;
    private List<Object> guarded = List.of();
    private Reckoning.Result reckoned;
    private boolean refreshing;
    private int keptAt;

    Vault(Session session) {
        this.session = session;
    }

    /** What is withheld now, and which sums may be told. */
    public Guard guard() {
        return guard;
    }

    /** The sums that were told of the features that are here now, for a project to keep. */
    public List<ToldSums> told() {
        return ledger.kept(session.district().layers().stream().map(l -> l.features().ids()).toList());
    }

    /** Takes over which sums were told when a project was written. */
    public void remember(List<ToldSums> told) {
        ledger.remember(told);
    }

    /** Whether sums were told that no project has noted. */
    public boolean isToldAnew() {
        return Guard.isActive(session.dataBook()) && ledger.grown() > keptAt;
    }

    /** Project and session agree on what was told. */
    void kept() {
        keptAt = ledger.grown();
    }

    /** The district with everything, for sums alone. */
    public District whole() {
        return whole(session.district());
    }

    /** A series with everything, for sums alone; {@code null} for none of that id. */
    public SeriesView wholeSeries(String id) {
        SeriesView shown = session.series().get(id);
        return shown == null ? null : whole(tables, shown);
    }

    /** All series with everything, for sums alone. */
    public Map<String, SeriesView> allSeries() {
        Map<String, SeriesView> all = new HashMap<>();
        session.series().forEach((id, table) -> all.put(id, whole(tables, table)));
        return all;
    }

    /** A column with everything. */
    public AttributeColumn whole(AttributeColumn shown) {
        return whole(columns, shown);
    }

    /** Takes over what was reckoned of the book, which is put into the session next: what it tells decides on what is withheld. */
    public void reckoned(Reckoning.Result result) {
        reckoned = result;
        guarded = List.of();
    }

    /** Shows all of it anew once what was reckoned is put in. */
    public void refreshed() {
        refresh();
    }

    private static <T> T whole(List<Pair<T>> pairs, T shown) {
        for (Pair<T> pair : pairs) {
            if (pair.shown().get() == shown) {
                return pair.whole();
            }
        }
        return shown;
    }

    private District whole(District shown) {
        District whole = shown;
        for (Layer layer : columns.isEmpty() && moving.isEmpty() ? List.<Layer>of() : shown.layers()) {
            Layer mover = whole(moving, layer);
            if (mover != layer) {
                whole = whole.with(mover);
                continue;
            }
            List<AttributeColumn> all = layer.features().attributes().columns();
            List<AttributeColumn> of = all.stream().map(this::whole).toList();
            whole = isSame(all, of) ? whole : whole.with(with(layer, of));
        }
        return whole;
    }

    private static Layer with(Layer layer, List<AttributeColumn> columns) {
        return Layers.with(layer, layer.features().withAttributes(new AttributeTable(layer.features().size(), columns)));
    }

    private static boolean isSame(List<?> a, List<?> b) {
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** A district that is put into the session, as it is shown. */
    District shown(District wanted) {
        District whole = whole(wanted);
        if (!Guard.isActive(session.dataBook())) {
            return whole;
        }
        watch(whole);
        District shown = wanted;
        for (Layer layer : whole.layers()) {
            List<AttributeColumn> now = wanted.layer(layer.id()).orElseThrow().features().attributes().columns();
            List<AttributeColumn> masked = layer.features().attributes().columns().stream()
                    .map(c -> masked(columns, c, withheld(layer, c), w -> Masks.column(c, w))).toList();
            shown = isSame(now, masked) ? shown : shown.with(with(layer, masked));
            if (MovingMask.concerns(layer, guard)) {
                shown = shown.with(masked(moving, layer, all(layer.features().size()), w -> MovingMask.shown(layer, guard)));
            }
        }
        return shown;
    }

    /** What is reckoned is withheld whole until it is known what it tells of. */
    private BitSet withheld(Layer layer, AttributeColumn column) {
        DataBook book = session.dataBook();
        boolean isReckoned = book.column(layer.id(), column.name()).isPresent()
                || book.summaries().stream().anyMatch(s -> s.areas().equals(layer.id()) && s.name().equals(column.name()));
        if (isReckoned && reckoned == null) {
            return all(layer.features().size());
        }
        return guard.withheld(layer.id(), column.name()).orElse(new BitSet());
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet();
        all.set(0, size);
        return all;
    }

    private <T> T masked(List<Pair<T>> pairs, T whole, BitSet withheld, java.util.function.Function<BitSet, T> mask) {
        pairs.removeIf(p -> p.shown().get() == null);
        if (withheld.isEmpty()) {
            return whole;
        }
        for (Pair<T> pair : pairs) {
            T shown = pair.shown().get();
            if (pair.whole() == whole && pair.withheld().equals(withheld) && shown != null) {
                return shown;
            }
        }
        T shown = mask.apply(withheld);
        pairs.add(new Pair<>(new WeakReference<>(shown), whole, (BitSet) withheld.clone()));
        return shown;
    }

    /** A series that is put into the session, as it is shown. */
    SeriesView shown(SeriesView wanted) {
        SeriesView whole = whole(tables, wanted);
        wholeSeries.put(whole.id(), whole);
        if (!Guard.isActive(session.dataBook())) {
            return whole;
        }
        watch(whole());
        boolean isReckoned = session.dataBook().summaries().stream().anyMatch(s -> s.ofSeries() && LayerSeries.id(s.areas(), s.name()).equals(whole.id()));
        BitSet out = isReckoned && reckoned == null ? all(whole.places()) : guard.withheldPlaces(whole.id()).orElse(new BitSet());
        return masked(tables, whole, out, w -> new WithheldSeries(whole, w));
    }

    /** Makes the guard anew where layers, series or the book changed. */
    private void watch(District whole) {
        Map<String, SeriesView> series = allSeries();
        series.putAll(wholeSeries);
        series.keySet().removeIf(id -> !session.series().containsKey(id) && !wholeSeries.containsKey(id));
        Map<String, SeriesView> flows = new HashMap<>(series);
        MovingMask.addFlows(whole, flows);
        List<Object> now = new ArrayList<>(List.of(session.dataBook()));
        whole.layers().forEach(l -> now.add(new Same(l.features().ids())));
        whole.layers().forEach(l -> l.features().attributes().columns().forEach(c -> now.add(new Same(c))));
        series.values().forEach(s -> now.add(new Same(s)));
        session.seriesSources().values().forEach(s -> now.add(s.layerId() + "\0" + s.keyAttribute()));
        if (now.equals(guarded)) {
            return;
        }
        guarded = now;
        if (reckoned != null && !fits(reckoned, whole)) {
            reckoned = null;
        }
        Guard plain = new Guard(session.dataBook(), whole, flows, this::target, ledger, trials);
        guard = reckoned == null ? plain : plain.with(reckoned);
    }

    private static boolean fits(Reckoning.Result result, District whole) {
        return result.columns().entrySet().stream().allMatch(e -> whole.layer(e.getKey())
                .filter(l -> e.getValue().stream().allMatch(c -> c.size() == l.features().size())).isPresent())
                && result.steps().stream().allMatch(s -> s.membership() == null || s.definition() instanceof AreaSummary a
                && whole.layer(a.of()).filter(l -> l.features().size() == s.membership().areaOf().length).isPresent());
    }

    private Optional<Reckoning.Target> target(String seriesId) {
        return session.seriesTarget(seriesId).map(t -> new Reckoning.Target(t.layerId(), t.keyAttribute()));
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

    /** Shows layers and series anew, as after another rule or another series. */
    void refresh() {
        if (refreshing) {
            return;
        }
        refreshing = true;
        try {
            wholeSeries.keySet().removeIf(id -> !session.series().containsKey(id));
            if (!Guard.isActive(session.dataBook())) {
                guard = Guard.NONE;
                guarded = List.of();
                if (columns.isEmpty() && tables.isEmpty() && moving.isEmpty()) {
                    return;
                }
            }
            session.districtProperty().set(session.district());
            for (SeriesView table : List.copyOf(session.series().values())) {
                SeriesView shown = shown(table);
                if (shown != session.series().get(table.id())) {
                    session.series().put(table.id(), whole(tables, table));
                }
            }
        } finally {
            refreshing = false;
        }
    }

    /** A map whose tables are put in as they are shown. */
    Map<String, SeriesView> seriesMap() {
        return new HashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public SeriesView put(String id, SeriesView table) {
                return super.put(id, Objects.requireNonNull(shown(table)));
            }
        };
    }
}
