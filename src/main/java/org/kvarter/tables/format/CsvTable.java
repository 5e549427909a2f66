package org.kvarter.tables.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.CsvSource;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/** A CSV file whose form is known. Immutable. */
record CsvTable(Path file, String name, Grid grid, TableOptions options, Charset charset, char delimiter, List<TableNote> notes) implements TableSource {

    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public List<TableColumn> columns() {
        return grid.columns();
    }

    @Override
    public RowCursor open() throws TableException {
        try {
            CsvReader<CsvRecord> reader = CsvSource.reader(file, charset, delimiter);
            return new Cursor(file, reader, reader.iterator(), grid.dataRow());
        } catch (SeriesException e) {
            throw new TableException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    /** Cells as written; {@code null} for empty ones. */
    static Object[] cells(CsvRecord record) {
        Object[] cells = new Object[record.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            String text = record.getField(i);
            cells[i] = text.isEmpty() ? null : text;
        }
        return cells;
    }

    private static final class Cursor implements RowCursor {
        private final Path file;
        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private int above;

        Cursor(Path file, CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> records, int above) {
            this.file = file;
            this.reader = reader;
            this.records = records;
            this.above = above;
        }

        @Override
        public TableRow next() throws TableException {
            try {
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    if (above-- <= 0) {
                        above = 0;
                        return new TableRow(record.getStartingLineNumber(), cells(record));
                    }
                }
                return null;
            } catch (RuntimeException e) {
                throw TableFormats.unreadable(file, e);
            }
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                // nothing was written: what cannot be closed is let go
            }
        }
    }
}
