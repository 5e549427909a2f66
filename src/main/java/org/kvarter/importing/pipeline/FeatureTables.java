package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;

/** Puts the feature tables of a layer's batches one below the other. */
final class FeatureTables {

    private final List<FeatureTable> tables = new ArrayList<>();
    private int rows;

    /** Adds a batch and answers the layer row of its first feature. */
    int add(FeatureTable table) {
        int first = rows;
        tables.add(table);
        rows += table.size();
        return first;
    }

    int rows() {
        return rows;
    }

    FeatureTable concat() {
        if (tables.size() == 1) {
            return tables.get(0);
        }
        String[] ids = new String[rows];
        String[] types = new String[rows];
        int[] parents = new int[rows];
        int at = 0;
        for (FeatureTable table : tables) {
            System.arraycopy(table.ids(), 0, ids, at, table.size());
            System.arraycopy(table.types(), 0, types, at, table.size());
            for (int i = 0; i < table.size(); i++) {
                parents[at + i] = table.parents()[i] < 0 ? -1 : at + table.parents()[i];
            }
            at += table.size();
        }
        List<AttributeTable> attributes = tables.stream().map(FeatureTable::attributes).toList();
        return tables.isEmpty() ? FeatureTable.empty() : new FeatureTable(ids, types, parents, AttributeTable.concat(attributes));
    }

    /** One array after the other. */
    static float[] concat(List<float[]> arrays) {
        int size = arrays.stream().mapToInt(a -> a.length).sum();
        float[] all = new float[size];
        int at = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, all, at, array.length);
            at += array.length;
        }
        return arrays.size() == 1 ? arrays.get(0) : Arrays.copyOf(all, size);
    }
}
