package org.kvarter.series.store.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.text.SqlNames;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;

/**
 * A store's file as it is given away: with the series that are wanted alone, and without the room that others left. An import that was taken back
 * stays in the store it went into, so that it can be brought back; it is not in what is saved. Stateless.
 */
public final class DuckPacking {

    /** Share of a file that may be empty. */
    private static final double EMPTY = 0.25;
    private static final long SMALL = 64;
    private static final List<String> DESCRIPTIONS = List.of("kvarter_titles", "kvarter_places", "kvarter_series");

    private DuckPacking() {
    }

    /**
     * Writes a store with some series of another.
     *
     * @param ids series to keep
     * @param to  the new file, which is not there yet, in a folder of its own
     * @return empty where the store holds nothing else and is packed as it is: nothing was written
     */
    public static Optional<Path> packed(Path store, Set<String> ids, Path to, DuckLimits limits) throws StoreException {
        try (DuckDatabase from = DuckDatabase.reading(store, limits); var connection = from.connect(); Statement statement = connection.createStatement()) {
            List<String> strangers = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT no, id FROM kvarter_series ORDER BY no")) {
                while (row.next()) {
                    (ids.contains(row.getString(2)) ? kept : strangers).add(row.getString(1));
                }
            }
            if (strangers.isEmpty() && !isHollow(statement)) {
                return Optional.empty();
            }
        } catch (SQLException e) {
            throw DuckErrors.of(store, e);
        }
        try {
            Files.createDirectories(to.getParent());
        } catch (IOException e) {
            throw new StoreException(Kind.FAILED, DuckErrors.TEXTS.get("store.unwritable", to, e.getMessage()), e);
        }
        try (DuckDatabase into = DuckDatabase.writing(to, limits, ZoneOffset.UTC, Optional.of(store.getParent())); var connection = into.connect();
             Statement statement = connection.createStatement()) {
            DuckTables.prepare(statement, to);
            statement.execute("ATTACH " + SqlNames.word(store.toString()) + " AS source (READ_ONLY)");
            for (String id : ids) {
                String is = " IN (SELECT no FROM source.kvarter_series WHERE id = " + SqlNames.word(id) + ")";
                for (String table : DESCRIPTIONS) {
                    statement.execute("INSERT INTO " + table + " SELECT * FROM source." + table + " WHERE no" + is);
                }
                for (String no : DuckTables.words(statement, "SELECT no FROM kvarter_series WHERE no" + is)) {
                    int number = Integer.parseInt(no);
                    copy(statement, DuckLayout.values(number));
                    copy(statement, DuckLayout.times(number));
                    copy(statement, DuckLayout.spans(number));
                    copy(statement, DuckLayout.sums(number));
                }
            }
            statement.execute("DETACH source");
            statement.execute("CHECKPOINT");
            return Optional.of(to);
        } catch (SQLException e) {
            throw DuckErrors.of(store, e);
        }
    }

    private static void copy(Statement statement, String table) throws SQLException {
        if (DuckTables.number(statement, "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'source' AND table_name = " + SqlNames.word(table)) > 0) {
            statement.execute("CREATE TABLE " + table + " AS SELECT * FROM source." + table);
        }
    }

    private static boolean isHollow(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT total_blocks, free_blocks FROM pragma_database_size() LIMIT 1")) {
            return row.next() && row.getLong(1) > SMALL && row.getLong(2) > EMPTY * row.getLong(1);
        }
    }
}
