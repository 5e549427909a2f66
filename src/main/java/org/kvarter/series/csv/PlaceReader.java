package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.kvarter.series.SeriesException;
import org.kvarter.task.Progress;

/** Streams the rows of a table of places. Stateless. */
public final class PlaceReader {

    private static final int EVERY = 1_000;

    private PlaceReader() {
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Rows {

        /**
         * A row of the table.
         *
         * @param cells as they are written; may be fewer or more than there are columns
         * @param x     east or longitude, NaN where the row has none
         * @param y     north or latitude, NaN where the row has none
         * @param line  line of the file, from 1
         */
        void row(List<String> cells, double x, double y, long line);
    }

    /**
     * Reads all rows below the header.
     *
     * @throws SeriesException where the file cannot be read as a table; what was read before is handed on
     */
    public static void read(Path file, PlaceFormat format, Rows rows, Progress progress) throws SeriesException {
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, Charset.forName(format.charset()), format.delimiter())) {
            long at = -1;
            for (CsvRecord record : reader) {
                if (++at % EVERY == 0) {
                    progress.checkCancelled();
                }
                if (at > format.headerRow()) {
                    List<String> cells = record.getFields();
                    rows.row(cells, number(cells, format.x(), format), number(cells, format.y(), format), record.getStartingLineNumber());
                }
            }
        } catch (IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
            throw CsvSource.unreadable(file, e);
        }
    }

    private static double number(List<String> cells, int column, PlaceFormat format) {
        return column < 0 || column >= cells.size() || Numbers.isMissing(cells.get(column)) ? Double.NaN
                : PlaceSniffer.number(cells.get(column), format.decimalComma());
    }

    /** A cell with a decimal comma as the same number with a point; other cells as they are. */
    public static String plain(String cell, PlaceFormat format) {
        String bare = cell.strip();
        boolean number = format.decimalComma() && bare.matches("[-+]?\\d{1,15},\\d{1,15}");
        return number ? bare.replace(',', '.').replaceFirst("^\\+", "") : bare;
    }
}
