package org.kvarter.series.store.duck;

/**
 * How values lie in a store. DuckDB keeps rows in groups of 122,880 with the least and greatest value of each column, and skips groups that
 * cannot hold what is asked for. Rows are sorted by tiles of {@value #TIMES} intervals × {@value #PLACES} places: a tile is about one group,
 * so that one moment of 10,000 places touches some ten groups and a year of hours of one place some 300 of 713. Sorted by time alone a
 * trace would touch all of them, by place alone a slice. Within a tile places come one after the other: in runs they are skipped quickly.
 *
 * <p>A table that was just loaded lies as its file did: time {@code t} as read, place {@code p}, or its key {@code k} where {@code p} is null, value
 * {@code v}, quality {@code q}, and a table of times beside it says which interval a time is. It answers the same, more slowly, until it is
 * arranged.
 */
final class DuckLayout {

    static final int TIMES = 60;
    static final int PLACES = 2_000;

    /** Version of the tables. */
    static final int VERSION = 2;

    static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS kvarter_store (version INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS kvarter_series (no INTEGER PRIMARY KEY, id VARCHAR NOT NULL, quantity VARCHAR NOT NULL, unit VARCHAR NOT NULL,"
            + " start_ms BIGINT NOT NULL, step_ms BIGINT NOT NULL, intervals INTEGER NOT NULL, zone VARCHAR NOT NULL, places INTEGER NOT NULL,"
            + " \"rows\" BIGINT NOT NULL, source VARCHAR NOT NULL)",
        "CREATE TABLE IF NOT EXISTS kvarter_titles (no INTEGER NOT NULL, language VARCHAR NOT NULL, title VARCHAR NOT NULL)",
        "CREATE TABLE IF NOT EXISTS kvarter_places (no INTEGER NOT NULL, place INTEGER NOT NULL, key VARCHAR NOT NULL)"};

    private DuckLayout() {
    }

    /** Table of the times of a series that is not arranged: {@code t}, interval {@code i}. */
    static String times(int no) {
        return "kvarter_times_" + no;
    }

    /** Table of the values of a series while they are arranged. */
    static String tiles(int no) {
        return "kvarter_tiles_" + no;
    }

    /** Table of what the places have over spans of {@link #TIMES} intervals: span {@code b}, place {@code p}, sum, number, maximum, worst quality {@code s, n, m, q}. */
    static String spans(int no) {
        return "kvarter_spans_" + no;
    }

    /** Table of what all places have together: interval {@code i}, sum {@code s}. */
    static String sums(int no) {
        return "kvarter_sums_" + no;
    }

    /**
     * The rows {@code i, p, v, q} of a series that lies as its file did, as a query in parentheses.
     *
     * @param strangers whether some places are told by key only
     */
    static String rowsOf(int no, boolean strangers) {
        String known = "SELECT c.i AS i, r.p AS p, r.v AS v, r.q AS q FROM " + values(no) + " r JOIN " + times(no) + " c ON r.t = c.t";
        // a place that is asked for is looked for by number in the one and by its key in the other, before times are
        return !strangers ? "(" + known + ")" : "(" + known + " WHERE r.p IS NOT NULL UNION ALL SELECT c.i, n.place, r.v, r.q FROM " + values(no) + " r JOIN " + times(no)
                + " c ON r.t = c.t JOIN (SELECT place, key FROM kvarter_places WHERE no = " + no + ") n ON r.k = n.key)";
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
