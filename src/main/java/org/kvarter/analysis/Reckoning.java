package org.kvarter.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kvarter.analysis.area.Membership;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.area.Summaries;
import org.kvarter.analysis.expression.ColumnExpression;
import org.kvarter.analysis.expression.ExpressionException;
import org.kvarter.analysis.expression.Inputs;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Texts;

/**
 * Reckons all attributes and sums of a book over a district: each as soon as what it asks for is there, whatever their order. Made for one
 * run on one thread; {@link Memberships} are kept from run to run.
 */
public final class Reckoning {

    private static final Texts TEXTS = Texts.in(Reckoning.class);

    /**
     * What a series is joined to.
     *
     * @param layerId      the layer
     * @param keyAttribute attribute that holds the series' keys; empty for the feature id
     */
    public record Target(String layerId, String keyAttribute) {
    }

    /**
     * What came of it.
     *
     * @param columns  by layer id
     * @param series   made for areas
     * @param problems a sentence for each {@link DerivedColumn} or {@link AreaSummary} that could not be reckoned
     * @param steps    what was reckoned, in order
     */
    public record Result(Map<String, List<AttributeColumn>> columns, List<SeriesTable> series, Map<Object, String> problems, List<Step> steps) {
    }

    /**
     * Something that was reckoned.
     *
     * @param definition a {@link DerivedColumn} or {@link AreaSummary}
     * @param attributes names of the attributes it was reckoned from
     * @param series     ids of the series it was reckoned from
     * @param membership which area features belong to; {@code null} for an expression
     */
    public record Step(Object definition, Set<String> attributes, Set<String> series, Membership membership) {
    }

    private final District district;
    private final Map<String, LayerMesh> meshes;
    private final Map<String, SeriesView> series;
    private final Function<String, Optional<Target>> targets;
    private final Memberships memberships;
    private final Map<String, FeatureTable> tables = new HashMap<>();
    private final Map<String, List<AttributeColumn>> columns = new LinkedHashMap<>();
    private final Map<String, SeriesTable> made = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param district layers without what the book adds to them
     * @param meshes   triangles of solid layers by layer id
     * @param series   series at hand by id, without those that the book makes
     * @param targets  what each is joined to
     */
    public Reckoning(District district, Map<String, LayerMesh> meshes, Map<String, ? extends SeriesView> series, Function<String, Optional<Target>> targets,
                     Memberships memberships) {
        this.district = district;
        this.meshes = meshes;
        this.series = new HashMap<>(series);
        this.targets = targets;
        this.memberships = memberships;
        district.layers().forEach(l -> tables.put(l.id(), l.features()));
    }

    /** Reckons everything. */
    public Result of(DataBook book) {
        List<Object> waiting = new ArrayList<>(book.columns());
        waiting.addAll(book.summaries());
        Map<Object, String> problems = new LinkedHashMap<>();
        boolean progress = true;
        while (progress && !waiting.isEmpty()) {
            progress = false;
            problems.clear();
            for (Object wanted : List.copyOf(waiting)) {
                try {
                    if (wanted instanceof DerivedColumn column) {
                        derive(column);
                    } else {
                        summarise((AreaSummary) wanted);
                    }
                    waiting.remove(wanted);
                    progress = true;
                } catch (ExpressionException | IllegalArgumentException e) {
                    problems.put(wanted, e.getMessage());
                }
            }
        }
        return new Result(columns, List.copyOf(made.values()), problems, steps);
    }

    /** What an expression for a layer can ask for now. */
    public Inputs inputs(String layerId) {
        FeatureTable features = tables.get(layerId);
        List<Inputs.Joined> joined = new ArrayList<>();
        series.values().forEach(s -> join(s, layerId, features).ifPresent(places -> joined.add(new Inputs.Joined(s, places))));
        return Inputs.of(features, joined);
    }

    private Optional<int[]> join(SeriesView of, String layerId, FeatureTable features) {
        return targets.apply(of.id()).or(() -> LayerSeries.layerOf(of.id()).map(id -> new Target(id, ""))).filter(t -> t.layerId().equals(layerId))
                .map(t -> SeriesJoin.by(t.keyAttribute(), of.keys(), features).placeOfFeature());
    }

    private void derive(DerivedColumn wanted) throws ExpressionException {
        FeatureTable features = tables.get(wanted.layerId());
        if (features == null) {
            throw new IllegalArgumentException(TEXTS.get("noLayer", wanted.layerId()));
        }
        if (features.attributes().names().contains(wanted.name())) {
            throw new IllegalArgumentException(TEXTS.get("taken", wanted.name()));
        }
        ColumnExpression expression = ColumnExpression.of(wanted.expression(), inputs(wanted.layerId()));
        put(wanted.layerId(), expression.column(wanted.name(), wanted.unit()));
        steps.add(new Step(wanted, expression.attributes(), expression.series(), null));
    }

    private void put(String layerId, AttributeColumn column) {
        tables.computeIfPresent(layerId, (id, t) -> t.withAttributes(t.attributes().with(column)));
        columns.computeIfAbsent(layerId, id -> new ArrayList<>()).add(column);
    }

    private void summarise(AreaSummary wanted) {
        Layer of = layer(wanted.of());
        Layer areas = layer(wanted.areas());
        Membership membership = memberships.of(of, meshes.get(of.id()), areas, meshes.get(areas.id()), wanted.belonging());
        FeatureTable features = tables.get(of.id());
        if (!wanted.ofSeries()) {
            if (tables.get(areas.id()).attributes().names().contains(wanted.name())) {
                throw new IllegalArgumentException(TEXTS.get("taken", wanted.name()));
            }
            for (String name : List.of(wanted.value(), wanted.weight())) {
                if (!name.isEmpty() && features.attributes().column(name).isEmpty()) {
                    throw new IllegalArgumentException(TEXTS.get("noAttribute", of.title(), name));
                }
            }
            put(areas.id(), Summaries.column(wanted, features, membership));
            steps.add(new Step(wanted, new HashSet<>(List.of(wanted.value(), wanted.weight())), Set.of(), membership));
            return;
        }
        SeriesView from = series.get(wanted.value());
        int[] placeOf = from == null ? null : join(from, of.id(), features).orElse(null);
        if (placeOf == null) {
            throw new IllegalArgumentException(TEXTS.get("noSeries", wanted.value(), of.title()));
        }
        String id = LayerSeries.id(areas.id(), wanted.name());
        SeriesTable table = Summaries.series(id, wanted, from, Summaries.places(placeOf, from.places(), membership), areas.features().ids(),
                Summaries.weights(wanted, features, placeOf, from.places()));
        steps.add(new Step(wanted, Set.of(wanted.weight()), Set.of(wanted.value()), membership));
        made.put(id, table);
        series.put(id, table);
    }

    private Layer layer(String id) {
        return district.layer(id).orElseThrow(() -> new IllegalArgumentException(TEXTS.get("noLayer", id)));
    }
}
