package org.kvarter.importing.ifc.content;

import java.util.Arrays;

/** For each instance those it is linked to, in the order of the file, in two arrays. Immutable once built. */
public final class Links {

    private static final int[] NONE = new int[0];

    private int[] from = new int[256];
    private int[] to = new int[256];
    private int count;
    private int[] starts;

    /** Adds one link; negative instances are passed over. */
    void add(int source, int target) {
        if (source < 0 || target < 0) {
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = source;
        to[count++] = target;
    }

    /** Sorts by source. */
    Links built(int instances) {
        starts = new int[instances + 1];
        for (int i = 0; i < count; i++) {
            starts[from[i] + 1]++;
        }
        for (int e = 0; e < instances; e++) {
            starts[e + 1] += starts[e];
        }
        int[] at = starts.clone();
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[at[from[i]]++] = to[i];
        }
        to = sorted;
        from = NONE;
        return this;
    }

    /** The targets of an instance. */
    public int[] of(int source) {
        return source < 0 || starts[source] == starts[source + 1] ? NONE : Arrays.copyOfRange(to, starts[source], starts[source + 1]);
    }

    /** The first target of an instance, −1 where it has none. */
    public int first(int source) {
        return source < 0 || starts[source] == starts[source + 1] ? -1 : to[starts[source]];
    }
}
