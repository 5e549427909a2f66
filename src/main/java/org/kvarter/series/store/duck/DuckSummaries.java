package org.kvarter.series.store.duck;

import java.sql.SQLException;
import java.sql.Statement;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.text.SqlNames;

/**
 * What is reckoned once, when a series is put into tiles: of every place over each span of {@value DuckLayout#TIMES} intervals, and of all places
 * together in every interval. A year of hours of 10,000 places is then 1.5 million rows instead of 88. A series without (a file of an earlier version)
 * answers the same from its values. Stateless.
 */
final class DuckSummaries {

    private DuckSummaries() {
    }

    /** Writes both tables of a series from its tiles, which are in {@code tiles}. */
    static void write(Statement statement, int no, String tiles) throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE " + DuckLayout.spans(no) + " AS SELECT (i // " + DuckLayout.TIMES + ")::INTEGER AS b, p,"
                + " sum(v::DOUBLE) AS s, count(*)::INTEGER AS n, max(v) AS m, max(q) AS q FROM " + tiles + " GROUP BY b, p ORDER BY b, p");
        statement.execute("CREATE OR REPLACE TABLE " + DuckLayout.sums(no) + " AS SELECT i, sum(v::DOUBLE) AS s FROM " + tiles + " GROUP BY i ORDER BY i");
    }

    /** Whether they are there. */
    static boolean exist(Statement statement, int no) throws SQLException {
        return DuckTables.number(statement, "SELECT count(*) FROM duckdb_tables() WHERE table_name IN (" + SqlNames.word(DuckLayout.spans(no)) + ", "
                + SqlNames.word(DuckLayout.sums(no)) + ")") == 2;
    }

    /** Spans that lie wholly within intervals {@code first} (inclusive) to {@code end} (exclusive); negative or 0 where there is none. */
    static int within(int first, int end) {
        return end / DuckLayout.TIMES - firstSpan(first);
    }

    /**
     * One row {@code p, value} for each place over intervals: whole spans and the values at both ends.
     *
     * @param values the series' table of values
     */
    static String slice(int no, String values, int first, int end, Aggregation aggregation) {
        return switch (aggregation) {
            case MEAN -> over(no, values, first, end, "s, n", "v::DOUBLE AS s, 1 AS n", "sum(s) / sum(n)");
            case SUM -> over(no, values, first, end, "s", "v::DOUBLE AS s", "sum(s)");
            case MAXIMUM -> over(no, values, first, end, "m", "v AS m", "max(m)");
        };
    }

    /** One row {@code p, quality} for each place over intervals. */
    static String quality(int no, String values, int first, int end) {
        return over(no, values, first, end, "q", "q", "max(q)");
    }

    private static String over(int no, String values, int first, int end, String ofSpan, String ofValue, String together) {
        int from = firstSpan(first);
        int to = end / DuckLayout.TIMES;
        String some = " UNION ALL SELECT p, " + ofValue + " FROM " + values + " WHERE i >= %d AND i < %d";
        return "SELECT p, " + together + " FROM (SELECT p, " + ofSpan + " FROM " + DuckLayout.spans(no) + " WHERE b >= " + from + " AND b < " + to
                + some.formatted(first, from * DuckLayout.TIMES) + some.formatted(to * DuckLayout.TIMES, end) + ") GROUP BY p";
    }

    private static int firstSpan(int first) {
        return (first + DuckLayout.TIMES - 1) / DuckLayout.TIMES;
    }
}
