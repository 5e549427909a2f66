package org.kvarter.analysis;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.analysis.privacy.Masks;
import org.kvarter.analysis.privacy.MovingMask;
import org.kvarter.analysis.privacy.WithheldSeries;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesView;

/**
 * A project's layers and series with what its book adds and without what it withholds, for whoever works without a session.
 *
 * @param district    layers as they may be told
 * @param series      series as they may be told, by id
 * @param whole       layers with everything, for sums alone
 * @param wholeSeries series with everything, for sums alone
 * @param guard       which sums may be told
 * @param problems    sentences about what could not be reckoned
 */
public record Prepared(District district, Map<String, SeriesView> series, District whole, Map<String, SeriesView> wholeSeries, Guard guard, List<String> problems) {

    /**
     * Prepares what was read.
     *
     * @param meshes  triangles of solid layers by layer id
     * @param targets what each series is joined to
     */
    public static Prepared of(DataBook book, District district, Map<String, LayerMesh> meshes, Map<String, ? extends SeriesView> series,
                              Function<String, Optional<Reckoning.Target>> targets) {
        Reckoning.Result result = new Reckoning(district, meshes, series, targets, new Memberships()).of(book);
        District whole = district;
        for (Layer layer : district.layers()) {
            AttributeTable attributes = layer.features().attributes();
            for (AttributeColumn column : result.columns().getOrDefault(layer.id(), List.of())) {
                attributes = attributes.with(column);
            }
            whole = attributes == layer.features().attributes() ? whole : whole.with(Layers.with(layer, layer.features().withAttributes(attributes)));
        }
        Map<String, SeriesView> all = new HashMap<>(series);
        result.series().forEach(s -> all.put(s.id(), s));
        Map<String, SeriesView> known = new HashMap<>(series);
        MovingMask.addFlows(district, known);
        Guard guard = Guard.isActive(book) ? new Guard(book, district, known, targets).with(result) : Guard.NONE;
        Map<String, SeriesView> shown = new HashMap<>(all);
        shown.replaceAll((id, table) -> guard.withheldPlaces(id).filter(w -> !w.isEmpty()).map(w -> (SeriesView) new WithheldSeries(table, w)).orElse(table));
        return new Prepared(shown(whole, guard), shown, whole, all, guard,
                Stream.concat(result.problems().values().stream(), guard.problems().stream()).toList());
    }

    private static District shown(District whole, Guard guard) {
        District shown = whole;
        for (Layer layer : guard == Guard.NONE ? List.<Layer>of() : whole.layers()) {
            AttributeTable attributes = layer.features().attributes();
            List<AttributeColumn> columns = attributes.columns().stream().map(c -> {
                BitSet out = guard.withheld(layer.id(), c.name()).orElse(new BitSet());
                return out.isEmpty() ? c : Masks.column(c, out);
            }).toList();
            if (MovingMask.concerns(layer, guard)) {
                shown = shown.with(MovingMask.shown(layer, guard));
                continue;
            }
            shown = columns.equals(attributes.columns()) ? shown : shown.with(Layers.with(layer, layer.features().withAttributes(new AttributeTable(attributes.rows(), columns))));
        }
        return shown;
    }

    /** What is withheld, in a sentence; empty where nothing is. */
    public Optional<String> told() {
        boolean any = district != whole || !series.equals(wholeSeries);
        return any ? Optional.of(guard.reason()) : Optional.empty();
    }
}
