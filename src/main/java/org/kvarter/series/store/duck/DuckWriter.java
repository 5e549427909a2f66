package org.kvarter.series.store.duck;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;

/** Takes rows by DuckDB's appender. */
final class DuckWriter implements SeriesWriter {

    private final DuckStore store;
    private final NewSeries series;
    private final DuckStaging staging;
    private final DuckDBAppender appender;
    private boolean appending = true;

    private DuckWriter(DuckStore store, NewSeries series, DuckStaging staging, DuckDBAppender appender) {
        this.store = store;
        this.series = series;
        this.staging = staging;
        this.appender = appender;
    }

    static DuckWriter open(DuckStore store, DuckLimits limits, NewSeries series) throws StoreException {
        DuckStaging staging = DuckStaging.beside(store.file(), limits);
        try (Statement statement = staging.connection().createStatement()) {
            statement.execute("CREATE TABLE raw (k VARCHAR, t BIGINT, v DOUBLE, q UTINYINT)");
            return new DuckWriter(store, series, staging, staging.connection().createAppender("raw"));
        } catch (SQLException e) {
            staging.close();
            throw DuckErrors.of(store.file(), e);
        }
    }

    @Override
    public void value(String place, Instant start, double value, Quality quality) throws StoreException {
        if (!Double.isFinite(value)) {
            return;
        }
        try {
            appender.beginRow().append(place).append(start.toEpochMilli()).append(value).append((byte) quality.ordinal()).endRow();
        } catch (SQLException e) {
            throw DuckErrors.of(store.file(), e);
        }
    }

    @Override
    public LoadReport finish() throws StoreException {
        try {
            endAppending();
            return store.adopt(series, DuckSource.quick("SELECT k, t, v, q FROM staged." + DuckStaging.RAW, Optional.of("t"), false), staging.handOver());
        } catch (SQLException e) {
            throw DuckErrors.of(store.file(), e);
        }
    }

    private void endAppending() throws SQLException {
        if (appending) {
            appending = false;
            appender.close();
        }
    }

    @Override
    public void close() {
        try {
            endAppending();
        } catch (SQLException e) {
            appending = false; // what could not be appended is given up anyway
        }
        staging.close();
    }
}
