package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which features, and which areas, of one value are withheld, so that nothing that is told, and no difference of things told, is about some but
 * fewer than {@code least} households. Thought of are three kinds of groups, each within the next: single features, areas of any number of layers,
 * and all features together, which are always told where they are enough. Where the rest of a group without its told parts is too small, the
 * smallest told part is withheld too (secondary suppression; Hundepool et al., Statistical Disclosure Control, 2012, 4.2). Where groups nest, what is
 * told then is made of disjoint rests, none of them too small, so that no sum of differences is about fewer either. Where areas of two layers cross each
 * other, what they tell together is looked for by {@link Audit}, and areas of the layer that came last are withheld until nothing is told of too few.
 * Immutable.
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

    /** Several features that are told together. */
    private record Group(BitSet rows, int size, long households) {

        /** Whether it is a part of another, and not all of it. */
        boolean isWithin(Group other) {
            return size < other.size && other.rows.get(rows.nextSetBit(0)) && rows.stream().allMatch(other.rows::get);
        }
    }

    private static final class Maker {
        private final int[] households;
        private final int least;
        private final BitSet concerned;
        private final BitSet withheld = new BitSet();
        /** Features that are told singly, or as all there is of an area. */
        private final BitSet known = new BitSet();
        /** Groups of several features that are told, each once, whichever areas they are. */
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
            concerned.stream().filter(r -> !withheld.get(r) && households[r] >= least).forEach(known::set);
            tell(concerned);
            groups.forEach(areas -> areas.forEach(this::tell));
            do {
                mendNested();
            } while (isCrossed() && mendCrossed());
            BitSet singles = (BitSet) concerned.clone();
            singles.andNot(known);
            singles.or(withheld);
            singles.and(concerned);
            List<BitSet> areas = new ArrayList<>();
            for (List<BitSet> of : groups) {
                BitSet out = new BitSet();
                for (int a = 0; a < of.size(); a++) {
                    out.set(a, !of.get(a).isEmpty() && !isTold(of.get(a)));
                }
                areas.add(out);
            }
            return new Plan(singles, areas);
        }

        private boolean isTold(BitSet group) {
            int first = group.nextSetBit(0);
            return first >= 0 && group.nextSetBit(first + 1) < 0 ? known.get(first) : told.containsKey(group);
        }

        private void mendNested() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Group group : List.copyOf(told.values())) {
                    while (told.containsKey(group.rows()) && mend(group)) {
                        changed = true;
                    }
                }
            }
        }

        /** Whether two told areas share features, and neither lies within the other. */
        private boolean isCrossed() {
            for (int later = 1; later < groups.size(); later++) {
                for (BitSet area : groups.get(later)) {
                    for (int earlier = 0; earlier < later && told.containsKey(area); earlier++) {
                        if (groups.get(earlier).stream().anyMatch(other -> told.containsKey(other) && isCrossing(area, other))) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private static boolean isCrossing(BitSet a, BitSet b) {
            if (!a.intersects(b)) {
                return false;
            }
            BitSet shared = (BitSet) a.clone();
            shared.and(b);
            return !shared.equals(a) && !shared.equals(b);
        }

        /** Withholds the smallest area, of the layer that came last, out of those which together tell of too few. @return whether there was one */
        private boolean mendCrossed() {
            List<BitSet> sums = List.copyOf(told.keySet());
            Audit.Finding found = Audit.find(households, known, sums, least).orElse(null);
            if (found == null) {
                return false;
            }
            List<BitSet> guilty = found.sums().stream().mapToObj(sums::get).filter(rows -> layerOf(rows) >= 0).toList();
            int last = guilty.stream().mapToInt(this::layerOf).max().orElse(-1);
            if (!found.proven() && last >= 0) { // too many to try one by one
                return groups.get(last).stream().filter(rows -> layerOf(rows) == last).map(told::remove).filter(Objects::nonNull).count() > 0;
            }
            return guilty.stream().filter(rows -> layerOf(rows) == last).min(Comparator.comparingLong(this::count)).map(told::remove).isPresent();
        }

        /** The first layer that has an area of just these features; −1 where none has, as of all features together. */
        private int layerOf(BitSet rows) {
            for (int layer = 0; layer < groups.size() && !rows.equals(concerned); layer++) {
                if (groups.get(layer).contains(rows)) {
                    return layer;
                }
            }
            return -1;
        }

        private void tell(BitSet group) {
            if (count(group) < least) {
                return;
            }
            if (group.cardinality() == 1) {
                known.or(group);
            } else {
                told.put(group, new Group(group, group.cardinality(), count(group)));
            }
        }

        /** Withholds the smallest of the largest told parts of a told group while the rest without them is about some, but too few. */
        private boolean mend(Group group) {
            List<Group> parts = told.values().stream().filter(part -> part.isWithin(group)).toList();
            BitSet rest = (BitSet) group.rows().clone();
            parts.forEach(p -> rest.andNot(p.rows()));
            BitSet singles = (BitSet) rest.clone();
            singles.and(known);
            rest.andNot(known);
            if (rest.isEmpty() || count(rest) >= least) {
                return false;
            }
            Optional<Group> part = parts.stream().filter(p -> parts.stream().noneMatch(p::isWithin)).min(Comparator.comparingLong(Group::households));
            OptionalInt single = singles.stream().boxed().min(Comparator.comparingInt(r -> households[r])).map(OptionalInt::of).orElse(OptionalInt.empty());
            if (single.isPresent() && (part.isEmpty() || households[single.getAsInt()] < part.get().households())) {
                known.clear(single.getAsInt());
                return true;
            }
            return told.remove(part.orElseThrow().rows()) != null;
        }

        private long count(BitSet rows) {
            long count = 0;
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                count += households[row];
            }
            return count;
        }
    }
}
