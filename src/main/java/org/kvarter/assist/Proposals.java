package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proposes features for places that found none, by keys that are almost equal. Of the pairs within reach each place and each feature is proposed once, the most alike
 * first, so that two misspelled houses are not both taken for the same one; only what is left without a feature of its own is proposed one that is another's.
 * Features that have a place already come after those that have none. What is equally alike goes by
 * the order of places and of the features' ids, and says that it is not the only one. Stateless.
 */
final class Proposals {

    private static final int PER_PLACE = 3;
    private static final int MOST = 2_000;
    private static final long MOST_COMPARED = 3_000_000;

    /** A pair within reach. */
    private record Pair(int order, String place, int row, String id, double score, boolean isTaken) {

        /** The most alike first; the same in every run, whatever order tables of features have. */
        static final Comparator<Pair> LIKELIEST = Comparator.comparing(Pair::isTaken).thenComparing(Comparator.comparingDouble(Pair::score).reversed())
                .thenComparing(Pair::order).thenComparing(Pair::id);
    }

    private Proposals() {
    }

    /** @param taken rows of features that have a place */
    static List<JoinResult.Proposal> of(JoinRule.Kind kind, List<String> lost, Map<String, String> lookup, TwinLayer layer, LayerKeys keys, Set<Integer> taken) {
        List<Pair> pairs = pairs(kind, lost, lookup, layer, keys, taken);
        pairs.sort(Pair.LIKELIEST);
        Map<String, List<Pair>> byPlace = new HashMap<>();
        Map<Integer, List<Pair>> byRow = new HashMap<>();
        for (Pair pair : pairs) {
            byPlace.computeIfAbsent(pair.place(), k -> new ArrayList<>()).add(pair);
            byRow.computeIfAbsent(pair.row(), k -> new ArrayList<>()).add(pair);
        }
        Map<String, Pair> chosen = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!chosen.containsKey(pair.place()) && !used.contains(pair.row())) {
                chosen.put(pair.place(), pair);
                used.add(pair.row());
            }
        }
        byPlace.forEach((place, mine) -> chosen.putIfAbsent(place, mine.get(0)));
        List<JoinResult.Proposal> all = new ArrayList<>();
        for (Pair first : chosen.values().stream().sorted(Comparator.comparingDouble(Pair::score).reversed().thenComparing(Pair::order)).toList()) {
            List<Pair> mine = byPlace.get(first.place());
            int ties = asAlike(first, mine) + asAlike(first, byRow.get(first.row()));
            all.add(proposal(first, keys, ties));
            mine.stream().filter(p -> p != first).limit(PER_PLACE - 1).forEach(p -> all.add(proposal(p, keys, 0)));
        }
        return all;
    }

    /** How many other pairs of the same place or feature are as likely. */
    private static int asAlike(Pair pair, List<Pair> others) {
        return (int) others.stream().filter(p -> p != pair && p.score() >= pair.score() && (pair.isTaken() || !p.isTaken())).count();
    }

    private static JoinResult.Proposal proposal(Pair pair, LayerKeys keys, int ties) {
        return new JoinResult.Proposal(pair.place(), pair.id(), keys.shown().getOrDefault(pair.row(), ""), pair.score(), ties);
    }

    private static List<Pair> pairs(JoinRule.Kind kind, List<String> lost, Map<String, String> lookup, TwinLayer layer, LayerKeys keys, Set<Integer> taken) {
        Map<String, List<Map.Entry<String, List<Integer>>>> buckets = new HashMap<>();
        for (Map.Entry<String, List<Integer>> entry : keys.exact().entrySet()) {
            buckets.computeIfAbsent(bucket(kind, entry.getKey()), b -> new ArrayList<>()).add(entry);
        }
        List<Pair> pairs = new ArrayList<>();
        long compared = 0;
        for (int order = 0; order < lost.size() && pairs.size() < MOST && compared <= MOST_COMPARED; order++) {
            String place = lost.get(order);
            String text = lookup.isEmpty() ? place : lookup.getOrDefault(LayerKeys.exact(JoinRule.Kind.KEY, place), "");
            String key = LayerKeys.exact(kind, text);
            // one letter in five may differ, and never all of a short key
            int most = key.length() < 4 ? 0 : Math.max(1, key.length() / 5);
            for (Map.Entry<String, List<Integer>> entry : most == 0 ? List.<Map.Entry<String, List<Integer>>>of() : buckets.getOrDefault(bucket(kind, key), List.of())) {
                compared++;
                int distance = EditDistance.of(key, entry.getKey(), most);
                if (distance <= most) {
                    double score = 1 - (double) distance / Math.max(key.length(), entry.getKey().length());
                    for (int row : entry.getValue()) {
                        pairs.add(new Pair(order, place, row, layer.features().ids()[row], score, taken.contains(row)));
                    }
                }
            }
        }
        return pairs;
    }

    /** Only keys of one bucket are compared: of addresses those with the same house number, since another number is another house. */
    private static String bucket(JoinRule.Kind kind, String key) {
        return kind == JoinRule.Kind.ADDRESS ? key.substring(key.lastIndexOf(' ') + 1) : "";
    }
}
