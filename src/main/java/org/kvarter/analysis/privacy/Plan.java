package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which features, and which areas, of one value are withheld, so that nothing that is told, and no difference of things told, is about some but
 * fewer than {@code least} households. Thought of are three kinds of groups, each within the next: single features, areas of any number of layers,
 * and all features together, which are always told where they are enough. Where the rest of a group without its told parts is too small, the
 * smallest told part is withheld too (secondary suppression; Hundepool et al., Statistical Disclosure Control, 2012, 4.2). Where groups nest, what is
 * told then is made of disjoint rests, none of them too small, so that no sum of differences is about fewer either; areas of two layers that cross
 * each other are not looked at together. Immutable.
 *
 * @param features withheld rows; do not change
 * @param areas    by layer of areas, withheld rows of it; do not change
 */
public record Plan(BitSet features, List<BitSet> areas) {

    /**
     * The plan for a value.
     *
     * @param households  of each row; 0 for one that concerns nobody
     * @param present     rows that have a value
     * @param withheld    rows that are withheld in any case
     * @param memberships by layer of areas: row of its area for each feature, −1 for none
     * @param least       households that may be told of
     */
    public static Plan of(int[] households, BitSet present, BitSet withheld, List<int[]> memberships, int least) {
        return new Maker(households, present, withheld, memberships, least).make();
    }

    /** Features that are told together. */
    private record Group(BitSet rows, int size, long households) {

        /** Whether it is a part of another, and not all of it. */
        boolean isWithin(Group other) {
            return size < other.size && other.rows.get(rows.nextSetBit(0)) && (size == 1 || rows.stream().allMatch(other.rows::get));
        }
    }

    private static final class Maker {
        private final int[] households;
        private final int least;
        private final BitSet concerned;
        private final BitSet withheld = new BitSet();
        /** Groups that are told, each once, whichever areas or features they are. */
        private final Map<BitSet, Group> told = new LinkedHashMap<>();
        private final List<List<BitSet>> groups = new ArrayList<>();

        Maker(int[] households, BitSet present, BitSet withheld, List<int[]> memberships, int least) {
            this.households = households;
            this.least = least;
            this.withheld.or(withheld);
            concerned = (BitSet) present.clone();
            for (int row = 0; row < households.length; row++) {
                if (households[row] == 0) {
                    concerned.clear(row);
                }
            }
            for (int[] areaOf : memberships) {
                List<BitSet> rows = new ArrayList<>();
                concerned.stream().filter(r -> areaOf[r] >= 0).forEach(r -> {
                    while (rows.size() <= areaOf[r]) {
                        rows.add(new BitSet());
                    }
                    rows.get(areaOf[r]).set(r);
                });
                groups.add(rows);
            }
        }

        Plan make() {
            tell(concerned);
            groups.forEach(areas -> areas.forEach(this::tell));
            concerned.stream().filter(r -> !withheld.get(r)).forEach(r -> tell(single(r)));
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Group group : told.values().stream().filter(g -> g.size() > 1).toList()) {
                    while (told.containsKey(group.rows()) && mend(group)) {
                        changed = true;
                    }
                }
            }
            BitSet singles = new BitSet();
            concerned.stream().filter(r -> !told.containsKey(single(r)) || withheld.get(r)).forEach(singles::set);
            List<BitSet> areas = new ArrayList<>();
            for (List<BitSet> of : groups) {
                BitSet out = new BitSet();
                for (int a = 0; a < of.size(); a++) {
                    out.set(a, !of.get(a).isEmpty() && !told.containsKey(of.get(a)));
                }
                areas.add(out);
            }
            return new Plan(singles, areas);
        }

        private void tell(BitSet group) {
            if (count(group) >= least) {
                told.put(group, new Group(group, group.cardinality(), count(group)));
            }
        }

        private static BitSet single(int row) {
            BitSet one = new BitSet();
            one.set(row);
            return one;
        }

        /** Withholds the smallest of the largest told parts of a told group while the rest without them is about some, but too few. */
        private boolean mend(Group group) {
            List<Group> parts = told.values().stream().filter(part -> part.isWithin(group)).toList();
            BitSet rest = (BitSet) group.rows().clone();
            parts.forEach(p -> rest.andNot(p.rows()));
            if (rest.isEmpty() || count(rest) >= least) {
                return false;
            }
            List<Group> large = parts.stream().filter(p -> p.size() > 1).toList();
            Group smallest = parts.stream().filter(p -> large.stream().noneMatch(p::isWithin)).min(Comparator.comparingLong(Group::households)).orElseThrow();
            return told.remove(smallest.rows()) != null;
        }

        private long count(BitSet rows) {
            return rows.stream().mapToLong(r -> households[r]).sum();
        }
    }
}
