package org.kvarter.series.store.duck;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a store's file. Stateless. */
final class DuckTables {

    private static final String NUMBERED = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
            + " AND regexp_matches(table_name, '^kvarter_(values|times|tiles|spans|sums)_[0-9]+$')";

    private DuckTables() {
    }

    /** Makes the tables where they are not there, and tidies. */
    static void prepare(Statement statement, Path file) throws SQLException {
        for (String table : DuckLayout.TABLES) {
            statement.execute(table);
        }
        long version = number(statement, "SELECT coalesce(max(version), 0) FROM kvarter_store");
        if (version > DuckLayout.VERSION) {
            throw new SQLException("storage version " + version + " of " + file);
        }
        if (version < DuckLayout.VERSION) {
            statement.execute("DELETE FROM kvarter_store");
            statement.execute("INSERT INTO kvarter_store VALUES (" + DuckLayout.VERSION + ")");
        }
        tidy(statement);
    }

    /** Takes out what a load left behind that did not come to its end. */
    static void tidy(Statement statement) throws SQLException {
        statement.execute("DELETE FROM kvarter_places WHERE no NOT IN (SELECT no FROM kvarter_series)");
        List<String> known = words(statement, "SELECT no FROM kvarter_series");
        for (String table : words(statement, NUMBERED)) {
            boolean isKnown = known.contains(table.substring(table.lastIndexOf('_') + 1));
            if (!isKnown || table.startsWith("kvarter_tiles_")) {
                statement.execute("DROP TABLE " + table);
            }
        }
    }

    /** A number that no series has. */
    static int next(Statement statement) throws SQLException {
        return (int) number(statement, "SELECT coalesce(max(no), 0) + 1 FROM kvarter_series");
    }

    /** Takes out the tables of a number, those that are there. */
    static void drop(Statement statement, int no) throws SQLException {
        for (String table : List.of(DuckLayout.values(no), DuckLayout.times(no), DuckLayout.tiles(no), DuckLayout.spans(no), DuckLayout.sums(no))) {
            statement.execute("DROP TABLE IF EXISTS " + table);
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    static List<String> words(Statement statement, String sql) throws SQLException {
        List<String> words = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                words.add(result.getString(1));
            }
        }
        return words;
    }
}
