package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a sum of values that are weighted differently tells of too few households beside plain sums of the same values. A weighted sum less so many plain
 * ones loses all features of one weight: what is left must be households enough. And where few households have nearly all of the weight, the sum is theirs
 * (the dominance rule; Hundepool et al., Statistical Disclosure Control, 2012, 4.2.2). Stateless.
 */
final class Weighting {

    /** Weights that differ less count as the same. */
    private static final double SAME = 1.1;
    /** The largest share of all weight that fewer households than may be told of can have. */
    private static final double MOST = 0.85;

    private Weighting() {
    }

    /**
     * Whether it tells of too few.
     *
     * @param weights    of each feature
     * @param rows       features that are summed up
     * @param known      features told singly
     * @param households of each feature
     * @param told       groups whose plain sums are told
     * @param least      households that may be told of
     */
    static boolean isTelling(double[] weights, BitSet rows, BitSet known, int[] households, List<BitSet> told, int least) {
        BitSet open = (BitSet) rows.clone();
        open.andNot(known);
        List<Integer> all = open.stream().filter(r -> households[r] > 0).boxed().toList();
        if (all.isEmpty() || isEven(weights, all)) {
            return false;
        }
        Map<BitSet, List<Integer>> atoms = new HashMap<>();
        for (int row : all) {
            BitSet in = new BitSet();
            for (int g = 0; g < told.size(); g++) {
                in.set(g, told.get(g).get(row));
            }
            atoms.computeIfAbsent(in, k -> new ArrayList<>()).add(row);
        }
        long left = atoms.values().stream().mapToLong(atom -> count(atom, households) - mostAlike(weights, atom, households)).sum();
        return left < least || isDominated(weights, all, households, least);
    }

    private static boolean isEven(double[] weights, List<Integer> rows) {
        return rows.stream().allMatch(r -> Math.abs(weights[r] - weights[rows.get(0)]) <= 1e-9 * Math.abs(weights[r]));
    }

    private static long count(List<Integer> rows, int[] households) {
        return rows.stream().mapToLong(r -> households[r]).sum();
    }

    /** The most households whose weights are nearly the same. */
    private static long mostAlike(double[] weights, List<Integer> rows, int[] households) {
        List<Integer> sorted = rows.stream().sorted(Comparator.comparingDouble(r -> weights[r])).toList();
        long most = 0;
        long now = 0;
        int first = 0;
        for (int row : sorted) {
            now += households[row];
            while (!isAlike(weights[sorted.get(first)], weights[row])) {
                now -= households[sorted.get(first++)];
            }
            most = Math.max(most, now);
        }
        return most;
    }

    private static boolean isAlike(double less, double more) {
        return less == more || less > 0 && more <= less * SAME || more < 0 && less >= more * SAME;
    }

    private static boolean isDominated(double[] weights, List<Integer> rows, int[] households, int least) {
        double all = rows.stream().mapToDouble(r -> Math.abs(weights[r])).sum();
        double top = 0;
        long count = 0;
        for (int row : rows.stream().sorted(Comparator.comparingDouble((Integer r) -> -Math.abs(weights[r]))).toList()) {
            count += households[row];
            if (count >= least) {
                break;
            }
            top += Math.abs(weights[row]);
        }
        return top > MOST * all;
    }
}
