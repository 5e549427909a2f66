package org.kvarter.series.store.duck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SqlRun;

/** The questions about one series as SQL over its tiles. */
final class DuckQueries {

    private final DuckSeries about;
    private final TimeAxis axis;
    private final int places;
    private final String table;
    private final SqlRun running;

    DuckQueries(DuckSeries about, SqlRun running) {
        this.about = about;
        this.axis = about.series().axis();
        this.places = about.series().places();
        this.table = about.rows();
        this.running = running;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(Connection connection, String sql, Row reader, long... bound) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < bound.length; i++) {
                query.setLong(i + 1, bound[i]);
            }
            running.run(query, () -> {
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
                return null;
            });
        }
    }

    String[] keys(Connection connection) throws SQLException {
        String[] keys = new String[places];
        each(connection, "SELECT place, key FROM kvarter_places WHERE no = ?", row -> keys[row.getInt(1)] = row.getString(2), about.no());
        return keys;
    }

    double[] slice(Connection connection, TimeWindow window, Aggregation aggregation) throws SQLException {
        double[] values = missing(places);
        int first = Math.max(0, window.firstInterval(axis));
        int end = Math.min(axis.count(), window.endInterval(axis));
        if (isBySpan(first, end)) {
            each(connection, DuckSummaries.slice(about.no(), table, first, end, aggregation), row -> values[row.getInt(1)] = row.getDouble(2));
        } else if (end > first) {
            // one moment, too, is grouped: it lies in many small pieces, which would be handed over one by one
            each(connection, "SELECT p, " + aggregate(aggregation) + " FROM " + table + " WHERE i >= ? AND i < ? GROUP BY p",
                    row -> values[row.getInt(1)] = row.getDouble(2), first, end);
        }
        return values;
    }

    double[][] trace(Connection connection, int[] wanted, TimeWindow window, Duration step, Aggregation aggregation) throws SQLException {
        long length = Duration.between(window.start(), window.end()).toMillis();
        int steps = Math.toIntExact((length + step.toMillis() - 1) / step.toMillis());
        double[][] traces = new double[wanted.length][];
        Arrays.setAll(traces, t -> missing(steps));
        int first = Math.max(0, window.firstInterval(axis));
        int end = Math.min(axis.count(), window.endInterval(axis));
        if (wanted.length == 0 || end <= first) {
            return traces;
        }
        int[][] rowsOf = new int[places][];
        for (int t = 0; t < wanted.length; t++) {
            int[] before = rowsOf[wanted[t]] == null ? new int[0] : rowsOf[wanted[t]];
            rowsOf[wanted[t]] = Arrays.copyOf(before, before.length + 1);
            rowsOf[wanted[t]][before.length] = t;
        }
        long offset = Duration.between(window.start(), axis.start()).toMillis();
        boolean isSame = step.equals(axis.step());
        String sql = isSame ? "SELECT p, (i * %1$d::BIGINT + %2$d) // %3$d AS b, v FROM %4$s WHERE %6$s AND i >= ? AND i < ?"
                : "SELECT p, (i * %1$d::BIGINT + %2$d) // %3$d AS b, %5$s FROM %4$s WHERE %6$s AND i >= ? AND i < ? GROUP BY p, b";
        each(connection, sql.formatted(axis.step().toMillis(), offset, step.toMillis(), table, aggregate(aggregation), among(wanted)), row -> {
            for (int t : rowsOf[row.getInt(1)]) {
                traces[t][Math.max(0, row.getInt(2))] = row.getDouble(3); // an interval may have begun before the window
            }
        }, first, end);
        return traces;
    }

    double[] sum(Connection connection, int[] wanted) throws SQLException {
        double[] sums = missing(axis.count());
        boolean isAll = wanted.length == places && isAll(wanted);
        if (isAll && about.isSummed()) {
            each(connection, "SELECT i, s FROM " + DuckLayout.sums(about.no()), row -> sums[row.getInt(1)] = row.getDouble(2));
        } else if (wanted.length > 0) {
            each(connection, "SELECT i, sum(v::DOUBLE) FROM " + table + " WHERE " + (isAll ? "true" : among(wanted)) + " GROUP BY i",
                    row -> sums[row.getInt(1)] = row.getDouble(2));
        }
        return sums;
    }

    float[] block(Connection connection, int first, int end) throws SQLException {
        float[] values = new float[Math.multiplyExact(end - first, places)];
        Arrays.fill(values, Float.NaN);
        each(connection, "SELECT i, p, v FROM " + table + " WHERE i >= ? AND i < ?",
                row -> values[(row.getInt(1) - first) * places + row.getInt(2)] = row.getFloat(3), first, end);
        return values;
    }

    Quality[] quality(Connection connection, TimeWindow window) throws SQLException {
        Quality[] all = new Quality[places];
        Arrays.fill(all, Quality.MISSING);
        int first = Math.max(0, window.firstInterval(axis));
        int end = Math.min(axis.count(), window.endInterval(axis));
        if (isBySpan(first, end)) {
            each(connection, DuckSummaries.quality(about.no(), table, first, end), row -> all[row.getInt(1)] = Quality.of(row.getInt(2)));
        } else if (end > first) {
            each(connection, "SELECT p, max(q) FROM " + table + " WHERE i >= ? AND i < ? GROUP BY p",
                    row -> all[row.getInt(1)] = Quality.of(row.getInt(2)), first, end);
        }
        return all;
    }

    Quality[] qualities(Connection connection, int[] wanted) throws SQLException {
        // groups of rows whose qualities are all measured are skipped: most series are answered here
        boolean[] others = new boolean[1];
        each(connection, "SELECT 1 FROM " + table + " WHERE q > 0 LIMIT 1", row -> others[0] = true);
        if (!others[0]) {
            return new Quality[0];
        }
        Quality[] all = new Quality[axis.count()];
        Arrays.fill(all, Quality.MISSING);
        if (wanted.length > 0) {
            String where = wanted.length == places && isAll(wanted) ? "true" : among(wanted);
            each(connection, "SELECT i, max(q) FROM " + table + " WHERE " + where + " GROUP BY i", row -> all[row.getInt(1)] = Quality.of(row.getInt(2)));
        }
        return all;
    }

    private boolean isBySpan(int first, int end) {
        return about.isSummed() && DuckSummaries.within(first, end) > 0;
    }

    private boolean isAll(int[] wanted) {
        return Arrays.stream(wanted).distinct().count() == places;
    }

    /** Which places, as a condition: numbers cannot carry anything else. The range lets groups of rows be skipped. */
    private static String among(int[] wanted) {
        int least = Arrays.stream(wanted).min().orElse(0);
        int most = Arrays.stream(wanted).max().orElse(-1);
        String range = "p BETWEEN " + least + " AND " + most;
        return least == most ? "p = " + least
                : range + " AND p IN (" + Arrays.stream(wanted).distinct().mapToObj(Integer::toString).collect(Collectors.joining(",")) + ")";
    }

    private static String aggregate(Aggregation aggregation) {
        return switch (aggregation) {
            case MEAN -> "avg(v::DOUBLE)";
            case SUM -> "sum(v::DOUBLE)";
            case MAXIMUM -> "max(v)";
        };
    }

    private static double[] missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
