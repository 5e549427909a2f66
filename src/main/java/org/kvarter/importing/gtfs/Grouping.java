package org.kvarter.importing.gtfs;

import java.util.Arrays;
import java.util.Comparator;
import org.kvarter.importing.arrays.IntList;

/** Puts rows of groups together and in sequence, fast where the file has them so already. Stateless. */
final class Grouping {

    private Grouping() {
    }

    /** First row of each group once they are together, and the number of rows. */
    static int[] starts(IntList groups, int count) {
        int[] starts = new int[count + 1];
        for (int i = 0; i < groups.size(); i++) {
            starts[groups.get(i) + 1]++;
        }
        for (int g = 0; g < count; g++) {
            starts[g + 1] += starts[g];
        }
        return starts;
    }

    /** Row numbers by group, within a group by sequence, equal ones as they come. */
    static int[] order(IntList groups, IntList sequences, int count) {
        int[] next = starts(groups, count);
        int[] starts = next.clone();
        int[] order = new int[groups.size()];
        for (int i = 0; i < order.length; i++) {
            order[next[groups.get(i)]++] = i;
        }
        for (int g = 0; g < count; g++) {
            sort(order, starts[g], starts[g + 1], sequences);
        }
        return order;
    }

    private static void sort(int[] order, int from, int to, IntList sequences) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = sequences.get(order[i - 1]) <= sequences.get(order[i]);
        }
        if (!sorted) {
            Integer[] rows = Arrays.stream(order, from, to).boxed().sorted(Comparator.comparingInt(sequences::get)).toArray(Integer[]::new);
            for (int i = 0; i < rows.length; i++) {
                order[from + i] = rows[i];
            }
        }
    }
}
