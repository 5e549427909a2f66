package org.kvarter.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.analysis.area.AreaSeries;
import org.kvarter.analysis.area.Membership;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.area.Summaries;
import org.kvarter.analysis.expression.ColumnExpression;
import org.kvarter.analysis.expression.ExpressionException;
import org.kvarter.analysis.expression.Inputs;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.analysis.privacy.Masks;
import org.kvarter.analysis.privacy.WithheldSeries;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.scenario.Derivation;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;

/**
 * Attributes by expressions and sums over areas under a scenario: reckoned anew where it changes what they are reckoned from, and without what it takes
 * down. Sums of personal values
 * are not told of a scenario that changes them: single values are withheld there, and a sum without them would be wrong.
 *
 * @param book        what is reckoned
 * @param district    the layers as the view has them without a scenario
 * @param meshes      triangles of solid layers by layer id
 * @param series      series without a scenario, by id
 * @param targets     what they are joined to
 * @param guard       what is withheld; {@link Guard#NONE} for views of everything
 * @param memberships which feature belongs to which area
 */
public record Derivations(DataBook book, District district, Map<String, LayerMesh> meshes, Map<String, ? extends SeriesView> series,
                          Function<String, Optional<Reckoning.Target>> targets, Guard guard, Memberships memberships) implements Derivation {

    @Override
    public FeatureTable features(ScenarioView view, Layer layer, FeatureTable changed) {
        FeatureTable now = columns(view, layer, changed);
        FeatureTable summed = now;
        for (AreaSummary summary : book.summaries()) {
            if (summary.areas().equals(layer.id()) && !summary.ofSeries()) {
                summed = summed(view, layer, summary, summed);
            }
        }
        return summed == now ? now : columns(view, layer, summed);
    }

    private FeatureTable columns(ScenarioView view, Layer layer, FeatureTable changed) {
        FeatureTable now = changed;
        for (DerivedColumn column : book.columns()) {
            if (column.layerId().equals(layer.id())) {
                try {
                    ColumnExpression expression = ColumnExpression.of(column.expression(), new Lazy(view, layer.id(), now));
                    if (isTouched(view, layer, expression, now)) {
                        now = put(layer, now, expression.column(column.name(), column.unit()));
                    }
                } catch (ExpressionException e) {
                    continue; // told where it is reckoned without a scenario
                }
            }
        }
        return now;
    }

    private boolean isTouched(ScenarioView view, Layer layer, ColumnExpression expression, FeatureTable now) {
        return expression.attributes().stream().anyMatch(a -> differs(layer.features(), now, a))
                || expression.series().stream().anyMatch(id -> view.series(id).filter(s -> s != series.get(id)).isPresent());
    }

    private static boolean differs(FeatureTable before, FeatureTable now, String attribute) {
        return before.attributes().column(attribute).orElse(null) != now.attributes().column(attribute).orElse(null);
    }

    private FeatureTable put(Layer layer, FeatureTable now, AttributeColumn column) {
        BitSet out = guard.withheld(layer.id(), column.name()).orElse(new BitSet());
        return now.withAttributes(now.attributes().with(out.isEmpty() ? column : Masks.column(column, out)));
    }

    private FeatureTable summed(ScenarioView view, Layer layer, AreaSummary summary, FeatureTable changed) {
        Layer of = district.layer(summary.of()).orElse(null);
        if (of == null || of.id().equals(layer.id())) {
            return changed;
        }
        FeatureTable now = view.features(of);
        BitSet gone = view.goneRows(of);
        boolean touched = !gone.isEmpty() || !summary.value().isEmpty() && differs(of.features(), now, summary.value()) || !summary.weight().isEmpty() && differs(of.features(), now, summary.weight());
        if (!touched || !summary.value().isEmpty() && now.attributes().column(summary.value()).isEmpty()) {
            return changed;
        }
        AttributeColumn column = Summaries.column(summary, now, membership(of, layer, summary).without(gone));
        if (guard.withheld(layer.id(), summary.name()).isPresent()) {
            BitSet all = new BitSet();
            all.set(0, column.size());
            column = Masks.column(column, all);
        }
        return changed.withAttributes(changed.attributes().with(column));
    }

    private Membership membership(Layer of, Layer areas, AreaSummary summary) {
        return memberships.of(of, meshes.get(of.id()), areas, meshes.get(areas.id()), summary.belonging());
    }

    @Override
    public Optional<SeriesView> series(ScenarioView view, String id) {
        AreaSummary summary = book.summaries().stream().filter(s -> s.ofSeries() && LayerSeries.id(s.areas(), s.name()).equals(id)).findFirst().orElse(null);
        Layer of = summary == null ? null : district.layer(summary.of()).orElse(null);
        Layer areas = summary == null ? null : district.layer(summary.areas()).orElse(null);
        if (of == null || areas == null || summary.value().equals(id)) {
            return Optional.empty();
        }
        SeriesView now = view.series(summary.value()).orElse(null);
        BitSet gone = view.goneRows(of);
        if (now == null || now == series.get(summary.value()) && gone.isEmpty()) {
            return Optional.empty();
        }
        int[] placeOf = join(now, of.features());
        gone.stream().forEach(row -> placeOf[row] = -1); // a place that others share stays theirs
        AreaSeries made = new AreaSeries(id, summary, now, Summaries.places(placeOf, now.places(), membership(of, areas, summary)), areas.features().ids(),
                Summaries.weights(summary, view.features(of), placeOf, now.places()));
        if (guard.withheldPlaces(id).isEmpty()) {
            return Optional.of(made);
        }
        BitSet all = new BitSet();
        all.set(0, made.places());
        return Optional.of(new WithheldSeries(made, all));
    }

    private int[] join(SeriesView of, FeatureTable features) {
        return SeriesJoin.by(targets.apply(of.id()).map(Reckoning.Target::keyAttribute).orElse(""), of.keys(), features).placeOfFeature();
    }

    /** Joins a series when an expression asks for it. */
    private final class Lazy implements Inputs {
        private final ScenarioView view;
        private final String layerId;
        private final FeatureTable features;

        Lazy(ScenarioView view, String layerId, FeatureTable features) {
            this.view = view;
            this.layerId = layerId;
            this.features = features;
        }

        @Override
        public FeatureTable features() {
            return features;
        }

        @Override
        public List<Joined> series() {
            List<Joined> all = new ArrayList<>();
            series.keySet().forEach(id -> series(id).ifPresent(all::add));
            return all;
        }

        @Override
        public Optional<Joined> series(String name) {
            return series.values().stream().filter(s -> targets.apply(s.id()).filter(t -> t.layerId().equals(layerId)).isPresent())
                    .filter(s -> s.id().equals(name) || s.titles().byLanguage().containsValue(name)).findFirst()
                    .flatMap(s -> view.series(s.id())).map(s -> new Joined(s, join(s, features)));
        }
    }
}
