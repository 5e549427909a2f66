package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proposes features for places that found none, by keys that are almost equal. Stateless. */
final class Proposals {

    private static final int PER_PLACE = 3;
    private static final int MOST = 2_000;
    private static final long MOST_COMPARED = 3_000_000;

    private Proposals() {
    }

    static List<JoinResult.Proposal> of(JoinRule.Kind kind, List<String> lost, Map<String, String> lookup, TwinLayer layer, LayerKeys keys) {
        Map<String, List<Map.Entry<String, List<Integer>>>> buckets = new HashMap<>();
        for (Map.Entry<String, List<Integer>> entry : keys.exact().entrySet()) {
            buckets.computeIfAbsent(bucket(kind, entry.getKey()), b -> new ArrayList<>()).add(entry);
        }
        List<JoinResult.Proposal> all = new ArrayList<>();
        long compared = 0;
        for (String place : lost) {
            String text = lookup.isEmpty() ? place : lookup.getOrDefault(LayerKeys.exact(JoinRule.Kind.KEY, place), "");
            String key = LayerKeys.exact(kind, text);
            List<JoinResult.Proposal> mine = new ArrayList<>();
            // one letter in five may differ, and never all of a short key
            int most = key.length() < 4 ? 0 : Math.max(1, key.length() / 5);
            for (Map.Entry<String, List<Integer>> entry : most == 0 ? List.<Map.Entry<String, List<Integer>>>of() : buckets.getOrDefault(bucket(kind, key), List.of())) {
                compared++;
                int distance = EditDistance.of(key, entry.getKey(), most);
                if (distance <= most) {
                    double score = 1 - (double) distance / Math.max(key.length(), entry.getKey().length());
                    for (int row : entry.getValue()) {
                        mine.add(new JoinResult.Proposal(place, layer.features().ids()[row], keys.shown().getOrDefault(row, ""), score));
                    }
                }
            }
            mine.sort(Comparator.comparingDouble(JoinResult.Proposal::score).reversed());
            all.addAll(mine.subList(0, Math.min(PER_PLACE, mine.size())));
            if (all.size() >= MOST || compared > MOST_COMPARED) {
                break;
            }
        }
        all.sort(Comparator.comparingDouble(JoinResult.Proposal::score).reversed());
        return all;
    }

    /** Only keys of one bucket are compared: of addresses those with the same house number, since another number is another house. */
    private static String bucket(JoinRule.Kind kind, String key) {
        return kind == JoinRule.Kind.ADDRESS ? key.substring(key.lastIndexOf(' ') + 1) : "";
    }
}
