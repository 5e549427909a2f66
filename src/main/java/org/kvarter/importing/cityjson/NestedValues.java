package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;

/**
 * The {@code values} of semantics and materials: one index per surface, nested like the shells and solids they belong to, in which a
 * {@code null} stands for a surface, or for a whole shell or solid, without a value.
 */
final class NestedValues {

    /** No value. */
    static final int NONE = -1;

    private final IntList entries;
    private int leafDepth;

    NestedValues(MemoryBudget budget) {
        entries = new IntList(budget);
    }

    void clear() {
        entries.clear();
        leafDepth = 0;
    }

    /** Reads the array (or lone number: one value for all) the parser stands on. */
    void read(JsonParser p) throws IOException {
        clear();
        int depth = 0;
        do {
            switch (p.currentToken()) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> depth--;
                case VALUE_NUMBER_INT -> {
                    leafDepth = Math.max(leafDepth, depth);
                    entries.add(Math.max(NONE, Json.index(p)));
                }
                case START_OBJECT -> p.skipChildren();
                default -> entries.add(-2 - depth);
            }
        } while (depth > 0 && p.nextToken() != null);
    }

    boolean isEmpty() {
        return leafDepth == 0 && entries.size() == 0;
    }

    /**
     * One value per surface.
     *
     * @param geometry whose shells and solids a {@code null} may stand for
     * @return {@link #NONE} where there is none; shorter lists leave the rest without
     */
    int[] perSurface(GeometryScratch geometry) {
        int[] values = new int[geometry.surfaceCount()];
        java.util.Arrays.fill(values, NONE);
        if (leafDepth == 0 && entries.size() == 1 && entries.get(0) >= 0) {
            java.util.Arrays.fill(values, entries.get(0));
            return values;
        }
        int surface = 0;
        for (int i = 0; i < entries.size() && surface < values.length; i++) {
            int entry = entries.get(i);
            if (entry >= NONE) {
                values[surface++] = entry;
            } else {
                surface = geometry.skip(surface, leafDepth - (-2 - entry));
            }
        }
        return values;
    }

    /** Whether the parser stands on something {@link #read} understands. */
    static boolean isValues(JsonParser p) {
        return p.currentToken() == JsonToken.START_ARRAY || p.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }
}
