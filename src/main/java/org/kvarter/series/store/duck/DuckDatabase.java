package org.kvarter.series.store.duck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.kvarter.text.SqlNames;
import org.kvarter.series.store.StoreException;

/**
 * A file of DuckDB, open: nothing is fetched from the network, and of other files it reads the one it is asked to. Thread-safe; every
 * question takes a connection of its own.
 */
final class DuckDatabase implements AutoCloseable {

    private final DuckDBConnection first;

    private DuckDatabase(DuckDBConnection first) {
        this.first = first;
    }

    /** Opens a file for reading: several programs may. */
    static DuckDatabase reading(Path file, DuckLimits limits) throws StoreException {
        return open(file, limits, true, ZoneOffset.UTC, Optional.empty());
    }

    /**
     * Opens a file for writing, and makes it where it is not there: one program may.
     *
     * @param zone   of times without an offset
     * @param folder folder of which files may be read; empty for none
     */
    static DuckDatabase writing(Path file, DuckLimits limits, ZoneId zone, Optional<Path> folder) throws StoreException {
        return open(file, limits, false, zone, folder.map(f -> "SET allowed_directories = [" + SqlNames.word(f + "/") + "]"));
    }

    /** The same with the right to read one other file. */
    static DuckDatabase loading(Path file, DuckLimits limits, ZoneId zone, Path source) throws StoreException {
        return open(file, limits, false, zone, Optional.of("SET allowed_paths = [" + SqlNames.word(source.toString()) + "]"));
    }

    /** A database in memory that may read one file. */
    static DuckDatabase inMemory(DuckLimits limits, ZoneId zone, Path source) throws StoreException {
        return open(":memory:", source, limits, false, zone, Optional.of("SET allowed_paths = [" + SqlNames.word(source.toString()) + "]"));
    }

    private static DuckDatabase open(Path file, DuckLimits limits, boolean readOnly, ZoneId zone, Optional<String> allowed) throws StoreException {
        if (readOnly && !Files.isRegularFile(file)) {
            throw new StoreException(StoreException.Kind.MISSING, DuckErrors.TEXTS.get("store.missing", file));
        }
        return open(file.toString(), file, limits, readOnly, zone, allowed);
    }

    private static DuckDatabase open(String name, Path file, DuckLimits limits, boolean readOnly, ZoneId zone, Optional<String> allowed) throws StoreException {
        if (name.indexOf(';') >= 0) {
            // the driver would take what follows for options, and open another file
            throw new StoreException(StoreException.Kind.FAILED, DuckErrors.TEXTS.get("store.semicolon", file));
        }
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", Boolean.toString(readOnly));
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("threads", Integer.toString(limits.threads()));
        properties.setProperty("memory_limit", limits.megabytes() + "MB");
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:" + name, properties);
            try (Statement statement = connection.createStatement()) {
                if (isLocked(statement)) {
                    return new DuckDatabase(connection.unwrap(DuckDBConnection.class)); // the driver shares what is open in this program
                }
                if (allowed.isPresent()) {
                    statement.execute(allowed.get());
                }
                statement.execute("SET enable_external_access = false");
                statement.execute("SET GLOBAL TimeZone = " + SqlNames.word(zone instanceof ZoneOffset ? "UTC" : zone.getId()));
                statement.execute("SET lock_configuration = true");
            }
            return new DuckDatabase(connection.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            closeQuietly(connection);
            throw DuckErrors.of(file, e);
        }
    }

    private static boolean isLocked(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT current_setting('lock_configuration')")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** A connection of one's own, to be closed. */
    DuckDBConnection connect() throws SQLException {
        return first.duplicate().unwrap(DuckDBConnection.class);
    }

    @Override
    public void close() {
        closeQuietly(first);
    }

    private static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection of DuckDB always closes", e);
        }
    }
}
