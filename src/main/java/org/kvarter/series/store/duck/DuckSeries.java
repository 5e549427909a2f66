package org.kvarter.series.store.duck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.NewSeries;
import org.kvarter.text.SqlNames;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.text.LocalText;

/**
 * What a store's own tables say of a series.
 *
 * @param no       number of its table of values
 * @param rows     its values {@code i, p, v, q}: a table of tiles, or a query in parentheses while it lies as its file did
 * @param isSummed whether {@link DuckSummaries} of its tiles are there
 */
record DuckSeries(int no, StoredSeries series, String rows, boolean isSummed) {

    boolean isArranged() {
        return !rows.startsWith("(");
    }

    /** All series, by title, or the one of an id. */
    static List<DuckSeries> all(Connection connection, Optional<String> id) throws SQLException {
        Map<Integer, Map<String, String>> titles = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SELECT no, language, title FROM kvarter_titles")) {
            while (row.next()) {
                titles.computeIfAbsent(row.getInt(1), n -> new HashMap<>()).put(row.getString(2), row.getString(3));
            }
        }
        List<DuckSeries> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT no, id, quantity, unit, start_ms, step_ms, intervals, zone, places, \"rows\", source"
                + " FROM kvarter_series WHERE id = coalesce(?, id)")) {
            query.setString(1, id.orElse(null));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    TimeAxis axis = new TimeAxis(Instant.ofEpochMilli(row.getLong(5)), Duration.ofMillis(row.getLong(6)), row.getInt(7),
                            ZoneId.of(row.getString(8)));
                    LocalText title = new LocalText(titles.getOrDefault(row.getInt(1), Map.of()));
                    all.add(of(connection, row.getInt(1), new StoredSeries(row.getString(2), title, row.getString(3), row.getString(4), axis,
                            row.getInt(9), row.getLong(10), row.getString(11))));
                }
            }
        }
        all.sort(Comparator.comparing((DuckSeries s) -> s.series.title()).thenComparing(s -> s.series.id()));
        return all;
    }

    private static DuckSeries of(Connection connection, int no, StoredSeries series) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (DuckTables.number(statement, "SELECT count(*) FROM duckdb_tables() WHERE table_name = " + SqlNames.word(DuckLayout.times(no))) == 0) {
                return new DuckSeries(no, series, DuckLayout.values(no), DuckSummaries.exist(statement, no));
            }
            String stranger = "SELECT count(*) FROM (SELECT k FROM " + DuckLayout.values(no) + " WHERE k IS NOT NULL LIMIT 1)";
            return new DuckSeries(no, series, DuckLayout.rowsOf(no, DuckTables.number(statement, stranger) > 0), false);
        }
    }

    static void remove(Connection connection, String id) throws SQLException {
        for (DuckSeries series : all(connection, Optional.of(id))) {
            try (Statement statement = connection.createStatement()) {
                DuckTables.drop(statement, series.no);
                for (String table : List.of("kvarter_titles", "kvarter_places", "kvarter_series")) {
                    statement.execute("DELETE FROM " + table + " WHERE no = " + series.no);
                }
            }
        }
    }

    /** Tells of a series whose values and places were written under a number. */
    static StoredSeries add(Connection connection, int no, NewSeries series, DuckIntake.Taken taken) throws SQLException {
        TimeAxis axis = taken.axis();
        long values = taken.values() - taken.doubles();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kvarter_series VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Object[] all = {no, series.id(), series.quantity(), series.unit(), axis.start().toEpochMilli(), axis.step().toMillis(), axis.count(),
                axis.zone().getId(), taken.places(), values, series.source()};
            for (int i = 0; i < all.length; i++) {
                insert.setObject(i + 1, all[i]);
            }
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kvarter_titles VALUES (?, ?, ?)")) {
            for (Map.Entry<String, String> title : series.titles().byLanguage().entrySet()) {
                insert.setInt(1, no);
                insert.setString(2, title.getKey());
                insert.setString(3, title.getValue());
                insert.executeUpdate();
            }
        }
        return new StoredSeries(series.id(), series.titles(), series.quantity(), series.unit(), axis, taken.places(), values, series.source());
    }
}
