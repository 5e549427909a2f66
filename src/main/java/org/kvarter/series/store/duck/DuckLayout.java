package org.kvarter.series.store.duck;

/**
 * How values lie in a store. DuckDB keeps rows in groups of 122,880 with the least and greatest value of each column, and skips groups that
 * cannot hold what is asked for. Rows are sorted by tiles of {@value #TIMES} intervals × {@value #PLACES} places: a tile is about one group,
 * so that one moment of 10,000 places touches some ten groups and a year of hours of one place some 300 of 713. Sorted by time alone a
 * trace would touch all of them, by place alone a slice. Within a tile places come one after the other: in runs they are skipped quickly.
 */
final class DuckLayout {

    static final int TIMES = 60;
    static final int PLACES = 2_000;

    /** Version of the tables. */
    static final int VERSION = 1;

    static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS kvarter_store (version INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS kvarter_series (no INTEGER PRIMARY KEY, id VARCHAR NOT NULL, quantity VARCHAR NOT NULL, unit VARCHAR NOT NULL,"
            + " start_ms BIGINT NOT NULL, step_ms BIGINT NOT NULL, intervals INTEGER NOT NULL, zone VARCHAR NOT NULL, places INTEGER NOT NULL,"
            + " \"rows\" BIGINT NOT NULL, source VARCHAR NOT NULL)",
        "CREATE TABLE IF NOT EXISTS kvarter_titles (no INTEGER NOT NULL, language VARCHAR NOT NULL, title VARCHAR NOT NULL)",
        "CREATE TABLE IF NOT EXISTS kvarter_places (no INTEGER NOT NULL, place INTEGER NOT NULL, key VARCHAR NOT NULL)"};

    private DuckLayout() {
    }

    /** Table of the values of a series: interval {@code i}, place {@code p}, value {@code v}, ordinal of the quality {@code q}. */
    static String values(int no) {
        return "kvarter_values_" + no;
    }

    /** The key by which rows are sorted, of columns {@code i} and {@code p}. */
    static String order(int places) {
        int tiles = (places + PLACES - 1) / PLACES;
        return "((i // %1$d)::BIGINT * %3$d + p // %2$d) * %4$d + (p %% %2$d) * %1$d + i %% %1$d".formatted(TIMES, PLACES, tiles, TIMES * PLACES);
    }
}
