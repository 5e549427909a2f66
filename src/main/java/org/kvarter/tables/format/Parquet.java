package org.kvarter.tables.format;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.SqlNames;
import org.kvarter.text.Texts;

/** Apache Parquet, by DuckDB's reader: columns of plain values; nested ones as they are written out, bytes and geometries left out. */
final class Parquet implements TableFormat {

    private static final Texts TEXTS = Texts.in(Parquet.class);
    private static final String READ_ONLY_MEMORY = "jdbc:duckdb:";
    private static final int MOST_COLUMNS = 2_000;

    @Override
    public String name() {
        return "Parquet";
    }

    @Override
    public int score(String fileName, byte[] head) {
        return head.length > 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1' ? 95 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        String from = "read_parquet(" + SqlNames.word(file.toAbsolutePath().toString()) + ")";
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + from)) {
                while (rows.next() && names.size() < MOST_COLUMNS) {
                    String type = rows.getString(2).toUpperCase(Locale.ROOT);
                    if (!type.startsWith("BLOB") && !type.startsWith("GEOMETRY") && !type.startsWith("WKB")) {
                        names.add(rows.getString(1));
                    }
                }
            }
            long count;
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
                count = rows.next() ? rows.getLong(1) : 0;
            }
            if (names.isEmpty()) {
                throw new TableException(TEXTS.get("parquet.noColumns", file.getFileName()));
            }
            String sql = JdbcCursor.select(names, from);
            List<Object[]> sample = JdbcCursor.sample(connection, sql, Csv.ROWS);
            return List.of(new PlainTable(file, name(), String.valueOf(file.getFileName()), Typed.columns(names, sample), options,
                    List.of(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("parquet.rows", count))), OptionalLong.of(count), () -> {
                        try {
                            return new JdbcCursor(file, connect(), sql);
                        } catch (SQLException e) {
                            throw broken(file, e);
                        }
                    }));
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    private static TableException broken(Path file, SQLException e) {
        return new TableException(TEXTS.get("parquet.broken", file.getFileName()), e);
    }

    /** An empty database in memory that loads no extensions and takes little. */
    private static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(READ_ONLY_MEMORY);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("SET threads = 2");
            statement.execute("SET TimeZone = 'UTC'");
        }
        return connection;
    }
}
