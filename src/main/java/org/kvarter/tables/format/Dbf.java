package org.kvarter.tables.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.kvarter.geo.store.DbfFile;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/** dBase tables, alone or beside a shapefile. */
final class Dbf implements TableFormat {

    @Override
    public String name() {
        return "DBF";
    }

    @Override
    public int score(String fileName, byte[] head) {
        return fileName.endsWith(".dbf") && head.length > 32 ? 85 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        try (DbfFile dbf = new DbfFile(file)) {
            List<Object[]> rows = new ArrayList<>();
            for (Object[] row = dbf.next(); row != null && rows.size() < Csv.ROWS; row = dbf.next()) {
                rows.add(cells(row));
            }
            List<TableNote> notes = List.of(new TableNote(TableNote.Topic.ENCODING, dbf.charset().name()));
            return List.of(new PlainTable(file, name(), String.valueOf(file.getFileName()), Typed.columns(dbf.names(), rows),
                    options.with(TableOptions.CHARSET, dbf.charset().name()), notes, OptionalLong.of(dbf.rows()), () -> new Cursor(file)));
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    private static Object[] cells(Object[] row) {
        Object[] cells = new Object[row.length];
        for (int i = 0; i < row.length; i++) {
            cells[i] = row[i] instanceof java.sql.Date date ? date.toLocalDate().atStartOfDay() : row[i] instanceof Integer n ? (Object) n.longValue() : row[i];
        }
        return cells;
    }

    private static final class Cursor implements RowCursor {
        private final Path file;
        private final DbfFile dbf;
        private long line;

        Cursor(Path file) throws TableException {
            this.file = file;
            try {
                dbf = new DbfFile(file);
            } catch (IOException e) {
                throw TableFormats.unreadable(file, e);
            }
        }

        @Override
        public TableRow next() throws TableException {
            try {
                Object[] row = dbf.next();
                return row == null ? null : new TableRow(++line, cells(row));
            } catch (IOException | RuntimeException e) {
                throw TableFormats.unreadable(file, e);
            }
        }

        @Override
        public void close() {
            try {
                dbf.close();
            } catch (IOException e) {
                // nothing was written: what cannot be closed is let go
            }
        }
    }
}
