package org.kvarter.series.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualitySource;
import org.kvarter.series.store.SeriesStore;
import org.kvarter.series.store.SqlRun;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.StoredSeries;

/**
 * Series in tables and views of a database server, for those that it is told of. Nothing is written there. Thread-safe.
 *
 * <p>Several rows of a place in one interval become one as is usual for the unit.
 */
public final class SqlStore implements SeriesStore {

    /** Places that a series may have. */
    static final int MOST_PLACES = 200_000;

    /** Rows that an answer may have. */
    static final int MOST_ROWS = 5_000_000;

    private static final int PART_ROWS = 5_000;

    private final SqlAddress address;
    private final SqlConnections connections;
    private final SqlRun running = new SqlRun();
    private final Map<String, SqlSeries> series = new ConcurrentHashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    /** What was found out about a series. */
    private record Known(SqlQuestions questions, String[] keys, Map<String, Integer> placeOf) {
    }

    private SqlStore(SqlAddress address, Supplier<Optional<String>> password) {
        this.address = address;
        this.connections = new SqlConnections(address, password);
    }

    /** @param password asked for at every login; empty for servers that need none */
    public static SqlStore at(SqlAddress address, Supplier<Optional<String>> password) {
        return new SqlStore(address, password);
    }

    public SqlAddress address() {
        return address;
    }

    /** Tells of a series, in place of one of the same id. */
    public void add(SqlSeries told) {
        synchronized (known) {
            SqlSeries before = series.put(told.id(), told);
            if (!told.equals(before)) {
                known.remove(told.id());
            }
        }
    }

    /** What tables and views there are, and what lies in them. */
    public SqlCatalog catalog() {
        return new SqlCatalog(this);
    }

    /** A question on a connection. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException, StoreException;
    }

    <T> T ask(Question<T> question) throws StoreException {
        boolean mayBeStale = connections.hasIdle();
        try {
            return once(question);
        } catch (StoreException e) {
            if (mayBeStale && e.kind() == Kind.UNREACHABLE) {
                connections.dropIdle();
                return once(question); // the server had closed what was kept
            }
            throw e;
        }
    }

    private <T> T once(Question<T> question) throws StoreException {
        Connection connection = null;
        boolean sound = false;
        try {
            connection = connections.take();
            T answer = question.ask(connection);
            sound = true;
            return answer;
        } catch (SQLException e) {
            throw SqlErrors.of(address, e);
        } finally {
            if (connection != null && sound) {
                connections.giveBack(connection);
            } else if (connection != null) {
                connections.drop(connection);
            }
        }
    }

    /** Reads a row. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Asks and hands on every row; those of long answers come in parts.
     *
     * @throws StoreException {@link Kind#TOO_LARGE} where there are more than {@code most}
     */
    public void each(SqlText text, int most, Row reader) throws StoreException {
        boolean parts = most > PART_ROWS && address.engine() == SqlAddress.Engine.POSTGRESQL;
        ask(connection -> {
            connection.setAutoCommit(!parts);
            try (PreparedStatement statement = text.prepare(connection)) {
                statement.setMaxRows(most + 1);
                statement.setFetchSize(parts ? PART_ROWS : 0);
                int count = running.run(statement, () -> {
                    int n = 0;
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            if (n++ < most) {
                                reader.read(rows);
                            }
                        }
                    }
                    return n;
                });
                if (count > most) {
                    throw new StoreException(Kind.TOO_LARGE, SqlErrors.TEXTS.get("sql.tooLarge", address.host(), most));
                }
            }
            if (parts) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return null;
        });
    }

    private SqlSeries told(String id) throws StoreException {
        SqlSeries found = series.get(id);
        if (found == null) {
            throw new StoreException(Kind.MISSING, SqlErrors.TEXTS.get("sql.noSeries", id));
        }
        return found;
    }

    private Known known(String id) throws StoreException {
        SqlSeries about = told(id);
        synchronized (known) {
            Known found = known.get(id);
            if (found != null) {
                return found;
            }
        }
        List<SqlColumn> columns = catalog().columns(about.table());
        for (String wanted : List.of(about.timeColumn(), about.placeColumn(), about.valueColumn())) {
            if (columns.stream().noneMatch(c -> c.name().equals(wanted))) {
                throw new StoreException(Kind.MISSING, SqlErrors.TEXTS.get("sql.noColumn", String.join(".", about.table()), wanted));
            }
        }
        SqlQuestions questions = new SqlQuestions(SqlDialect.of(address.engine()), about, columns);
        List<String> keys = new ArrayList<>();
        each(questions.keys(MOST_PLACES + 1), MOST_PLACES, row -> keys.add(row.getString(1)));
        String[] sorted = keys.stream().distinct().sorted().toArray(String[]::new);
        Map<String, Integer> placeOf = new HashMap<>();
        for (int p = 0; p < sorted.length; p++) {
            placeOf.put(sorted[p], p);
        }
        synchronized (known) {
            return known.computeIfAbsent(id, i -> new Known(questions, sorted, placeOf));
        }
    }

    @Override
    public List<StoredSeries> list() throws StoreException {
        List<StoredSeries> all = new ArrayList<>();
        for (String id : series.keySet()) {
            all.add(series(id));
        }
        all.sort(Comparator.comparing(StoredSeries::title).thenComparing(StoredSeries::id));
        return all;
    }

    /** As it was told; the number of rows is not counted and 0. */
    @Override
    public StoredSeries series(String id) throws StoreException {
        SqlSeries about = told(id);
        return new StoredSeries(id, about.titles(), about.quantity(), about.unit(), about.axis(), known(id).keys().length, 0,
                address.text() + "#" + String.join(".", about.table()));
    }

    @Override
    public String[] keys(String id) throws StoreException {
        return known(id).keys();
    }

    @Override
    public double[] slice(String id, TimeWindow window, Aggregation aggregation) throws StoreException {
        Known about = known(id);
        double[] values = missing(about.keys().length);
        each(about.questions().slice(aligned(told(id).axis(), window), aggregation), MOST_PLACES, row -> {
            Integer place = about.placeOf().get(row.getString(1));
            if (place != null) { // one that came after the keys were read has no number
                values[place] = row.getDouble(2);
            }
        });
        return values;
    }

    /** The window of the intervals that begin in one. */
    private static TimeWindow aligned(TimeAxis axis, TimeWindow window) {
        int first = Math.max(0, window.firstInterval(axis));
        int end = Math.min(axis.count(), window.endInterval(axis));
        return end > first ? new TimeWindow(axis.at(first), axis.at(end)) : window;
    }

    @Override
    public double[][] trace(String id, int[] places, TimeWindow window, Duration step, Aggregation aggregation) throws StoreException {
        Known about = known(id);
        long length = Duration.between(window.start(), window.end()).toMillis();
        int steps = Math.toIntExact((length + step.toMillis() - 1) / step.toMillis());
        Map<String, double[]> byKey = new HashMap<>();
        for (int place : places) {
            byKey.computeIfAbsent(about.keys()[place], k -> missing(steps));
        }
        for (List<String> part : parts(List.copyOf(byKey.keySet()))) {
            each(about.questions().trace(part, window, step, aggregation), MOST_ROWS, row -> {
                double[] trace = byKey.get(row.getString(1));
                long at = row.getLong(2);
                if (trace != null && at >= 0 && at < steps) {
                    trace[(int) at] = row.getDouble(3);
                }
            });
        }
        double[][] traces = new double[places.length][];
        Arrays.setAll(traces, t -> byKey.get(about.keys()[places[t]]).clone());
        return traces;
    }

    @Override
    public double[] sum(String id, int[] places) throws StoreException {
        Known about = known(id);
        double[] sums = missing(told(id).axis().count());
        List<String> keys = Arrays.stream(places).distinct().mapToObj(p -> about.keys()[p]).toList();
        boolean all = keys.size() == about.keys().length;
        for (List<String> part : keys.isEmpty() ? List.<List<String>>of() : all ? List.of(List.<String>of()) : parts(keys)) {
            each(about.questions().sum(part), MOST_ROWS, row -> {
                long at = row.getLong(1);
                double v = row.getDouble(2);
                if (at >= 0 && at < sums.length) {
                    sums[(int) at] = Double.isNaN(sums[(int) at]) ? v : sums[(int) at] + v;
                }
            });
        }
        return sums;
    }

    @Override
    public float[] block(String id, int first, int end) throws StoreException {
        Known about = known(id);
        float[] values = new float[Math.multiplyExact(end - first, about.keys().length)];
        Arrays.fill(values, Float.NaN);
        each(about.questions().block(first, end, Aggregation.usual(told(id).unit())), MOST_ROWS, row -> {
            Integer place = about.placeOf().get(row.getString(1));
            long at = row.getLong(2);
            if (place != null && at >= first && at < end) {
                values[(int) (at - first) * about.keys().length + place] = (float) row.getDouble(3);
            }
        });
        return values;
    }

    @Override
    public Quality[] quality(String id, TimeWindow window) throws StoreException {
        Known about = known(id);
        Quality[] all = new Quality[about.keys().length];
        Arrays.fill(all, Quality.MISSING);
        each(about.questions().quality(aligned(told(id).axis(), window)), MOST_PLACES, row -> {
            Integer place = about.placeOf().get(row.getString(1));
            if (place != null) {
                all[place] = Quality.of(row.getInt(2));
            }
        });
        return all;
    }

    @Override
    public Quality[] qualities(String id, int[] places) throws StoreException {
        if (told(id).quality().equals(QualitySource.MEASURED)) {
            return new Quality[0];
        }
        Known about = known(id);
        Quality[] all = new Quality[told(id).axis().count()];
        Arrays.fill(all, Quality.MISSING);
        boolean[] there = new boolean[all.length];
        List<String> keys = Arrays.stream(places).distinct().mapToObj(p -> about.keys()[p]).toList();
        boolean whole = keys.size() == about.keys().length;
        for (List<String> part : keys.isEmpty() ? List.<List<String>>of() : whole ? List.of(List.<String>of()) : parts(keys)) {
            each(about.questions().qualities(part), MOST_ROWS, row -> {
                long at = row.getLong(1);
                if (at >= 0 && at < all.length) {
                    Quality here = Quality.of(row.getInt(2));
                    all[(int) at] = there[(int) at] && all[(int) at].compareTo(here) > 0 ? all[(int) at] : here;
                    there[(int) at] = true;
                }
            });
        }
        return all;
    }

    private List<List<String>> parts(List<String> keys) {
        int most = SqlDialect.of(address.engine()).mostKeys();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += most) {
            parts.add(keys.subList(from, Math.min(keys.size(), from + most)));
        }
        return parts;
    }

    private static double[] missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    @Override
    public void cancel() {
        running.cancel();
    }

    @Override
    public void close() {
        cancel();
        connections.close();
    }
}
