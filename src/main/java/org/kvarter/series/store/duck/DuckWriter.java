package org.kvarter.series.store.duck;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.ValueLimits;
import org.kvarter.series.store.WrittenFacts;
import org.kvarter.text.LocalText;

/** Takes rows by DuckDB's appender. */
final class DuckWriter implements SeriesWriter {

    private final DuckStore store;
    private NewSeries series;
    private final DuckStaging staging;
    private final DuckDBAppender appender;

    private DuckWriter(DuckStore store, NewSeries series, DuckStaging staging, DuckDBAppender appender) {
        this.store = store;
        this.series = series;
        this.staging = staging;
        this.appender = appender;
    }

    static DuckWriter open(DuckStore store, DuckLimits limits, NewSeries series) throws StoreException {
        DuckStaging staging = DuckStaging.beside(store.file(), limits);
        try {
            return new DuckWriter(store, series, staging, staging.appending(DuckStaging.RAW, "k VARCHAR, t BIGINT, v DOUBLE, q UTINYINT"));
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
    public WrittenFacts facts(ValueLimits limits) throws StoreException {
        try {
            staging.endAppending();
            return new DuckFacts(staging.connection(), series, limits).find();
        } catch (SQLException e) {
            throw DuckErrors.of(store.file(), e);
        }
    }

    @Override
    public void call(LocalText titles) {
        series = series.withTitles(titles);
    }

    @Override
    public LoadReport finish() throws StoreException {
        try {
            staging.endAppending();
            return store.adopt(series, DuckSource.quick("SELECT k, t, v, q FROM staged." + DuckStaging.RAW, Optional.of("t"), false), staging.handOver());
        } catch (SQLException e) {
            throw DuckErrors.of(store.file(), e);
        }
    }

    @Override
    public void close() {
        staging.close();
    }
}
