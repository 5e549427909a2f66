package org.kvarter.tables.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.CsvSniffer;
import org.kvarter.series.csv.CsvSource;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableNote.Topic;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/** Comma, semicolon or tab separated values, plain, gzipped or zipped: delimiter, encoding, decimal sign and header recognised. */
final class Csv implements TableFormat {

    /** Rows looked at to recognise columns. */
    static final int ROWS = 400;
    private static final int MOST_CELLS = 400_000;
    private static final int LEAST_ROWS = 30;
    private static final int MOST_TOLD = 50_000;

    private static final Texts TEXTS = Texts.in(Csv.class);
    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d[\\d .'\u00a0\u202f]*,\\d+([eE][-+]?\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+");
    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public int score(String fileName, byte[] head) {
        boolean named = fileName.matches(".*\\.(csv|tsv|tab|txt)(\\.gz|\\.zip)?");
        if (head[0] == 'P' && head.length > 1 && head[1] == 'K') {
            return named || fileName.endsWith(".zip") ? 20 : 0;
        }
        boolean wide = head.length > 1 && ((head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe || (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff);
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        if (!wide && zeros > 0) {
            return 0;
        }
        return named ? 60 : 5;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        String fileName = String.valueOf(file.getFileName());
        try {
            byte[] head;
            try (InputStream in = CsvSource.open(file)) {
                head = in.readNBytes(HEAD_BYTES);
            }
            Charset charset = options.get(TableOptions.CHARSET).isEmpty() ? CsvSniffer.charset(head) : Charset.forName(options.get(TableOptions.CHARSET));
            String given = options.get(TableOptions.DELIMITER);
            char delimiter = given.equals("TAB") ? '\t' : given.length() == 1 ? given.charAt(0) : CsvSniffer.delimiter(new String(head, charset));
            BitSet apart = new BitSet();
            List<Object[]> rows = rows(file, charset, delimiter, apart);
            if (rows.isEmpty()) {
                throw new TableException(TEXTS.get("csv.noRows", fileName));
            }
            boolean comma = options.get(TableOptions.DECIMAL_COMMA).isEmpty() ? decimalComma(rows, delimiter)
                    : Boolean.parseBoolean(options.get(TableOptions.DECIMAL_COMMA));
            Grid grid = Grid.of(rows, comma, options, apart);
            TableOptions used = ZoneAbove.into(options, rows, grid).with(TableOptions.CHARSET, charset.name()).with(TableOptions.DELIMITER, delimiter == '\t' ? "TAB" : String.valueOf(delimiter))
                    .with(TableOptions.DECIMAL_COMMA, String.valueOf(comma)).with(TableOptions.HEADER_ROW, String.valueOf(grid.headerRow()))
                    .with(TableOptions.HEADER_ROWS, String.valueOf(grid.headerRows()));
            return List.of(new CsvTable(file, fileName, grid, used, charset, delimiter, notes(charset, delimiter, comma, grid)));
        } catch (SeriesException e) {
            throw new TableException(e.getMessage(), e);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new TableException(TEXTS.get("csv.charset", fileName, options.get(TableOptions.CHARSET)), e);
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    private static List<TableNote> notes(Charset charset, char delimiter, boolean comma, Grid grid) {
        List<TableNote> notes = new ArrayList<>();
        notes.add(new TableNote(Topic.ENCODING, charset.name()));
        notes.add(new TableNote(Topic.DELIMITER, delimiter == '\t' ? TEXTS.get("csv.tab") : TEXTS.get("csv.delimiter", String.valueOf(delimiter))));
        notes.add(new TableNote(Topic.DECIMAL, TEXTS.get(comma ? "csv.comma" : "csv.point")));
        notes.add(headerNote(grid));
        return notes;
    }

    static TableNote headerNote(Grid grid) {
        return new TableNote(Topic.HEADER, grid.headerRows() == 0 ? TEXTS.get("grid.noHeader")
                : grid.headerRows() == 1 ? TEXTS.get("grid.header", grid.headerRow() + 1)
                : TEXTS.get("grid.headers", grid.headerRow() + 1, grid.headerRow() + grid.headerRows()));
    }

    /** The first rows. @param apart takes the rows with blank lines before them */
    private static List<Object[]> rows(Path file, Charset charset, char delimiter, BitSet apart) throws IOException, SeriesException {
        List<Object[]> rows = new ArrayList<>();
        long cells = 0;
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, charset, delimiter)) {
            long expected = 1;
            for (CsvRecord record : reader) {
                if (record.getStartingLineNumber() > expected && !rows.isEmpty()) {
                    apart.set(rows.size());
                }
                expected = record.getStartingLineNumber() + 1 + record.getFields().stream().mapToLong(f -> f.chars().filter(c -> c == '\n').count()).sum();
                rows.add(CsvTable.cells(record));
                cells += record.getFieldCount();
                // very wide tables tell enough in fewer rows
                if (rows.size() == ROWS || cells > MOST_CELLS && rows.size() >= LEAST_ROWS) {
                    break;
                }
            }
        }
        return rows;
    }

    private static boolean decimalComma(List<Object[]> rows, char delimiter) {
        long commas = 0;
        long points = 0;
        long others = 0;
        for (Object[] row : rows) {
            for (Object cell : row) {
                if (cell == null) {
                    continue;
                }
                if (commas + points > MOST_TOLD) {
                    break;
                }
                String text = cell.toString().strip();
                boolean comma = COMMA_NUMBER.matcher(text).matches();
                commas += comma ? 1 : 0;
                others += comma && !GROUPED.matcher(text).matches() ? 1 : 0;
                points += POINT_NUMBER.matcher(text).matches() ? 1 : 0;
            }
        }
        // a quoted 1,234 in a comma separated table is a thousand; 1,5 is one and a half
        return delimiter == ',' ? others > 0 && points == 0 : commas > points;
    }
}
