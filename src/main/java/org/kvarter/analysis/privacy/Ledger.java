package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sums over features that somebody was told, so that the next one tells of nobody by what it differs from those. It goes on while the features stay,
 * and with the project from one session to the next ({@link #kept}). Thread-safe.
 */
public final class Ledger {

    /** Different groups of one value; who has asked for that many is told those again, and no more. */
    static final int MOST = 300;
    /** Bits that are kept of one value, so that a project stays small: with many features fewer groups. */
    private static final int MOST_BITS = 8_000_000;

    /** What the groups are of: a marked value, and features in their order. */
    private record Key(String data, String features) implements Comparable<Key> {
        @Override
        public int compareTo(Key o) {
            int by = data.compareTo(o.data);
            return by != 0 ? by : features.compareTo(o.features);
        }
    }

    /**
     * Who asks.
     *
     * @param of  marked data that the sum is reckoned from
     * @param kin marked data that tell of those
     * @param ids of the layer's features; not copied
     */
    record Asking(Set<String> of, Set<String> kin, String[] ids) {
    }

    private final Map<Key, Set<BitSet>> asked = new TreeMap<>();
    private final Map<Key, Integer> sizes = new TreeMap<>();
    private int grown;

    /** Groups that were told of a value or of what tells of it. */
    synchronized List<BitSet> told(Asking asking) {
        String features = GroupText.digest(asking.ids());
        Set<BitSet> all = new LinkedHashSet<>();
        asking.kin().forEach(data -> all.addAll(asked.getOrDefault(new Key(data, features), Set.of())));
        return List.copyOf(all);
    }

    /**
     * Whether a sum may be told beside those that are told; it is noted then.
     *
     * @param households of each feature
     * @param known      features told singly
     * @param told       groups that are told in any case
     * @param wanted     features to be summed up
     * @param least      households that may be told of
     */
    synchronized boolean admit(Asking asking, int[] households, BitSet known, List<BitSet> told, BitSet wanted, int least) {
        List<BitSet> before = told(asking);
        if (told.contains(wanted)) {
            return true;
        }
        if (!before.contains(wanted)) {
            List<BitSet> all = new ArrayList<>(told);
            all.addAll(before);
            all.add(wanted);
            if (before.size() >= Math.min(MOST, MOST_BITS / Math.max(1, asking.ids().length)) || Audit.find(households, known, all, least).isPresent()) {
                return false;
            }
        }
        String features = GroupText.digest(asking.ids());
        for (String data : asking.of()) {
            Key key = new Key(data, features);
            sizes.put(key, asking.ids().length);
            grown += asked.computeIfAbsent(key, k -> new LinkedHashSet<>()).add((BitSet) wanted.clone()) ? 1 : 0;
        }
        return true;
    }

    /** A number that grows with each sum that is noted. */
    public synchronized int grown() {
        return grown;
    }

    /**
     * What a project keeps: of the features that it has.
     *
     * @param ids of the features of each of its layers, in their order
     */
    public synchronized List<ToldSums> kept(Collection<String[]> ids) {
        Set<String> features = new LinkedHashSet<>();
        ids.forEach(i -> features.add(GroupText.digest(i)));
        List<ToldSums> kept = new ArrayList<>();
        asked.forEach((key, groups) -> {
            if (features.contains(key.features())) {
                kept.add(new ToldSums(key.data(), key.features(), sizes.get(key), GroupText.of(groups, sizes.get(key))));
            }
        });
        return kept;
    }

    /** Takes over what a project kept; what is not understood of it is left out. */
    public synchronized void remember(List<ToldSums> kept) {
        for (ToldSums sums : kept) {
            List<BitSet> groups = sums.count() < 1 || sums.count() > MOST_BITS ? List.of() : GroupText.read(sums.groups(), sums.count(), Math.min(MOST, MOST_BITS / sums.count()));
            if (!groups.isEmpty()) {
                Key key = new Key(sums.data(), sums.features());
                sizes.put(key, sums.count());
                asked.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(groups);
            }
        }
    }
}
