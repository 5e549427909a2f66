package org.kvarter.series.store.duck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.ValueFacts;
import org.kvarter.series.store.ValueLimits;
import org.kvarter.series.store.WrittenFacts;

/**
 * What values on their way into a store are like, by aggregates over {@link DuckStaging#RAW}. Quantiles hold all values of their places in memory: some
 * places at a time. One use, one thread.
 */
final class DuckFacts {

    /** Values whose quantiles are sought at a time, about. */
    private static final long AT_A_TIME = 6_000_000;
    private static final String RAW = DuckStaging.RAW;

    private final Connection connection;
    private final NewSeries series;
    private final ValueLimits limits;

    DuckFacts(Connection connection, NewSeries series, ValueLimits limits) {
        this.connection = connection;
        this.series = series;
        this.limits = limits;
    }

    WrittenFacts find() throws SQLException, StoreException {
        try (Statement statement = connection.createStatement()) {
            long rows;
            long first;
            long last;
            try (ResultSet row = statement.executeQuery("SELECT count(*), min(t), max(t) FROM " + RAW)) {
                row.next();
                rows = row.getLong(1);
                first = row.getLong(2);
                last = row.getLong(3);
            }
            if (rows == 0) {
                throw new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.noValues", series.source()));
            }
            long doubles = doubles(statement, first);
            List<ValueFacts> places = new ArrayList<>();
            long parts = (rows + AT_A_TIME - 1) / AT_A_TIME;
            for (long part = 0; part < parts; part++) {
                some(statement, doubles > 0, parts == 1 ? "true" : "hash(k) % " + parts + " = " + part, places);
            }
            return new WrittenFacts(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last), doubles, places);
        }
    }

    /** Intervals are counted as the bits of words of sixty, so that not every value is a group of its own. */
    private long doubles(Statement statement, long first) throws SQLException {
        String interval = "(t - " + first + ") // " + series.step().map(s -> s.toMillis()).orElse(1L);
        return DuckTables.number(statement, "SELECT coalesce(sum(c - bit_count(b)), 0) FROM (SELECT count(*) AS c, bit_or(1::BIGINT << ((i % 60)::INTEGER)) AS b FROM"
                + " (SELECT k, " + interval + " AS i FROM " + RAW + ") GROUP BY k, i // 60)");
    }

    private void some(Statement statement, boolean merge, String which, List<ValueFacts> into) throws SQLException {
        // as the store will keep them: single precision, doubles as their mean
        String values = "SELECT k, TRY_CAST(v AS FLOAT)::DOUBLE AS v FROM " + RAW + " WHERE " + which;
        String kept = !merge ? values : "SELECT k, avg(TRY_CAST(v AS FLOAT))::FLOAT::DOUBLE AS v FROM " + RAW + " WHERE " + which + " GROUP BY k, t";
        String sql = "WITH x AS MATERIALIZED (" + kept + "), s AS MATERIALIZED (SELECT k, count(v) AS n, min(v) AS lo, max(v) AS hi, sum(v) AS total, count(*) FILTER (v < 0) AS below,"
                + " count(*) FILTER (v < " + number(limits.least()) + " OR v > " + number(limits.most()) + ") AS beyond, quantile_cont(v, [0.25, 0.5, 0.75]) AS q, mad(v) AS m"
                + " FROM x GROUP BY k), f AS (SELECT k, count(*) AS far FROM x JOIN s USING (k) WHERE lo < hi AND n >= " + limits.enough() + " AND q[3] > q[1] AND"
                + " (v > q[3] + " + limits.farRanges() + " * (q[3] - q[1]) OR v < q[1] - " + limits.farRanges() + " * (q[3] - q[1])) AND"
                + " (m = 0 OR abs(" + ValueLimits.NORMAL + " * (v - q[2]) / m) > " + limits.farZ() + ") GROUP BY k)"
                + " SELECT s.k, n, lo, hi, coalesce(total, 0), below, beyond, coalesce(far, 0) FROM s LEFT JOIN f USING (k)";
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                boolean none = row.getLong(2) == 0;
                into.add(new ValueFacts(row.getString(1), row.getLong(2), none ? Double.NaN : row.getDouble(3), none ? Double.NaN : row.getDouble(4), row.getDouble(5),
                        row.getLong(6), row.getLong(7), row.getLong(8)));
            }
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? "(" + value + "::DOUBLE)" : "('" + (value > 0 ? "inf" : "-inf") + "'::DOUBLE)";
    }
}
