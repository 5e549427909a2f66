package org.kvarter.series.store.duck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvarter.text.SqlNames;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.sql.SqlColumn;

/**
 * What a CSV or Parquet file looks like to DuckDB, before it is loaded.
 *
 * @param columns its columns with the types that DuckDB found
 * @param rows    the first rows as text
 */
public record TableFile(List<SqlColumn> columns, List<List<String>> rows) {

    public TableFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether a file's name says that it can be loaded. */
    public static boolean isNamedSo(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(csv|tsv|txt)(\\.gz)?|.*\\.(parquet|pq)");
    }

    /** Looks at the first rows. */
    public static TableFile look(Path file, int rows) throws StoreException {
        Path source = file.toAbsolutePath().normalize();
        if (!Files.isReadable(source)) {
            throw new StoreException(Kind.MISSING, DuckErrors.TEXTS.get("load.missing", source));
        }
        boolean isParquet = source.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(parquet|pq)");
        String table = isParquet ? "read_parquet(" + SqlNames.word(source.toString()) + ")" : "read_csv(" + SqlNames.word(source.toString()) + ", header = true)";
        try (DuckDatabase database = DuckDatabase.inMemory(new DuckLimits(1, 512), ZoneOffset.UTC, source); var connection = database.connect();
             Statement statement = connection.createStatement()) {
            List<List<String>> found = new ArrayList<>();
            List<SqlColumn> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " LIMIT " + rows)) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(new SqlColumn(row.getMetaData().getColumnName(i), row.getMetaData().getColumnTypeName(i)));
                }
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        String cell = row.getString(i);
                        cells.add(cell == null ? "" : cell);
                    }
                    found.add(cells);
                }
            }
            return new TableFile(columns, found);
        } catch (SQLException e) {
            throw new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.unreadable", source.getFileName(), DuckErrors.firstLine(String.valueOf(e.getMessage()))), e);
        }
    }
}
