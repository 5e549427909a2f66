package org.kvarter.tables.format;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;

/**
 * A table whose form is known. Immutable.
 *
 * @param opener makes a cursor from the first row
 */
record PlainTable(Path file, String format, String name, List<TableColumn> columns, TableOptions options, List<TableNote> notes, OptionalLong rows,
                  Opener opener) implements TableSource {

    /** Makes cursors. */
    interface Opener {
        RowCursor open() throws TableException;
    }

    PlainTable {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    @Override
    public RowCursor open() throws TableException {
        return opener.open();
    }
}
