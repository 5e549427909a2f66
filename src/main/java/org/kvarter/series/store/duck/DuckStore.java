package org.kvarter.series.store.duck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesStore;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.SqlNames;
import org.kvarter.series.store.SqlRun;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.task.Progress;

/**
 * A store in a file of DuckDB, {@code series.duckdb} of a project. The file is open for reading, which several programs may; it is written to for
 * the moment in which a new series that is whole goes in. Thread-safe.
 */
public final class DuckStore implements SeriesStore {

    private final Path file;
    private final DuckLimits limits;
    private final SqlRun running = new SqlRun();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, DuckSeries> known = new HashMap<>();
    private DuckDatabase database;

    private DuckStore(Path file, DuckLimits limits) {
        this.file = file.toAbsolutePath().normalize();
        this.limits = limits;
    }

    /**
     * A store in a file, which is made with the first series that goes in; nothing is opened before the first question.
     */
    public static DuckStore at(Path file, DuckLimits limits) {
        return new DuckStore(file, limits);
    }

    /** The file. */
    public Path file() {
        return file;
    }

    private interface Question<T> {
        T ask(DuckDBConnection connection) throws SQLException, StoreException;
    }

    private <T> T ask(Question<T> question) throws StoreException {
        lock.readLock().lock();
        try (DuckDBConnection connection = open().connect()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw DuckErrors.of(file, e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private synchronized DuckDatabase open() throws StoreException {
        if (database == null) {
            database = DuckDatabase.reading(file, limits);
        }
        return database;
    }

    private interface Asked<T> {
        T of(DuckQueries queries, DuckDBConnection connection) throws SQLException;
    }

    private <T> T about(String id, Asked<T> asked) throws StoreException {
        return ask(connection -> asked.of(new DuckQueries(known(connection, id), running), connection));
    }

    private DuckSeries known(DuckDBConnection connection, String id) throws SQLException, StoreException {
        synchronized (known) {
            if (!known.containsKey(id)) {
                DuckSeries.all(connection, Optional.of(id)).forEach(s -> known.put(id, s));
            }
            DuckSeries series = known.get(id);
            if (series == null) {
                throw new StoreException(Kind.MISSING, DuckErrors.TEXTS.get("store.noSeries", file, id));
            }
            return series;
        }
    }

    @Override
    public List<StoredSeries> list() throws StoreException {
        return ask(connection -> DuckSeries.all(connection, Optional.empty()).stream().map(DuckSeries::series).toList());
    }

    @Override
    public StoredSeries series(String id) throws StoreException {
        return ask(connection -> known(connection, id).series());
    }

    @Override
    public String[] keys(String id) throws StoreException {
        return about(id, DuckQueries::keys);
    }

    @Override
    public double[] slice(String id, TimeWindow window, Aggregation aggregation) throws StoreException {
        return about(id, (q, c) -> q.slice(c, window, aggregation));
    }

    @Override
    public double[][] trace(String id, int[] places, TimeWindow window, Duration step, Aggregation aggregation) throws StoreException {
        return about(id, (q, c) -> q.trace(c, places, window, step, aggregation));
    }

    @Override
    public double[] sum(String id, int[] places) throws StoreException {
        return about(id, (q, c) -> q.sum(c, places));
    }

    @Override
    public float[] block(String id, int first, int end) throws StoreException {
        return about(id, (q, c) -> q.block(c, first, end));
    }

    @Override
    public Quality[] quality(String id, TimeWindow window) throws StoreException {
        return about(id, (q, c) -> q.quality(c, window));
    }

    /** Takes the rows of a new series one by one. */
    public SeriesWriter writer(NewSeries series) throws StoreException {
        return DuckWriter.open(this, limits, series);
    }

    /**
     * Loads a CSV or Parquet file, which DuckDB reads itself.
     *
     * @param watch looks whether {@code progress} was cancelled
     * @throws org.kvarter.task.WorkCancelledException where it was; the store is as before then, as after any other failure
     */
    public LoadReport load(Path source, LoadFormat format, NewSeries series, ScheduledExecutorService watch, Progress progress) throws StoreException {
        return new DuckLoad(source, format, series).into(this, limits, watch, progress);
    }

    /** Takes a series out of the store; nothing happens where there is none of that id. */
    public void remove(String id) throws StoreException {
        write(Optional.empty(), statement -> {
            DuckSeries.remove(statement.getConnection(), id);
            return id;
        });
    }

    /** Puts what was arranged in {@code staging} into the store, whole or not at all. */
    LoadReport adopt(NewSeries series, DuckArrange.Arranged arranged, DuckStaging staging) throws StoreException {
        try {
            Path from = staging.handOver();
            return write(Optional.of(from), statement -> {
                DuckSeries.remove(statement.getConnection(), series.id());
                StoredSeries made = DuckSeries.add(statement.getConnection(), series, arranged);
                return new LoadReport(made, arranged.rows(), arranged.diagnostics());
            });
        } catch (SQLException e) {
            throw DuckErrors.of(file, e);
        }
    }

    private interface Writing<T> {
        T write(Statement statement) throws SQLException;
    }

    private <T> T write(Optional<Path> staging, Writing<T> writing) throws StoreException {
        lock.writeLock().lock();
        try {
            closeDatabase();
            DuckDatabase open = DuckDatabase.writing(file, limits, ZoneOffset.UTC, staging.map(Path::getParent));
            try (open; DuckDBConnection connection = open.connect(); Statement statement = connection.createStatement()) {
                DuckSeries.prepare(statement, file);
                if (staging.isPresent()) {
                    statement.execute("ATTACH " + SqlNames.word(staging.get().toString()) + " AS staged (READ_ONLY)");
                }
                connection.setAutoCommit(false);
                T result = writing.write(statement);
                connection.commit();
                connection.setAutoCommit(true);
                statement.execute("CHECKPOINT");
                return result;
            }
        } catch (SQLException e) {
            throw DuckErrors.of(file, e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private synchronized void closeDatabase() {
        synchronized (known) {
            known.clear();
        }
        if (database != null) {
            database.close();
            database = null;
        }
    }

    @Override
    public void cancel() {
        running.cancel();
    }

    @Override
    public void close() {
        cancel();
        lock.writeLock().lock();
        try {
            closeDatabase();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
