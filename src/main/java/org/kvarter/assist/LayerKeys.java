package org.kvarter.assist;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** What a value is spelled as, worked out once for all features that have it. */
    private record Spelled(String exact, List<String> loose) {
    }

    private static LayerKeys make(TwinLayer layer, JoinRule.Kind kind, String attribute) {
        Map<String, Set<Integer>> exact = new LinkedHashMap<>();
        Map<String, Set<Integer>> loose = new HashMap<>();
        Map<Integer, String> shown = new HashMap<>();
        Map<String, Spelled> spelled = new HashMap<>();
        var features = layer.features();
        var column = attribute.isEmpty() ? null : features.attributes().column(attribute).orElse(null);
        if (!attribute.isEmpty() && column == null) {
            return new LayerKeys(Map.of(), Map.of(), shown);
        }
        for (int row = 0; row < features.size(); row++) {
            Object value = column == null ? features.ids()[row] : column.value(row);
            if (value == null || value.toString().isBlank()) {
                continue;
            }
            String text = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue()) : value.toString();
            int whole = features.root(row);
            shown.merge(whole, text, (a, b) -> a);
            Spelled as = spelled.computeIfAbsent(text, t -> spelled(kind, t));
            add(exact, as.exact(), whole);
            as.loose().forEach(key -> add(loose, key, whole));
        }
        return new LayerKeys(lists(exact), lists(loose), shown);
    }

    private static Spelled spelled(JoinRule.Kind kind, String text) {
        String exact = exact(kind, text);
        return new Spelled(exact, kind == JoinRule.Kind.BUILDING_ID ? tail(exact) : loose(kind, text));
    }

    private static void add(Map<String, Set<Integer>> map, String key, int row) {
        if (!key.isEmpty()) {
            Set<Integer> before = map.putIfAbsent(key, Set.of(row)); // nearly all keys have one
            if (before != null && before.size() == 1 && !before.contains(row)) {
                Set<Integer> more = new LinkedHashSet<>(before);
                more.add(row);
                map.put(key, more);
            } else if (before != null && before.size() > 1) {
                before.add(row);
            }
        }
    }

    private static Map<String, List<Integer>> lists(Map<String, Set<Integer>> sets) {
        Map<String, List<Integer>> lists = new LinkedHashMap<>(2 * sets.size());
        sets.forEach((key, rows) -> lists.put(key, List.copyOf(rows)));
        return lists;
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
            case BUILDING_ID -> tail(BuildingKey.of(text));
            default -> List.of();
        };
    }

    /** The tail of a cadastral unit finds candidates whose municipality is spelled or not. */
    private static List<String> tail(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? List.of() : List.of(key.substring(Math.max(0, colon - 4)));
    }
}
