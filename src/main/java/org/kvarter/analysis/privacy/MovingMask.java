package org.kvarter.analysis.privacy;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.mobility.TabledFlows;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.MovingPoints;
import org.kvarter.model.TimeSpan;
import org.kvarter.series.SeriesView;

/** Personal layers whose features have more than attributes: counts and flows without those that are withheld, and trips of persons not at all. Stateless. */
public final class MovingMask {

    private MovingMask() {
    }

    /** The series that flows of a district are, by layer id, for a guard to know of. */
    public static void addFlows(District district, Map<String, ? super SeriesView> series) {
        for (Layer layer : district.layers()) {
            if (layer instanceof FlowLayer flow && flow.flows() instanceof TabledFlows flows && layer.features().size() > 0) {
                series.put(layer.id(), flows.table(layer.id(), layer.title(), layer.features().ids()));
            }
        }
    }

    /** Whether a layer is one of those that this is about, and personal. */
    public static boolean concerns(Layer layer, Guard guard) {
        return (layer instanceof FlowLayer || layer instanceof MovingLayer) && guard.withheldPlaces(layer.id()).isPresent();
    }

    /** A layer of flows or of what moves as it may be shown. */
    public static Layer shown(Layer layer, Guard guard) {
        BitSet out = guard.withheldPlaces(layer.id()).orElse(new BitSet());
        if (layer instanceof FlowLayer flow && flow.flows() instanceof TabledFlows flows) {
            SeriesView table = flows.table(flow.id(), flow.title(), flow.features().ids());
            return new FlowLayer(flow.id(), flow.titles(), flow.source(), features(layer, guard), flow.form(), flow.side(), flow.limit(), flow.argb(), flow.places(), flow.courses(), flow.ends(),
                    flows.of(new WithheldSeries(table, out)), flow.diagnostics());
        }
        return layer instanceof MovingLayer moving ? new MovingLayer(moving.id(), moving.titles(), moving.source(), features(layer, guard), moving.looks(), moving.lengths(),
                new Still(moving.movement()), moving.diagnostics()) : layer;
    }

    private static FeatureTable features(Layer layer, Guard guard) {
        List<AttributeColumn> columns = layer.features().attributes().columns().stream()
                .map(c -> guard.withheld(layer.id(), c.name()).filter(w -> !w.isEmpty()).map(w -> Masks.column(c, w)).orElse(c)).toList();
        return layer.features().withAttributes(new AttributeTable(layer.features().size(), columns));
    }

    /** Nobody under way, at the times when somebody is. */
    private record Still(Movement of) implements Movement {

        @Override
        public void sample(double epochSeconds, MovingPoints out) {
            out.clear();
        }

        @Override
        public Optional<TimeSpan> span() {
            return of.span();
        }

        @Override
        public ZoneId zone() {
            return of.zone();
        }

        @Override
        public Bounds bounds() {
            return of.bounds();
        }
    }
}
