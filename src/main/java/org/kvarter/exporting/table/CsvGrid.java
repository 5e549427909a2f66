package org.kvarter.exporting.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** CSV as RFC 4180 has it. */
final class CsvGrid {

    private CsvGrid() {
    }

    static void write(List<Grid> grids, Path file) throws IOException {
        Grid grid = grids.get(0);
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(grid.columns().stream().map(Grid.Column::heading).toList());
            String[] record = new String[grid.columns().size()];
            for (int row = 0; row < grid.rows(); row++) {
                for (int c = 0; c < record.length; c++) {
                    record[c] = text(grid.columns().get(c).value().apply(row));
                }
                csv.writeRecord(record);
            }
        }
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof ZonedDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString(d.longValue());
        }
        String text = value.toString();
        // a spreadsheet would reckon a text that begins so (OWASP, CSV injection); a number or time does not come here
        return value instanceof String && !text.isEmpty() && "=+@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
