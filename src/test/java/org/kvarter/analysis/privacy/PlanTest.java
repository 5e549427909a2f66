package org.kvarter.analysis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final int K = 5;

    private static BitSet all(int n) {
        BitSet rows = new BitSet();
        rows.set(0, n);
        return rows;
    }

    private static Plan plan(int[] households, int[]... memberships) {
        return Plan.of(households, all(households.length), new BitSet(), List.of(memberships), K);
    }

    @Test
    void housesWithFewHouseholdsAreNotToldSingly() {
        Plan plan = plan(new int[] {1, 8, 2, 12, 3});
        assertThat(plan.features().stream()).as("the rest of 6 is enough").containsExactly(0, 2, 4);
    }

    @Test
    void theNextSmallestIsWithheldWhereTheRestIsTooSmall() {
        assertThat(plan(new int[] {1, 8, 12, 9}).features().stream()).as("all less 8, 12 and 9 would be the single household").containsExactly(0, 1);
    }

    @Test
    void anAreaWithFewHouseholdsIsNotToldAndNotByDifference() {
        // blocks of 3, 10 and 20 households in houses of at most 4
        int[] households = {1, 2, 3, 3, 4, 4, 4, 4, 4, 4};
        int[] blocks = {0, 0, 1, 1, 1, 2, 2, 2, 2, 2};
        assertThat(plan(households, blocks).areas().get(0).stream()).as("the district less the two others is the first").containsExactly(0, 1);
    }

    @Test
    void twoNestedGroups() {
        // quarters {blocks 0, 1} and {blocks 2, 3}: 4 + 8 and 9 + 7 households
        int[] households = {4, 4, 4, 3, 3, 3, 4, 3};
        int[] blocks = {0, 1, 1, 2, 2, 2, 3, 3};
        int[] quarters = {0, 0, 0, 1, 1, 1, 1, 1};
        Plan plan = plan(households, blocks, quarters);
        assertThat(plan.areas().get(1).isEmpty()).as("quarters of 12 and 16 are told").isTrue();
        assertThat(plan.areas().get(0).stream()).as("quarter 0 less block 1 would be block 0").containsExactly(0, 1);
    }

    @Test
    void featuresOutsideOfAllAreasAreARestToo() {
        int[] households = {4, 4, 4, 4, 2};
        int[] blocks = {0, 0, 1, 1, -1};
        assertThat(plan(households, blocks).areas().get(0).stream()).as("the district less both blocks is the house outside").containsExactly(0);
    }

    @Test
    void anApartmentHouseWouldTellOfTheVillaBesideIt() {
        int[] households = {20, 1, 20, 20};
        int[] blocks = {0, 0, 1, 1};
        Plan plan = plan(households, blocks);
        assertThat(plan.features().get(0)).as("block less apartment house is the villa").isTrue();
    }

    @Test
    void whatConcernsNobodyIsTold() {
        Plan plan = Plan.of(new int[] {0, 1, 9, 9}, all(4), new BitSet(), List.of(), K);
        assertThat(plan.features().get(0)).isFalse();
    }

    @Test
    void onlyThoseWithAValueCount() {
        BitSet present = all(6);
        present.clear(1, 4);
        Plan plan = Plan.of(new int[] {2, 2, 2, 2, 9, 9}, present, new BitSet(), List.of(new int[] {0, 0, 0, 0, 1, 1}), K);
        assertThat(plan.areas().get(0).get(0)).as("eight households live there, two of them are in the sum").isTrue();
    }

    @Test
    void feedersThatCrossBlocksTellNoHouseOfOneOfThem() {
        // block 0 is feeder 0 and one villa more: the difference would be the villa
        int[] households = {3, 3, 3, 1, 4, 4, 4};
        int[] blocks = {0, 0, 0, 0, 1, 1, 1};
        int[] feeders = {0, 0, 0, 1, 1, 1, 1};
        Plan plan = plan(households, blocks, feeders);
        assertThat(plan.areas().get(0).get(0)).as("the layer that was summed up first comes first").isFalse();
        assertThat(plan.areas().get(1).stream()).as("9 and 13 households, but 10 less 9 is the villa").containsExactly(0, 1);
    }

    @Test
    void crossingAreasAreToldWhereNothingFollowsFromThem() {
        // marginals of a table of 2 × 2 cells of 4 households each: no cell follows from them
        int[] households = {2, 2, 2, 2, 2, 2, 2, 2};
        Plan plan = plan(households, new int[] {0, 0, 0, 0, 1, 1, 1, 1}, new int[] {0, 0, 1, 1, 0, 0, 1, 1});
        assertThat(plan.areas()).allSatisfy(areas -> assertThat(areas.isEmpty()).isTrue());
    }

    @Property(tries = 3_000)
    void nothingSmallCanBeReckonedFromAreasWithinAreas(@ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @Size(7) List<@IntRange(min = -1, max = 2) Integer> blocks, @ForAll @Size(3) List<@IntRange(min = -1, max = 1) Integer> quarters) {
        int[] block = IntStream.range(0, sizes.size()).map(blocks::get).toArray();
        audit(sizes, block, IntStream.of(block).map(b -> b < 0 ? -1 : quarters.get(b)).toArray());
    }

    @Property(tries = 6_000)
    void nothingSmallCanBeReckonedFromAreasThatCross(@ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 6) Integer> sizes,
            @ForAll @Size(9) List<@IntRange(min = -1, max = 2) Integer> blocks, @ForAll @Size(9) List<@IntRange(min = -1, max = 2) Integer> feeders,
            @ForAll @Size(9) List<@IntRange(min = -1, max = 1) Integer> schools) {
        audit(sizes, blocks.stream().limit(sizes.size()).mapToInt(i -> i).toArray(), feeders.stream().limit(sizes.size()).mapToInt(i -> i).toArray(),
                schools.stream().limit(sizes.size()).mapToInt(i -> i).toArray());
    }

    /** No group that is too small is a combination of what is told, whatever one adds and subtracts. */
    private static void audit(List<Integer> sizes, int[]... of) {
        int n = sizes.size();
        int[] households = sizes.stream().mapToInt(i -> i).toArray();
        Plan plan = plan(households, of);
        List<double[]> told = new ArrayList<>();
        if (IntStream.of(households).sum() >= K) {
            told.add(indicator(n, r -> true));
        }
        for (int r = 0; r < n; r++) {
            int row = r;
            if (!plan.features().get(r)) {
                told.add(indicator(n, x -> x == row));
            }
        }
        for (int p = 0; p < of.length; p++) {
            for (int a = 0; a < 3; a++) {
                int area = a;
                int[] areaOf = of[p];
                if (IntStream.of(areaOf).anyMatch(x -> x == area) && !plan.areas().get(p).get(a)) {
                    told.add(indicator(n, x -> areaOf[x] == area));
                }
            }
        }
        int rank = rank(told);
        for (int subset = 1; subset < 1 << n; subset++) {
            int rows = subset;
            int count = IntStream.range(0, n).filter(r -> (rows >> r & 1) == 1).map(r -> households[r]).sum();
            if (count < K) {
                List<double[]> more = new ArrayList<>(told);
                more.add(indicator(n, x -> (rows >> x & 1) == 1));
                assertThat(rank(more)).as("households %s, areas %s, told of group %s", sizes, java.util.Arrays.deepToString(of), Integer.toBinaryString(rows)).isGreaterThan(rank);
            }
        }
    }

    private static double[] indicator(int n, java.util.function.IntPredicate in) {
        return IntStream.range(0, n).mapToDouble(r -> in.test(r) ? 1 : 0).toArray();
    }

    private static int rank(List<double[]> vectors) {
        List<double[]> rows = new ArrayList<>(vectors.stream().map(double[]::clone).toList());
        int rank = 0;
        int n = rows.isEmpty() ? 0 : rows.get(0).length;
        for (int c = 0; c < n; c++) {
            int pivot = -1;
            for (int r = rank; r < rows.size() && pivot < 0; r++) {
                pivot = Math.abs(rows.get(r)[c]) > 1e-9 ? r : -1;
            }
            if (pivot >= 0) {
                java.util.Collections.swap(rows, rank, pivot);
                for (int r = rank + 1; r < rows.size(); r++) {
                    double f = rows.get(r)[c] / rows.get(rank)[c];
                    for (int k = c; k < n; k++) {
                        rows.get(r)[k] -= f * rows.get(rank)[k];
                    }
                }
                rank++;
            }
        }
        return rank;
    }
}
