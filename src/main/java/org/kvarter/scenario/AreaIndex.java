package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.geo.filter.FilterException;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesJoin;

/** Which rows and which places of series an area holds, found once. Thread-safe. */
final class AreaIndex {

    private record RowKey(String layerId, Area area) {
    }

    private final BaseData base;
    /** Of which filters ask, since whom they meet would tell of what is withheld. */
    private final District shown;
    private final Map<RowKey, BitSet> rows = new HashMap<>();
    private final Map<String, Optional<SeriesJoin>> joins = new HashMap<>();
    private final Map<RowKey, BitSet> places = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    AreaIndex(BaseData base, District shown) {
        this.base = base;
        this.shown = shown;
    }

    /** The rows of a layer in an area. */
    synchronized BitSet rows(Layer layer, Area area) {
        return rows.computeIfAbsent(new RowKey(layer.id(), area), k -> find(layer, area));
    }

    private BitSet find(Layer layer, Area area) {
        FeatureTable features = layer.features();
        BitSet found = new BitSet(features.size());
        if (!area.layerId().isEmpty() && !area.layerId().equals(layer.id())) {
            return found;
        }
        found.set(0, features.size());
        if (!area.filter().isEmpty()) {
            try {
                found.and(FeatureFilter.compile(area.filter()).matches(shown.layer(layer.id()).map(Layer::features).orElse(features)));
            } catch (FilterException e) {
                problems.add(area.filter() + ": " + e.getMessage());
                found.clear();
            }
        }
        if (!area.features().isEmpty()) {
            Set<String> ids = new HashSet<>(area.features());
            for (int row = found.nextSetBit(0); row >= 0; row = found.nextSetBit(row + 1)) {
                if (!ids.contains(features.ids()[row]) && !ids.contains(features.ids()[features.root(row)])) {
                    found.clear(row);
                }
            }
        }
        return found;
    }

    /** The places of a series whose features lie in an area; all of them for the whole district. */
    synchronized BitSet places(String seriesId, Area area) {
        return places.computeIfAbsent(new RowKey(seriesId, area), k -> findPlaces(seriesId, area));
    }

    private BitSet findPlaces(String seriesId, Area area) {
        int count = base.series().get(seriesId).places();
        BitSet found = new BitSet(count);
        Optional<Layer> layer = base.layerOf(seriesId);
        if (area.equals(Area.DISTRICT) || layer.isPresent() && area.isWhole(layer.get().id())) {
            found.set(0, count);
        } else if (layer.isPresent()) {
            int[] placeOf = join(seriesId).orElseThrow().placeOfFeature();
            BitSet in = rows(layer.get(), area);
            for (int row = in.nextSetBit(0); row >= 0; row = in.nextSetBit(row + 1)) {
                if (placeOf[row] >= 0) {
                    found.set(placeOf[row]);
                }
            }
        }
        return found;
    }

    /** Which place of a series each feature of its layer has. */
    synchronized Optional<SeriesJoin> join(String seriesId) {
        return joins.computeIfAbsent(seriesId, id -> base.layerOf(id).map(layer ->
                SeriesJoin.by(base.keyAttribute(id), base.series().get(id).keys(), layer.features())));
    }

    /** Attributes that an area's filter asks for; none where it is not understood. */
    static Set<String> asked(Area area) {
        try {
            return area.filter().isEmpty() ? Set.of() : FeatureFilter.compile(area.filter()).attributes();
        } catch (FilterException e) {
            return Set.of(); // told where it is used
        }
    }

    /** Places of a series all of whose features are among some; none for a series that belongs to no layer. */
    synchronized BitSet placesOnlyOf(String seriesId, BitSet rows) {
        BitSet of = new BitSet();
        if (rows.isEmpty() || join(seriesId).isEmpty()) {
            return of;
        }
        int[] placeOf = join(seriesId).get().placeOfFeature();
        rows.stream().filter(r -> r < placeOf.length && placeOf[r] >= 0).forEach(r -> of.set(placeOf[r]));
        for (int row = rows.nextClearBit(0); row < placeOf.length; row = rows.nextClearBit(row + 1)) {
            if (placeOf[row] >= 0) {
                of.clear(placeOf[row]); // shared with one that stays
            }
        }
        return of;
    }

    /** Sentences about areas that are not understood. */
    synchronized List<String> problems() {
        return List.copyOf(problems);
    }
}
