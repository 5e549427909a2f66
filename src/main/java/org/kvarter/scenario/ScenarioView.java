package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kvarter.mobility.TabledFlows;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.LinearSeries;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;
import org.kvarter.text.LocalText;

/**
 * The district under one scenario. What the scenario leaves alone is the base's own object; the rest is made when it is first asked for
 * and then kept. Thread-safe.
 */
public final class ScenarioView {

    private final BaseData base;
    private final AreaIndex areas;
    private final String scenarioId;
    private final Resolution resolution;
    private final Derivation derivation;
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, FeatureTable> features = new HashMap<>();
    private final Map<String, Optional<SeriesView>> series = new HashMap<>();
    private final Map<String, Flows> flows = new ConcurrentHashMap<>();

    ScenarioView(BaseData base, AreaIndex areas, String scenarioId, Resolution resolution, Derivation derivation) {
        this.derivation = derivation;
        this.base = base;
        this.areas = areas;
        this.scenarioId = scenarioId;
        this.resolution = resolution;
    }

    /** Id of the scenario; empty for the district as it is. */
    public String scenarioId() {
        return scenarioId;
    }

    /** The features of a layer with their attributes under the scenario; the layer's own table where none changes. */
    public synchronized FeatureTable features(Layer layer) {
        FeatureTable known = features.get(layer.id());
        if (known != null) {
            return known;
        }
        FeatureTable changed = changedFeatures(layer);
        if (scenarioId.isEmpty() || !underWay.add(layer.id())) { // what is reckoned in a circle stays as it is
            return changed;
        }
        try {
            FeatureTable reckoned = derivation.features(this, layer, changed);
            features.put(layer.id(), reckoned);
            return reckoned;
        } finally {
            underWay.remove(layer.id());
        }
    }

    private FeatureTable changedFeatures(Layer layer) {
        FeatureTable table = layer.features();
        AttributeTable attributes = table.attributes();
        for (Measure measure : resolution.measures()) {
            if (measure instanceof Measure.ChangeAttribute change && concerns(change.area(), layer)) {
                attributes = attributes.with(ChangedColumn.of(attributes, change, areas.rows(layer, change.area()),
                        resolution.amount(change.amount())));
            }
        }
        return attributes == table.attributes() ? table : table.withAttributes(attributes);
    }

    /** A series under the scenario: the project's table where the scenario does nothing to it; empty where there is none of that id. */
    public synchronized Optional<SeriesView> series(String id) {
        Optional<SeriesView> known = series.get(id);
        if (known == null) {
            known = madeSeries(id);
            series.put(id, known);
        }
        return known;
    }

    /** What goes where in a layer under the scenario; the layer's own flows where it does nothing to them. */
    public Flows flows(FlowLayer layer) {
        return base.flow(layer.id()).isPresent() && layer.flows() instanceof TabledFlows own && !plan(layer.id()).isBase()
                ? series(layer.id()).<Flows>map(s -> flows.computeIfAbsent(layer.id(), id -> own.of(s))).orElse(own) : layer.flows();
    }

    /** A series that is reckoned from one that the scenario changes. */
    Optional<SeriesView> derived(String id) {
        return scenarioId.isEmpty() ? Optional.empty() : derivation.series(this, id);
    }

    private Optional<SeriesView> madeSeries(String id) {
        SeriesPlan plan = plan(id);
        SeriesView shape = base.series().get(plan.shape(base));
        Optional<SeriesView> derived = plan.isBase() ? derived(id) : Optional.empty();
        if (shape == null || derived.isPresent()) {
            return derived;
        }
        if (plan.isBase() && gone(shape.id()).isEmpty()) {
            return Optional.of(shape);
        }
        List<LinearSeries.Term> terms = new ArrayList<>();
        plan.terms().forEach((part, factor) -> term(shape, part, factor).ifPresent(terms::add));
        LocalText titles = base.series().containsKey(id) || plan.title().isEmpty() ? shape.titles() : LocalText.of(plan.title());
        return Optional.of(new LinearSeries(id, titles, shape.quantity(), shape.unit(), shape.axis(), shape.keys(), terms));
    }

    private Optional<LinearSeries.Term> term(SeriesView shape, SeriesPlan.Part part, double factor) {
        SeriesView given = part.series().isEmpty() ? null : base.series().get(part.series());
        OptionalInt offset = given == null ? OptionalInt.of(0) : Places.offset(shape.axis(), given.axis());
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        double[] weights = new double[shape.places()];
        Arrays.fill(weights, factor);
        return Optional.of(new LinearSeries.Term(given, offset.getAsInt(), Places.of(shape, given, within(shape.id(), part.areas())), weights));
    }

    /** Places of a table that lie in all of some areas and stay. */
    BitSet within(String shapeId, List<Area> all) {
        BitSet within = (BitSet) areas.places(shapeId, Area.DISTRICT).clone();
        all.forEach(a -> within.and(areas.places(shapeId, a)));
        within.andNot(gone(shapeId));
        return within;
    }

    /** Places of a table all of whose features are taken away: what is not there neither uses nor gives anything. */
    BitSet gone(String shapeId) {
        return base.layerOf(shapeId).map(layer -> areas.placesOnlyOf(shapeId, goneRows(layer))).orElseGet(BitSet::new);
    }

    /** Rows of a layer that are taken away, parts with their wholes. */
    public BitSet goneRows(Layer layer) {
        BitSet rows = demolished(layer);
        BitSet gone = (BitSet) rows.clone();
        for (int row = 0; row < layer.features().size() && !rows.isEmpty(); row++) {
            gone.set(row, rows.get(row) || rows.get(layer.features().root(row)));
        }
        return gone;
    }

    SeriesPlan plan(String id) {
        return SeriesPlan.of(id, base, resolution);
    }

    /** A series that goes into this one and whose file is not read; empty where all are there. */
    Optional<String> unread(String seriesId) {
        return Stream.concat(Stream.of(seriesId), resolution.measures().stream()
                .filter(m -> m instanceof Measure.ChangeSeries c && c.series().equals(seriesId)).map(m -> ((Measure.ChangeSeries) m).given()))
                .filter(base::isUnread).findFirst();
    }

    /** Id of the project's table whose places and layer a series has; the series' own where the project has it. */
    public String shapeOf(String seriesId) {
        return plan(seriesId).shape(base);
    }

    /** Whether a layer stands there; empty where the scenario says nothing of it. */
    public Optional<Boolean> shown(String layerId) {
        Optional<Boolean> shown = Optional.empty();
        for (Measure measure : resolution.measures()) {
            if (measure instanceof Measure.ShowLayer show && show.layerId().equals(layerId)) {
                shown = Optional.of(show.shown());
            }
        }
        return shown;
    }

    /** The rows of a layer that are taken away. */
    public BitSet demolished(Layer layer) {
        BitSet gone = new BitSet();
        for (Measure measure : resolution.measures()) {
            if (measure instanceof Measure.Demolish demolish && concerns(demolish.area(), layer)) {
                gone.or(areas.rows(layer, demolish.area()));
            }
        }
        return gone;
    }

    /**
     * The rows of a layer of which an attribute or series is another than under {@code other}, or that are taken away under one of the two
     * only.
     */
    public BitSet changed(Layer layer, ScenarioView other) {
        BitSet changed = demolished(layer);
        changed.xor(other.demolished(layer));
        changed.or(differing(features(layer), other.features(layer)));
        Stream.concat(resolution.measures().stream(), other.resolution.measures().stream()).filter(Measure.ChangeSeries.class::isInstance)
                .map(m -> ((Measure.ChangeSeries) m).series()).distinct().forEach(id -> changed.or(changedBy(layer, id, other)));
        return changed;
    }

    private static BitSet differing(FeatureTable now, FeatureTable then) {
        BitSet rows = new BitSet();
        if (now == then) {
            return rows;
        }
        Stream.concat(now.attributes().columns().stream(), then.attributes().columns().stream()).map(AttributeColumn::name).distinct().forEach(name -> {
            AttributeColumn a = now.attributes().column(name).orElse(null);
            AttributeColumn b = then.attributes().column(name).orElse(null);
            for (int row = 0; a != b && row < now.size(); row++) {
                if (differs(a, b, row)) {
                    rows.set(row);
                }
            }
        });
        return rows;
    }

    private static boolean differs(AttributeColumn a, AttributeColumn b, int row) {
        if (a instanceof NumberColumn && b instanceof NumberColumn) {
            return Double.compare(a.number(row), b.number(row)) != 0;
        }
        return !Objects.equals(a == null ? null : a.value(row), b == null ? null : b.value(row));
    }

    private BitSet changedBy(Layer layer, String seriesId, ScenarioView other) {
        BitSet rows = new BitSet();
        SeriesPlan plan = plan(seriesId);
        SeriesPlan otherPlan = other.plan(seriesId);
        String shape = plan.shape(base).isEmpty() ? otherPlan.shape(base) : plan.shape(base);
        Optional<SeriesJoin> join = shape.isEmpty() || base.layerOf(shape).filter(l -> l.id().equals(layer.id())).isEmpty()
                ? Optional.empty() : areas.join(shape);
        if (join.isEmpty()) {
            return rows;
        }
        BitSet places = new BitSet();
        Stream.concat(plan.terms().keySet().stream(), otherPlan.terms().keySet().stream()).distinct().forEach(part -> {
            if (!plan.terms().getOrDefault(part, 0.0).equals(otherPlan.terms().getOrDefault(part, 0.0))) {
                SeriesView given = part.series().isEmpty() ? null : base.series().get(part.series());
                int[] of = Places.of(base.series().get(shape), given, within(shape, part.areas()));
                for (int p = 0; p < of.length; p++) {
                    places.set(p, places.get(p) || of[p] >= 0);
                }
            }
        });
        int[] placeOf = join.get().placeOfFeature();
        for (int row = 0; row < placeOf.length; row++) {
            rows.set(row, placeOf[row] >= 0 && places.get(placeOf[row]));
        }
        return rows;
    }

    /** The assumptions as they count, those of the scenarios below included. */
    public List<Assumption> assumptions() {
        return List.copyOf(resolution.assumptions().values());
    }

    /** The value of an assumption; NaN for none of that id. */
    public double assumption(String id) {
        return resolution.value(id);
    }

    /** What it does, base first. */
    public List<Measure> measures() {
        return List.copyOf(resolution.measures());
    }

    /** What of the scenario is not understood, in sentences. */
    public List<String> problems() {
        return Stream.concat(resolution.problems().stream(), areas.problems().stream()).distinct().toList();
    }

    /** Whether a measure is about a row of a layer. */
    boolean concerns(Measure measure, Layer layer, int row) {
        return concerns(measure.area(), layer) && areas.rows(layer, measure.area()).get(row);
    }

    private static boolean concerns(Area area, Layer layer) {
        return area.layerId().isEmpty() || area.layerId().equals(layer.id());
    }
}
