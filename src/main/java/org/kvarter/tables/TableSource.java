package org.kvarter.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One table of a file: a sheet, a list of records, the whole of a CSV. Immutable and thread-safe; methods that read block. */
public interface TableSource {

    /** The file it is in. */
    Path file();

    /** Name of the format, as {@code CSV}. */
    String format();

    /** Distinct in the file: the sheet's or list's name, or the file's. */
    String name();

    List<TableColumn> columns();

    /** How it is read: opening the file again with these reads the same. */
    TableOptions options();

    /** What was recognised. */
    List<TableNote> notes();

    /** Number of rows where it is known without reading them. */
    default OptionalLong rows() {
        return OptionalLong.empty();
    }

    /**
     * All rows below the header, from the first.
     *
     * @throws TableException where it cannot be opened
     */
    RowCursor open() throws TableException;

    /** The first rows, at most {@code most}. */
    default List<TableRow> preview(int most) throws TableException {
        List<TableRow> rows = new ArrayList<>();
        try (RowCursor cursor = open()) {
            for (TableRow row = most > 0 ? cursor.next() : null; row != null; row = rows.size() < most ? cursor.next() : null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The column of that name. */
    default Optional<TableColumn> column(String name) {
        return columns().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Whether {@code 1,5} is one and a half in texts of this table. */
    default boolean decimalComma() {
        return Boolean.parseBoolean(options().get(TableOptions.DECIMAL_COMMA));
    }
}
