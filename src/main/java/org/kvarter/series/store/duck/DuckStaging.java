package org.kvarter.series.store.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.kvarter.series.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a folder of its own beside the one a series goes into, where rows that come one by one are gathered: the store itself answers
 * meanwhile, and knows nothing of a load that fails. The folder is gone when this is closed.
 */
final class DuckStaging implements AutoCloseable {

    /** The rows as they come: key {@code k}, time {@code t}, value {@code v}, ordinal of the quality {@code q}. */
    static final String RAW = "raw";

    private static final Logger LOG = LoggerFactory.getLogger(DuckStaging.class);

    private final Path folder;
    private final DuckDatabase database;
    private final DuckDBConnection connection;
    private DuckDBAppender appender;

    private DuckStaging(Path folder, DuckDatabase database, DuckDBConnection connection) {
        this.folder = folder;
        this.database = database;
        this.connection = connection;
    }

    static DuckStaging beside(Path store, DuckLimits limits) throws StoreException {
        Path folder = null;
        try {
            Files.createDirectories(store.getParent());
            folder = Files.createTempDirectory(store.getParent(), ".loading-");
            DuckDatabase database = DuckDatabase.writing(folder.resolve("staging.duckdb"), limits, ZoneOffset.UTC, Optional.empty());
            return new DuckStaging(folder, database, database.connect());
        } catch (IOException | SQLException e) {
            throw new StoreException(StoreException.Kind.FAILED, DuckErrors.TEXTS.get("store.unwritable", store, e.getMessage()), e);
        }
    }

    DuckDBConnection connection() {
        return connection;
    }

    /**
     * A table that rows are appended to; one for each staging.
     *
     * @param columns its columns as SQL
     */
    DuckDBAppender appending(String table, String columns) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (" + columns + ")");
        }
        appender = connection.createAppender(table);
        return appender;
    }

    /** Makes the appended rows part of the table. */
    void endAppending() throws SQLException {
        if (appender != null) {
            DuckDBAppender ending = appender;
            appender = null;
            ending.close();
        }
    }

    /** Closes the database, so that another one can read its file. */
    Path handOver() throws SQLException {
        connection.close();
        database.close();
        return folder.resolve("staging.duckdb");
    }

    @Override
    public void close() {
        try {
            endAppending();
        } catch (SQLException e) {
            LOG.debug("What could not be appended is given up anyway", e);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("Could not close {}", folder, e);
        }
        database.close();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("Could not delete {}", folder, e);
        }
    }
}
