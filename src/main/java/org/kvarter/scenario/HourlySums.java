package org.kvarter.scenario;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesView;

/** Tables added up over the places of areas, each once: what a moved assumption then only weighs anew. Thread-safe. */
final class HourlySums {

    private record Key(String shape, SeriesPlan.Part part, Area area, BitSet gone) {
    }

    private final BaseData base;
    private final AreaIndex areas;
    private final MovementHours movement;
    private final Discretion discretion;
    private final Map<Key, double[]> sums = new ConcurrentHashMap<>();

    HourlySums(BaseData base, AreaIndex areas, Discretion discretion) {
        this.discretion = discretion;
        this.base = base;
        this.areas = areas;
        this.movement = new MovementHours(base.district());
    }

    Discretion discretion() {
        return discretion;
    }

    /** Why the sum of a series over an area may not be told; empty where it may: each table that goes into it is asked for. */
    Optional<String> withheld(ScenarioView view, String seriesId, Area area) {
        if (discretion == Discretion.NONE) {
            return Optional.empty();
        }
        SeriesPlan plan = view.plan(seriesId);
        Optional<String> asked = onFilter(seriesId, area);
        if (asked.isPresent() || plan.isBase() && view.derived(seriesId).isPresent()) {
            return asked.or(() -> discretion.onOther(seriesId)); // sums over areas differ from those that are told by what the scenario does to single ones
        }
        for (SeriesPlan.Part part : plan.terms().keySet()) {
            Layer layer = part.series().isEmpty() ? null : base.layerOf(part.series()).orElse(null);
            if (layer != null) {
                BitSet rows = (BitSet) areas.rows(layer, area).clone();
                part.areas().forEach(a -> rows.and(areas.rows(layer, a)));
                rows.andNot(view.goneRows(layer));
                Optional<String> why = discretion.onSum(part.series(), layer, rows, false);
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> onFilter(String seriesId, Area area) {
        return area.filter().isEmpty() ? Optional.empty() : base.layerOf(seriesId).flatMap(layer -> onFilter(layer, area));
    }

    /** Why an area may not be asked about: its filter picks features by a value that is withheld of some. */
    Optional<String> onFilter(Layer layer, Area area) {
        return AreaIndex.asked(area).stream().flatMap(a -> discretion.onOther(layer.id() + "/" + a).stream()).findFirst();
    }

    MovementHours movement() {
        return movement;
    }

    BaseData base() {
        return base;
    }

    AreaIndex areas() {
        return areas;
    }

    /**
     * A series of a scenario added up over the places of an area, one value per interval; NaN where none has one. Empty where there is no
     * series of that id.
     */
    double[] of(ScenarioView view, String seriesId, Area area) {
        SeriesPlan plan = view.plan(seriesId);
        String shape = plan.shape(base);
        if (shape.isEmpty()) {
            return new double[0];
        }
        Optional<SeriesView> derived = view.plan(seriesId).isBase() ? view.derived(seriesId) : Optional.empty();
        if (derived.isPresent()) {
            return derived.get().sumOf(areas.places(shape, area).stream().toArray());
        }
        BitSet gone = view.gone(shape);
        double[] total = new double[base.series().get(shape).axis().count()];
        Arrays.fill(total, Double.NaN);
        plan.terms().forEach((part, factor) -> {
            double[] sum = sums.computeIfAbsent(new Key(shape, part, area, gone), this::add);
            for (int i = 0; i < total.length; i++) {
                if (sum[i] == sum[i]) {
                    total[i] = total[i] == total[i] ? total[i] + factor * sum[i] : factor * sum[i];
                }
            }
        });
        return total;
    }

    /** Number of places of a series in an area. */
    int count(ScenarioView view, String seriesId, Area area) {
        String shape = view.plan(seriesId).shape(base);
        if (shape.isEmpty()) {
            return 0;
        }
        BitSet places = (BitSet) areas.places(shape, area).clone();
        places.andNot(view.gone(shape));
        return places.cardinality();
    }

    private double[] add(Key key) {
        SeriesView shape = base.series().get(key.shape());
        double[] sum = new double[shape.axis().count()];
        BitSet within = (BitSet) areas.places(key.shape(), key.area()).clone();
        key.part().areas().forEach(a -> within.and(areas.places(key.shape(), a)));
        within.andNot(key.gone());
        if (key.part().series().isEmpty()) {
            Arrays.fill(sum, within.isEmpty() ? Double.NaN : within.cardinality());
            return sum;
        }
        SeriesView given = base.series().get(key.part().series());
        OptionalInt offset = Places.offset(shape.axis(), given.axis());
        int[] places = Arrays.stream(Places.of(shape, given, within)).filter(p -> p >= 0).toArray();
        double[] all = given.sumOf(places);
        for (int i = 0; i < sum.length; i++) {
            int at = offset.isEmpty() ? -1 : i + offset.getAsInt();
            sum[i] = at < 0 || at >= all.length ? Double.NaN : all[at];
        }
        return sum;
    }

    /** Whether some scenario of a book makes a series that the project does not have: there it is zero before. */
    static boolean isMade(ScenarioBook book, String seriesId) {
        List<Scenario> all = book.scenarios();
        return all.stream().flatMap(s -> s.measures().stream()).anyMatch(m -> m instanceof Measure.ChangeSeries c && c.series().equals(seriesId));
    }
}
