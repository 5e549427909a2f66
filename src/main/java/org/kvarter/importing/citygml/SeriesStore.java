package org.kvarter.importing.citygml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SeriesBatch;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;

/** Series of all objects, those of one quantity, unit and axis together. Not thread-safe. */
final class SeriesStore {

    private record Kind(String title, String unit, TimeAxis axis) {
    }

    private final MemoryBudget budget;
    private final Map<Kind, Map<String, float[]>> kinds = new LinkedHashMap<>();

    SeriesStore(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Takes the series of an object.
     *
     * @return {@code false} where there is no room for it
     */
    boolean add(String title, String unit, TimeAxis axis, String id, float[] values) {
        try {
            // kept once, and once more when all are put side by side
            budget.claim(2L * Float.BYTES * axis.count());
        } catch (MemoryBudget.ExceededException e) {
            budget.claim(-2L * Float.BYTES * axis.count());
            return false;
        }
        kinds.computeIfAbsent(new Kind(title, unit, axis), k -> new LinkedHashMap<>()).putIfAbsent(id, Arrays.copyOf(values, axis.count()));
        return true;
    }

    /** Hands on everything as series of the features of {@code layer}. */
    void give(LayerSink sink, LayerOf layers, DiagnosticTally problems) {
        kinds.forEach((kind, places) -> {
            Map<String, Map<String, float[]>> byLayer = new LinkedHashMap<>();
            places.forEach((id, values) -> {
                String layer = layers.layer(id);
                if (layer == null) {
                    problems.add(Severity.WARNING, "series.noObject", "", kind.title, id);
                } else {
                    byLayer.computeIfAbsent(layer, l -> new LinkedHashMap<>()).put(id, values);
                }
            });
            byLayer.forEach((layer, rows) -> sink.series(new SeriesBatch(layer, table(kind, rows))));
        });
        kinds.clear();
    }

    /** Which layer holds a feature. */
    interface LayerOf {

        /** Name of the layer, {@code null} where there is no such feature. */
        String layer(String id);
    }

    private static SeriesTable table(Kind kind, Map<String, float[]> rows) {
        String[] keys = rows.keySet().toArray(String[]::new);
        float[] all = new float[kind.axis.count() * keys.length];
        for (int place = 0; place < keys.length; place++) {
            float[] values = rows.get(keys[place]);
            for (int i = 0; i < values.length; i++) {
                all[i * keys.length + place] = values[i];
            }
        }
        String id = kind.title + (kind.unit.isEmpty() ? "" : " " + kind.unit) + " " + kind.axis.start() + " " + kind.axis.step();
        return new SeriesTable(id, kind.title, kind.title, kind.unit, kind.axis, keys, all);
    }
}
