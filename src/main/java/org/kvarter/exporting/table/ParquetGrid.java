package org.kvarter.exporting.table;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.kvarter.text.SqlNames;

/** A table as Apache Parquet, by DuckDB's COPY out of a database in memory; where it comes from stands in the file's key-value metadata. */
final class ParquetGrid {

    private ParquetGrid() {
    }

    static void write(List<Grid> grids, Path file) throws SQLException {
        Grid grid = grids.get(0);
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE grid (" + grid.columns().stream().map(c -> SqlNames.name(c.heading()) + " " + type(c.type())).collect(Collectors.joining(", ")) + ")");
            try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "grid")) {
                for (int row = 0; row < grid.rows(); row++) {
                    appender.beginRow();
                    for (Grid.Column column : grid.columns()) {
                        append(appender, column.type(), column.value().apply(row));
                    }
                    appender.endRow();
                }
            }
            String about = grid.about().isEmpty() ? "" : ", KV_METADATA {about: " + SqlNames.word(String.join("\n", grid.about())) + "}";
            statement.execute("COPY grid TO " + SqlNames.word(file.toAbsolutePath().toString()) + " (FORMAT PARQUET, COMPRESSION ZSTD" + about + ")");
        }
    }

    private static void append(DuckDBAppender appender, Grid.Type type, Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case TEXT -> appender.append(value.toString());
            case REAL -> appender.append(((Number) value).doubleValue());
            case WHOLE -> appender.append(((Number) value).longValue());
            case TRUTH -> appender.append(((Boolean) value).booleanValue());
            case TIME -> appender.append(((ZonedDateTime) value).toOffsetDateTime());
            default -> throw new IllegalStateException();
        }
    }

    private static String type(Grid.Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case REAL -> "DOUBLE";
            case WHOLE -> "BIGINT";
            case TRUTH -> "BOOLEAN";
            case TIME -> "TIMESTAMP WITH TIME ZONE";
        };
    }
}
