package org.kvarter.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a layer's whole features under an attribute, in the spelling of a kind of join; a part's value counts for its whole.
 *
 * @param exact   rows by full key
 * @param loose   rows by a key that says less, such as an address without its entrance; empty for kinds that have none
 * @param shown   what the features say, by row
 */
record LayerKeys(Map<String, List<Integer>> exact, Map<String, List<Integer>> loose, Map<Integer, String> shown) {

    /** The keys of a layer, made once. */
    static LayerKeys of(TwinLayer layer, JoinRule.Kind kind, String attribute) {
        return layer.once(kind + "\u001f" + attribute, () -> make(layer, kind, attribute));
    }

    private static LayerKeys make(TwinLayer layer, JoinRule.Kind kind, String attribute) {
        Map<String, List<Integer>> exact = new LinkedHashMap<>();
        Map<String, List<Integer>> loose = new HashMap<>();
        Map<Integer, String> shown = new HashMap<>();
        var features = layer.features();
        var column = attribute.isEmpty() ? null : features.attributes().column(attribute).orElse(null);
        if (!attribute.isEmpty() && column == null) {
            return new LayerKeys(exact, loose, shown);
        }
        for (int row = 0; row < features.size(); row++) {
            Object value = column == null ? features.ids()[row] : column.value(row);
            if (value == null || value.toString().isBlank()) {
                continue;
            }
            String text = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue()) : value.toString();
            int whole = features.root(row);
            shown.merge(whole, text, (a, b) -> a);
            add(exact, exact(kind, text), whole);
            for (String key : loose(kind, text)) {
                add(loose, key, whole);
            }
        }
        return new LayerKeys(exact, loose, shown);
    }

    private static void add(Map<String, List<Integer>> map, String key, int row) {
        if (!key.isEmpty()) {
            List<Integer> rows = map.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (!rows.contains(row)) {
                rows.add(row);
            }
        }
    }

    /** A text in the full spelling of a kind. */
    static String exact(JoinRule.Kind kind, String text) {
        return switch (kind) {
            case ADDRESS -> {
                AddressKey key = AddressKey.of(text);
                yield key.isEmpty() ? "" : key.full();
            }
            case BUILDING_ID -> BuildingKey.of(text);
            default -> text.strip().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** A text in the spellings that say less. */
    static List<String> loose(JoinRule.Kind kind, String text) {
        return switch (kind) {
            case ADDRESS -> {
                AddressKey key = AddressKey.of(text);
                yield key.isEmpty() ? List.of() : key.houses();
            }
            case BUILDING_ID -> {
                String key = BuildingKey.of(text);
                int colon = key.indexOf(':');
                // the tail of a cadastral unit finds candidates whose municipality is spelled or not
                yield colon < 0 ? List.of() : List.of(key.substring(Math.max(0, colon - 4)));
            }
            default -> List.of();
        };
    }
}
