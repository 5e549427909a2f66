package org.kvarter.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;

/** How the places and hours of one table lie in those of another. */
final class Places {

    private Places() {
    }

    /**
     * Place of {@code given} for each place of {@code shape}, by key without case; −1 where there is none, or the place is outside
     * {@code within}. A table of one place counts for every place.
     *
     * @param given {@code null} for the constant, which is everywhere
     */
    static int[] of(SeriesView shape, SeriesView given, BitSet within) {
        int[] places = new int[shape.places()];
        Map<String, Integer> index = given == null || given == shape || given.places() == 1 ? Map.of() : index(given.keys());
        Arrays.setAll(places, p -> !within.get(p) ? -1 : given == shape ? p : given == null || given.places() == 1 ? 0
                : index.getOrDefault(normal(shape.keys()[p]), -1));
        return places;
    }

    private static Map<String, Integer> index(String[] keys) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            index.putIfAbsent(normal(keys[i]), i);
        }
        return index;
    }

    private static String normal(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }

    /** Interval of {@code given} at interval 0 of {@code shape}; empty where their steps differ or do not meet. */
    static OptionalInt offset(TimeAxis shape, TimeAxis given) {
        Duration apart = Duration.between(given.start(), shape.start());
        boolean meet = shape.step().equals(given.step()) && apart.toMillis() % shape.step().toMillis() == 0;
        return meet ? OptionalInt.of((int) (apart.toMillis() / shape.step().toMillis())) : OptionalInt.empty();
    }
}
