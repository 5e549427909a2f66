package org.kvarter.analysis.privacy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.Reckoning.Target;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;

/** Layers and series as they were read, what of them a person marked personal, and how many households they concern. Immutable. */
final class Holdings {

    /** Attributes that name and place a building: they are on its door and on every map. */
    private static final Set<String> PUBLIC = Set.of("name", "gml:name", "namn", "address", "adress", "adresse", "addr:full", "addr:street", "addr:housenumber", "street", "gata",
            "gatunamn", "housenumber", "house_number", "nummer", "number", "id", "gml_id", "fid", "postcode", "postnummer");

    private final DataBook book;
    private final District district;
    private final Map<String, SeriesView> series;
    private final Function<String, Optional<Target>> targets;
    private final Map<String, int[]> households = new HashMap<>();

    Holdings(DataBook book, District district, Map<String, ? extends SeriesView> series, Function<String, Optional<Target>> targets) {
        this.book = book;
        this.district = district;
        this.series = Map.copyOf(series);
        this.targets = targets;
        district.layers().forEach(l -> households.put(l.id(), Households.of(l.features(), l.id(), book.privacy())));
    }

    DataBook book() {
        return book;
    }

    District district() {
        return district;
    }

    /** All series by id. */
    Map<String, SeriesView> series() {
        return series;
    }

    Function<String, Optional<Target>> targets() {
        return targets;
    }

    int least() {
        return book.privacy().least();
    }

    /** Households of each row of a layer; not to be changed. */
    int[] households(String layerId) {
        return households.getOrDefault(layerId, new int[0]);
    }

    /** Whether somebody marked an attribute, or its layer of which it is no public one. */
    boolean isMarked(String layerId, String attribute) {
        if (book.record(layerId + "/" + attribute).personal()) {
            return true;
        }
        boolean spoken = PUBLIC.contains(attribute.toLowerCase(Locale.ROOT)) || attribute.equals(book.privacy().households(layerId))
                || series.keySet().stream().anyMatch(id -> targets.apply(id).filter(t -> t.layerId().equals(layerId) && t.keyAttribute().equals(attribute)).isPresent());
        return book.record(layerId).personal() && !spoken;
    }

    /** Series that come with a personal layer are personal with it. */
    boolean isMarked(String seriesId) {
        return book.record(seriesId).personal() || LayerSeries.layerOf(seriesId).filter(l -> book.record(l).personal()).isPresent() && !isSummary(seriesId);
    }

    /** Whether a series is made of another for areas. */
    boolean isSummary(String seriesId) {
        return book.summaries().stream().anyMatch(s -> s.ofSeries() && LayerSeries.id(s.areas(), s.name()).equals(seriesId));
    }

    /** The layer whose features a series is about; of flows, which have the id of their layer, that. */
    Optional<Layer> layerOf(String seriesId) {
        return targets.apply(seriesId).or(() -> LayerSeries.layerOf(seriesId).map(id -> new Target(id, ""))).flatMap(t -> district.layer(t.layerId())).or(() -> district.layer(seriesId));
    }

    /** Place of a series for each feature of a layer, −1 for none. */
    int[] placesOf(String seriesId, Layer layer) {
        String key = targets.apply(seriesId).map(Target::keyAttribute).orElse("");
        return SeriesJoin.by(key, series.get(seriesId).keys(), layer.features()).placeOfFeature();
    }

    static BitSet present(FeatureTable features, AttributeColumn column) {
        BitSet rows = new BitSet();
        for (int row = 0; row < features.size(); row++) {
            rows.set(row, !column.isMissing(row));
        }
        return rows;
    }

    static BitSet present(int[] placeOf) {
        BitSet rows = new BitSet();
        for (int row = 0; row < placeOf.length; row++) {
            rows.set(row, placeOf[row] >= 0);
        }
        return rows;
    }
}
