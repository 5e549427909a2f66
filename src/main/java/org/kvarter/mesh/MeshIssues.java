package org.kvarter.mesh;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the mesher left out or put right: a count and the first few features per trouble. Thread-safe.
 */
public final class MeshIssues {

    /** Features remembered per trouble. */
    public static final int EXAMPLES = 20;

    /** Kinds of trouble. */
    public enum Issue {
        /** A surface with NaN, infinite or absurd coordinates or vertex numbers out of range was left out. */
        NOT_FINITE,
        /** A surface without area was left out. */
        NO_AREA,
        /** A surface of more corners than can be cut was left out. */
        TOO_LARGE,
        /** A surface whose outline crosses itself is shown as well as can be. */
        CROSSES_ITSELF,
        /** A solid whose surfaces faced inwards was turned inside out. */
        TURNED
    }

    private static final class Entry {
        private long count;
        private int[] rows = new int[0];
    }

    private final Map<Issue, Entry> entries = new EnumMap<>(Issue.class);

    /** Counts one trouble of a feature. */
    public synchronized void add(Issue issue, int featureRow) {
        Entry entry = entries.computeIfAbsent(issue, i -> new Entry());
        entry.count++;
        int n = entry.rows.length;
        if (n < EXAMPLES && (n == 0 || entry.rows[n - 1] != featureRow)) {
            entry.rows = Arrays.copyOf(entry.rows, n + 1);
            entry.rows[n] = featureRow;
        }
    }

    /** How often it happened. */
    public synchronized long count(Issue issue) {
        Entry entry = entries.get(issue);
        return entry == null ? 0 : entry.count;
    }

    /** Layer rows of the first features it happened to. */
    public synchronized int[] examples(Issue issue) {
        Entry entry = entries.get(issue);
        return entry == null ? new int[0] : entry.rows.clone();
    }
}
