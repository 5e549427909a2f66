package org.kvarter.tables.format;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.text.SqlNames;
import org.kvarter.text.Texts;

/** Streams the rows of a query, and closes its connection with itself. One use, one thread. */
final class JdbcCursor implements RowCursor {

    private static final Texts TEXTS = Texts.in(JdbcCursor.class);
    private static final int FETCHED = 2_000;

    private final Path file;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final int width;
    private long line;

    JdbcCursor(Path file, Connection connection, String sql) throws TableException {
        this.file = file;
        this.connection = connection;
        try {
            statement = connection.createStatement();
            statement.setFetchSize(FETCHED);
            rows = statement.executeQuery(sql);
            width = rows.getMetaData().getColumnCount();
        } catch (SQLException e) {
            close(connection);
            throw broken(e);
        }
    }

    /** A query for columns. @param from already quoted */
    static String select(List<String> columns, String from) {
        return "SELECT " + columns.stream().map(SqlNames::name).collect(Collectors.joining(", ")) + " FROM " + from;
    }

    static List<Object[]> sample(Connection connection, String sql, int most) throws SQLException {
        List<Object[]> sample = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql + " LIMIT " + most)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                sample.add(cells(rows, width));
            }
        }
        return sample;
    }

    private TableException broken(SQLException e) {
        return new TableException(TEXTS.get("sqlite.broken", file.getFileName()), e);
    }

    @Override
    public TableRow next() throws TableException {
        try {
            return rows.next() ? new TableRow(++line, cells(rows, width)) : null;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static Object[] cells(ResultSet rows, int width) throws SQLException {
        Object[] cells = new Object[width];
        for (int i = 0; i < width; i++) {
            cells[i] = cell(rows.getObject(i + 1));
        }
        return cells;
    }

    private static Object cell(Object value) {
        if (value instanceof Float || value instanceof Double || value instanceof java.math.BigDecimal || value instanceof java.math.BigInteger) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().atStartOfDay();
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value == null || value instanceof Boolean || value instanceof LocalDateTime || value instanceof java.time.Instant) {
            return value;
        }
        if (value instanceof byte[] || value instanceof java.sql.Blob) {
            return null;
        }
        String text = value.toString();
        return text.isBlank() ? null : text;
    }

    @Override
    public void close() {
        close(rows);
        close(statement);
        close(connection);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // nothing was written: what cannot be closed is let go
        }
    }
}
