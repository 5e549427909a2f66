package org.kvarter.ui.filter;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.geo.filter.FilterException;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;

/**
 * Which features meet the filter.
 *
 * @param matches rows that meet it, by id of the layers that can be asked; other layers are left as they are
 * @param count   number of features that meet it, a building with its parts once
 * @param total   number of features asked, a building with its parts once
 * @param error   why the expression is not understood; empty where it is
 * @param column  the character the error is about, 1 for the first; 0 for none
 */
public record FilterResult(Map<String, BitSet> matches, int count, int total, String error, int column) {

    /** No filter. */
    public static final FilterResult ALL = new FilterResult(Map.of(), 0, 0, "", 0);

    /** Asks all layers of a district as it is that have one of the expression's attributes. */
    static FilterResult of(String expression, District district) {
        return of(expression, district, Layer::features);
    }

    /**
     * Asks all layers of a district that have one of the expression's attributes.
     *
     * @param features the features of a layer with the values that count, as those of a scenario
     */
    static FilterResult of(String expression, District district, Function<Layer, FeatureTable> features) {
        if (expression.isBlank()) {
            return ALL;
        }
        FeatureFilter filter;
        try {
            filter = FeatureFilter.compile(expression);
        } catch (FilterException e) {
            return new FilterResult(Map.of(), 0, 0, e.getMessage(), e.column());
        }
        Map<String, BitSet> matches = new LinkedHashMap<>();
        int count = 0;
        int total = 0;
        for (Layer layer : district.layers()) {
            FeatureTable table = features.apply(layer);
            if (filter.concerns(table)) {
                BitSet rows = filter.matches(table);
                matches.put(layer.id(), rows);
                count += (int) rows.stream().map(layer.features()::root).distinct().count();
                total += layer.features().wholes();
            }
        }
        return new FilterResult(matches, count, total, "", 0);
    }

    /** Whether anything is left out. */
    public boolean isActive() {
        return !matches.isEmpty();
    }

    public boolean isError() {
        return !error.isEmpty();
    }
}
