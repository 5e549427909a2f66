package org.kvarter.series.store.duck;

import java.util.Optional;

/**
 * Rows on their way into a store.
 *
 * @param rows   a query of key {@code k}, time {@code t}, value {@code v}, ordinal of the quality {@code q}
 * @param head   the same, or its first rows where reading all of them twice would take long: most places are in it
 * @param millis SQL of {@code t} as milliseconds since 1970; empty to see what {@code t} is
 * @param end    whether a time names the end of its interval
 */
record DuckSource(String rows, String head, Optional<String> millis, boolean end) {

    private static final int HEAD = 1_000_000;

    /** Rows that are read quickly again. */
    static DuckSource quick(String rows, Optional<String> millis, boolean end) {
        return new DuckSource(rows, rows, millis, end);
    }

    /** Rows that are read once, and the first of them before. */
    static DuckSource slow(String rows, boolean end) {
        return new DuckSource(rows, rows + " LIMIT " + HEAD, Optional.empty(), end);
    }
}
