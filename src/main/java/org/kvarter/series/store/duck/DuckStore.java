package org.kvarter.series.store.duck;

import java.nio.file.Files;
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
import org.duckdb.DuckDBConnection;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.ReadingSorter;
import org.kvarter.series.store.SeriesStore;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.text.SqlNames;
import org.kvarter.series.store.SqlRun;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.task.Progress;

/**
 * A store in a file of DuckDB, {@code series.duckdb} of a project. The file is open for reading, which several programs may; while a
 * series goes in or is arranged it is this program's alone. Thread-safe.
 */
public final class DuckStore implements SeriesStore {

    /** Rows that are arranged within a second or two. */
    private static final long AT_ONCE = 2_000_000;

    private final DuckFile file;
    private final DuckLimits limits;
    private final long atOnce;
    private final SqlRun running = new SqlRun();
    private final Map<String, DuckSeries> known = new HashMap<>();

    private DuckStore(Path file, DuckLimits limits, long atOnce) {
        this.file = new DuckFile(file.toAbsolutePath().normalize(), limits, this::forget);
        this.limits = limits;
        this.atOnce = atOnce;
    }

    private void forget() {
        synchronized (known) {
            known.clear();
        }
    }

    /**
     * A store in a file, which is made with the first series that goes in; nothing is opened before the first question.
     */
    public static DuckStore at(Path file, DuckLimits limits) {
        return at(file, limits, AT_ONCE);
    }

    /** @param atOnce so many rows are arranged as soon as they are loaded */
    static DuckStore at(Path file, DuckLimits limits, long atOnce) {
        return new DuckStore(file, limits, atOnce);
    }

    /** The file. */
    public Path file() {
        return file.path();
    }

    /** Where it is read and written. */
    DuckFile opened() {
        return file;
    }

    private interface Asked<T> {
        T of(DuckQueries queries, DuckDBConnection connection) throws SQLException;
    }

    private <T> T about(String id, Asked<T> asked) throws StoreException {
        return file.ask(connection -> asked.of(new DuckQueries(known(connection, id), running), connection));
    }

    private DuckSeries known(DuckDBConnection connection, String id) throws SQLException, StoreException {
        synchronized (known) {
            if (!known.containsKey(id)) {
                DuckSeries.all(connection, Optional.of(id)).forEach(s -> known.put(id, s));
            }
            DuckSeries series = known.get(id);
            if (series == null) {
                throw new StoreException(Kind.MISSING, DuckErrors.TEXTS.get("store.noSeries", file.path(), id));
            }
            return series;
        }
    }

    @Override
    public List<StoredSeries> list() throws StoreException {
        return file.ask(connection -> DuckSeries.all(connection, Optional.empty()).stream().map(DuckSeries::series).toList());
    }

    @Override
    public StoredSeries series(String id) throws StoreException {
        return file.ask(connection -> known(connection, id).series());
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

    @Override
    public Quality[] qualities(String id, int[] places) throws StoreException {
        return about(id, (q, c) -> q.qualities(c, places));
    }

    /** Takes the rows of a new series one by one. */
    public SeriesWriter writer(NewSeries series) throws StoreException {
        return DuckWriter.open(this, limits, series);
    }

    /** Brings values together by place before they go into a series. */
    public ReadingSorter sorter() throws StoreException {
        return DuckSorter.beside(file.path(), limits);
    }

    /**
     * Loads a CSV or Parquet file, which DuckDB reads itself, at its speed. What is large then lies as the file did and answers at once, until
     * {@link #arrange} makes it answer quickly.
     *
     * @param watch looks whether {@code progress} was cancelled
     * @throws org.kvarter.task.WorkCancelledException where it was; the store is as before then, as after any other failure
     */
    public LoadReport load(Path source, LoadFormat format, NewSeries series, ScheduledExecutorService watch, Progress progress) throws StoreException {
        return new DuckLoad(source, format, series).into(this, watch, progress);
    }

    /** Whether a series lies so that both kinds of question are answered quickly. */
    public boolean isArranged(String id) throws StoreException {
        return file.ask(connection -> known(connection, id).isArranged());
    }

    /** Puts a series into tiles, where it is not; questions are answered meanwhile. {@link #close} stops it, and it can be begun anew. */
    public void arrange(String id) throws StoreException {
        if (isArranged(id)) {
            return;
        }
        file.changing((connection, statement) -> {
            DuckSeries series = known(connection, id);
            if (!series.isArranged()) {
                DuckArrange.tiles(statement, series.no(), series.rows(), series.series().places(), false);
                file.publish(connection, () -> DuckArrange.exchange(statement, series.no()));
            }
            return id;
        });
    }

    /** Takes a series out of the store; nothing happens where there is none of that id. */
    public void remove(String id) throws StoreException {
        file.changing((connection, statement) -> {
            file.publish(connection, () -> DuckSeries.remove(connection, id));
            return id;
        });
    }

    /** As {@link #remove}, where nothing else is writing to the store: true where it is done, or there is no such file. */
    public boolean removeNow(String id) throws StoreException {
        return !Files.exists(file()) || file.unlessWritten(() -> remove(id));
    }

    /** Takes what was gathered in the database {@code from}. */
    LoadReport adopt(NewSeries series, DuckSource source, Path from) throws StoreException {
        try {
            return file.writing(l -> DuckDatabase.writing(file.path(), l, ZoneOffset.UTC, Optional.of(from.getParent())), (connection, statement) -> {
                statement.execute("ATTACH " + SqlNames.word(from.toString()) + " AS staged (READ_ONLY)");
                return take(series, source, connection, statement, Progress.NONE);
            });
        } catch (SQLException e) {
            throw DuckErrors.of(file.path(), e);
        }
    }

    /** Takes rows as a series, whole or not at all. */
    LoadReport take(NewSeries series, DuckSource source, DuckDBConnection connection, Statement statement, Progress progress) throws SQLException, StoreException {
        int no = DuckTables.next(statement);
        DuckIntake.Taken taken = new DuckIntake(series, no).take(source, statement);
        boolean tiles = taken.doubles() > 0 || taken.values() <= atOnce;
        if (tiles) {
            progress.report(0.6, DuckErrors.TEXTS.get("load.arranging", series.source()));
            DuckArrange.tiles(statement, no, DuckLayout.rowsOf(no, true), taken.places(), taken.doubles() > 0);
        }
        progress.checkCancelled();
        StoredSeries[] made = new StoredSeries[1];
        file.publish(connection, () -> {
            DuckSeries.remove(connection, series.id());
            made[0] = DuckSeries.add(connection, no, series, taken);
            if (tiles) {
                DuckArrange.exchange(statement, no);
            }
        });
        return new LoadReport(made[0], taken.rows(), taken.diagnostics());
    }

    @Override
    public void cancel() {
        running.cancel();
    }

    @Override
    public void close() {
        cancel();
        file.close();
    }
}
