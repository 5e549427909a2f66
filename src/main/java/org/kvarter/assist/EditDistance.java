package org.kvarter.assist;

/** How many letters differ: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). Stateless. */
final class EditDistance {

    private EditDistance() {
    }

    /** The distance; {@code most + 1} as soon as it is greater than {@code most}. */
    static int of(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int here = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    here = Math.min(here, before[j - 2] + 1);
                }
                current[j] = here;
                least = Math.min(least, here);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = previous;
            previous = current;
            current = free;
        }
        return Math.min(previous[b.length()], most + 1);
    }
}
