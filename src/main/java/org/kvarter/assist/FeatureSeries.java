package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;

/** A series by place becomes a series by feature: places of one feature are put together, by sum or mean as their unit asks. Stateless. */
final class FeatureSeries {

    private FeatureSeries() {
    }

    static SeriesTable of(SeriesTable table, JoinResult join, Twin twin) {
        TwinLayer layer = twin.layer(join.rule().layerId()).orElse(null);
        if (layer == null || join.matched() == 0) {
            return table;
        }
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int place = 0; place < table.keys().length; place++) {
            Integer row = join.rowOfPlace().get(table.keys()[place]);
            String key = row == null ? table.keys()[place] : layer.features().ids()[row];
            members.computeIfAbsent(key, k -> new ArrayList<>(1)).add(place);
        }
        // the id of a layer's own series: everything that looks for the layer of a series finds it by that
        String id = LayerSeries.id(layer.id(), table.id());
        String[] keys = members.keySet().toArray(String[]::new);
        if (keys.length == table.keys().length) {
            return new SeriesTable(id, table.titles(), table.quantity(), table.unit(), table.axis(), keys, table.values(), table.qualities());
        }
        boolean sum = Additive.overPlaces(table.unit());
        int count = table.axis().count();
        float[] values = new float[count * keys.length];
        Arrays.fill(values, Float.NaN);
        byte[] qualities = new byte[table.qualities().length == 0 ? 0 : values.length];
        int column = 0;
        for (List<Integer> places : members.values()) {
            for (int i = 0; i < count; i++) {
                double total = 0;
                int present = 0;
                byte least = 0;
                for (int place : places) {
                    float v = table.value(i, place);
                    if (v == v) {
                        total += v;
                        present++;
                        least = qualities.length == 0 ? 0 : (byte) Math.max(least, table.qualities()[i * table.places() + place]);
                    }
                }
                if (present > 0) {
                    values[i * keys.length + column] = (float) (sum ? total : total / present);
                    if (qualities.length > 0) {
                        qualities[i * keys.length + column] = least;
                    }
                }
            }
            column++;
        }
        return new SeriesTable(id, table.titles(), table.quantity(), table.unit(), table.axis(), keys, values, qualities);
    }
}
