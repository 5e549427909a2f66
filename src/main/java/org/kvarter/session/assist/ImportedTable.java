package org.kvarter.session.assist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.TextColumn;
import org.kvarter.series.SeriesTable;

/**
 * A table that was imported.
 *
 * @param recipe     by which it was read and is read again
 * @param series     one per quantity, keyed by feature ids
 * @param ids        feature ids of the rows of {@code attributes}; not copied
 * @param attributes for the features of the layer that the recipe joins to
 */
public record ImportedTable(ImportRecipe recipe, List<SeriesTable> series, String[] ids, List<AttributeColumn> attributes) {

    public ImportedTable {
        series = List.copyOf(series);
        attributes = List.copyOf(attributes);
    }

    /**
     * What a run gave.
     *
     * @param features of the layer that it was joined to; {@code null} where it was joined to none
     */
    public static ImportedTable of(ImportOutcome outcome, FeatureTable features) {
        return new ImportedTable(outcome.recipe(), outcome.series(), features == null ? new String[0] : features.ids(), outcome.attributes());
    }

    /** The layer it belongs to; empty for the district as a whole. */
    public String layerId() {
        return recipe.join().layerId();
    }

    /** Its attributes for the features of the layer as it is now: by id, where rows have changed since. */
    List<AttributeColumn> attributes(FeatureTable features) {
        if (Arrays.equals(ids, features.ids())) {
            return attributes;
        }
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < ids.length; row++) {
            rowOf.putIfAbsent(ids[row], row);
        }
        int[] rows = new int[features.size()];
        Arrays.setAll(rows, row -> rowOf.getOrDefault(features.ids()[row], -1));
        return attributes.stream().map(column -> rows(column, rows)).toList();
    }

    private static AttributeColumn rows(AttributeColumn column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            double[] values = new double[rows.length];
            Arrays.setAll(values, i -> rows[i] < 0 ? Double.NaN : numbers.values()[rows[i]]);
            return new NumberColumn(numbers.name(), numbers.unit(), numbers.type(), values);
        }
        TextColumn texts = (TextColumn) column;
        int[] codes = new int[rows.length];
        Arrays.setAll(codes, i -> rows[i] < 0 ? -1 : texts.codes()[rows[i]]);
        return new TextColumn(texts.name(), codes, texts.dictionary());
    }

    /** Whether a layer's features have these attributes. */
    boolean isOn(AttributeTable table) {
        return attributes.stream().allMatch(a -> table.column(a.name()).isPresent());
    }
}
