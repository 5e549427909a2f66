package org.kvarter.series.store.duck;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.ReadingSorter;
import org.kvarter.series.store.StoreException;

/** Sorts in a file of its own, some places at a time. */
final class DuckSorter implements ReadingSorter {

    /** Values that are fetched at a time, about. */
    private static final long FETCHED = 1_000_000;

    private final Path store;
    private final DuckStaging staging;
    private final DuckDBAppender appender;
    private long doubles;

    private DuckSorter(Path store, DuckStaging staging, DuckDBAppender appender) {
        this.store = store;
        this.staging = staging;
        this.appender = appender;
    }

    static DuckSorter beside(Path store, DuckLimits limits) throws StoreException {
        DuckStaging staging = DuckStaging.beside(store, limits);
        try {
            return new DuckSorter(store, staging, staging.appending("readings", "p INTEGER, i INTEGER, v DOUBLE, q UTINYINT"));
        } catch (SQLException e) {
            staging.close();
            throw DuckErrors.of(store, e);
        }
    }

    @Override
    public void put(int place, int interval, double value, Quality quality) throws StoreException {
        if (!Double.isFinite(value)) {
            return;
        }
        try {
            appender.beginRow().append(place).append(interval).append(value).append((byte) quality.ordinal()).endRow();
        } catch (SQLException e) {
            throw DuckErrors.of(store, e);
        }
    }

    @Override
    public void each(int intervals, Doubles twice, Reader reader) throws StoreException {
        try (Statement statement = staging.connection().createStatement()) {
            staging.endAppending();
            statement.execute("CREATE TABLE sorted AS SELECT p, i, v, q FROM readings ORDER BY p, i, rowid");
            statement.execute("DROP TABLE readings");
            long most = DuckTables.number(statement, "SELECT coalesce(max(p), -1) FROM sorted");
            long step = Math.max(1, FETCHED / Math.max(1, intervals));
            Places places = new Places(intervals, twice, reader);
            for (long first = 0; first <= most; first += step) {
                String some = "SELECT p, i, v, q FROM sorted WHERE p >= " + first + " AND p < " + (first + step) + " ORDER BY rowid";
                try (ResultSet row = statement.executeQuery(some)) {
                    while (row.next()) {
                        places.take(row.getInt(1), row.getInt(2), row.getDouble(3), row.getInt(4));
                    }
                }
            }
            places.flush();
            doubles = places.doubles;
        } catch (SQLException e) {
            throw DuckErrors.of(store, e);
        }
    }

    @Override
    public long doubles() {
        return doubles;
    }

    @Override
    public void close() {
        staging.close();
    }

    /** Gathers one place after the other. */
    private static final class Places {
        private final Reader reader;
        private final boolean averages;
        private final double[] values;
        private final int[] times;
        private final Quality[] qualities;
        private int place = -1;
        private long doubles;

        Places(int intervals, Doubles twice, Reader reader) {
            this.reader = reader;
            this.averages = twice == Doubles.MEAN;
            this.values = new double[intervals];
            this.times = new int[intervals];
            this.qualities = new Quality[intervals];
        }

        void take(int of, int interval, double value, int quality) throws StoreException {
            if (of != place) {
                flush();
                place = of;
                Arrays.fill(values, Double.NaN);
                Arrays.fill(times, 0);
                Arrays.fill(qualities, Quality.MISSING);
            }
            if (interval >= 0 && interval < values.length) {
                int before = times[interval]++;
                doubles += before > 0 ? 1 : 0;
                boolean mean = averages && before > 0;
                values[interval] = mean ? values[interval] + (value - values[interval]) / (before + 1) : value;
                Quality here = Quality.of(quality);
                qualities[interval] = mean && qualities[interval].compareTo(here) > 0 ? qualities[interval] : here;
            }
        }

        void flush() throws StoreException {
            if (place >= 0) {
                reader.place(place, values, qualities);
            }
        }
    }
}
