package org.kvarter.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody may have meant. Stateless. */
final class Suggestion {

    private Suggestion() {
    }

    /** The nearest word, at most a third of its letters away. */
    static Optional<String> of(String written, Collection<String> known) {
        return known.stream().min(Comparator.<String>comparingInt(word -> distance(written, word)).thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(written, word) <= Math.max(1, (word.length() + 1) / 3));
    }

    /** Letters to insert, delete, replace or swap with a neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
