package org.kvarter.tables.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.CsvSource;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableRow;

/** Streams the hours of a weather file: time first, then the columns. One use, one thread. */
final class WeatherCursor implements RowCursor {

    private final Path file;
    private final List<WeatherColumn> columns;
    private final Function<CsvRecord, LocalDateTime> time;
    private final ZoneOffset offset;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    /**
     * @param above  lines above the hours
     * @param time   standard time of the end of a record's hour; {@code null} where it cannot be read
     * @param offset of standard time
     */
    WeatherCursor(Path file, int above, List<WeatherColumn> columns, Function<CsvRecord, LocalDateTime> time, ZoneOffset offset) throws TableException {
        this.file = file;
        this.columns = columns;
        this.time = time;
        this.offset = offset;
        try {
            reader = CsvSource.reader(file, StandardCharsets.ISO_8859_1, ',');
            records = reader.iterator();
            for (int i = 0; i < above && records.hasNext(); i++) {
                records.next();
            }
        } catch (IOException | SeriesException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    @Override
    public TableRow next() throws TableException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            Object[] cells = new Object[columns.size() + 1];
            LocalDateTime at = time.apply(record);
            cells[0] = at == null ? null : at.toInstant(offset);
            for (int i = 0; i < columns.size(); i++) {
                int field = columns.get(i).field();
                cells[i + 1] = field < record.getFieldCount() ? columns.get(i).value(record.getField(field)) : null;
            }
            return new TableRow(record.getStartingLineNumber(), cells);
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

    /** Hours from UTC, as files write them. */
    static ZoneOffset offset(String hours) {
        try {
            return ZoneOffset.ofTotalSeconds((int) Math.round(Double.parseDouble(hours.strip()) * 3600));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
