package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sums over features that somebody was told, so that the next one tells of nobody by what it differs from those. It goes on while the features stay.
 * Thread-safe.
 */
public final class Ledger {

    /** Different groups of one value; who has asked for that many is told those again, and no more. */
    static final int MOST = 300;

    private record Asked(int features, Set<BitSet> groups) {
    }

    private final Map<String, Asked> asked = new HashMap<>();

    /**
     * Whether a sum may be told beside those that are told; it is noted then.
     *
     * @param data       what is summed up, by the same name for all values that tell of each other
     * @param ids        of the layer's features
     * @param households of each feature
     * @param known      features told singly
     * @param told       groups that are told in any case
     * @param wanted     features to be summed up
     * @param least      households that may be told of
     */
    synchronized boolean admit(String data, String[] ids, int[] households, BitSet known, List<BitSet> told, BitSet wanted, int least) {
        int features = Arrays.hashCode(ids);
        Asked before = asked.get(data);
        if (before == null || before.features() != features) {
            before = new Asked(features, new LinkedHashSet<>());
            asked.put(data, before);
        }
        if (before.groups().contains(wanted) || told.contains(wanted)) {
            return true;
        }
        List<BitSet> all = new ArrayList<>(told);
        all.addAll(before.groups());
        all.add(wanted);
        if (before.groups().size() >= MOST || Audit.find(households, known, all, least).isPresent()) {
            return false;
        }
        before.groups().add((BitSet) wanted.clone());
        return true;
    }
}
