package org.kvarter.tables.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/**
 * Workbooks of Office Open XML (ECMA-376): every sheet with rows is a table, the visible ones first. Dates are local times without a zone,
 * formulas are their last values.
 */
final class Xlsx implements TableFormat {

    /** What all parts of a workbook may unpack to, and what those may that are kept in memory. */
    private static final long MOST_BYTES = 8L << 30;
    private static final long MOST_KEPT = 256L << 20;
    private static final int MOST_SHEETS = 500;

    private static final Texts TEXTS = Texts.in(Xlsx.class);

    @Override
    public String name() {
        return "XLSX";
    }

    @Override
    public int score(String fileName, byte[] head) {
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            return 0;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean named = fileName.matches(".*\\.(xlsx|xlsm)");
        return named ? 90 : text.contains("xl/worksheets/") || text.contains("xl/workbook.xml") ? 80 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        String fileName = String.valueOf(file.getFileName());
        bound(file, fileName);
        List<TableSource> visible = new ArrayList<>();
        List<TableSource> hidden = new ArrayList<>();
        boolean styled = isStyled(file, fileName);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true))) {
            List<Sheet> sheets = book.getSheets().limit(MOST_SHEETS).toList();
            for (Sheet sheet : sheets) {
                List<Object[]> rows = new ArrayList<>();
                try (Stream<Row> stream = sheet.openStream()) {
                    Iterator<Row> all = stream.iterator();
                    while (all.hasNext() && rows.size() < Csv.ROWS) {
                        rows.add(XlsxCells.of(all.next()));
                    }
                }
                if (rows.stream().anyMatch(r -> r.length > 0)) {
                    (sheet.getVisibility() == SheetVisibility.VISIBLE ? visible : hidden).add(table(file, sheet, rows, options, styled));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw String.valueOf(e.getMessage()).endsWith("not found") ? new TableException(TEXTS.get("xlsx.parts", fileName), e) : TableFormats.unreadable(file, e);
        }
        // a sheet of notes before the data is smaller than the data
        visible.sort(Comparator.comparingInt((TableSource t) -> t.columns().size() > 1 ? 0 : 1));
        visible.addAll(hidden);
        return visible;
    }

    private static TableSource table(Path file, Sheet sheet, List<Object[]> rows, TableOptions options, boolean styled) {
        Grid grid = Grid.of(rows, false, options);
        TableOptions used = ZoneAbove.into(options, rows, grid).with(TableOptions.HEADER_ROW, String.valueOf(grid.headerRow())).with(TableOptions.HEADER_ROWS, String.valueOf(grid.headerRows()));
        List<TableNote> notes = List.of(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("xlsx.sheet", sheet.getName())), Csv.headerNote(grid));
        int index = sheet.getIndex();
        return new PlainTable(file, "XLSX", sheet.getName(), grid.columns(), used, notes, OptionalLong.empty(), () -> new Cursor(file, index, grid.dataRow(), styled));
    }

    /**
     * Whether the workbook says how its cells look. Programs that only write numbers leave that out; their dates are then numbers.
     *
     * @throws TableException where it does not say which of its parts is the workbook
     */
    private static boolean isStyled(Path file, String fileName) throws TableException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            String text = "";
            if (types != null) {
                try (InputStream in = zip.getInputStream(types)) {
                    text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
                }
            }
            if (!text.contains("sheet.main+xml") && !text.contains("sheet.macroEnabled.main+xml")) {
                throw new TableException(TEXTS.get("xlsx.parts", fileName));
            }
            // a part that is announced and is not there is as good as none
            Matcher part = Pattern.compile("<Override\\b[^>]*spreadsheetml\\.styles\\+xml[^>]*>").matcher(text);
            Matcher name = Pattern.compile("PartName\\s*=\\s*[\"']/?([^\"']+)").matcher(part.find() ? part.group() : "");
            return name.find() && zip.getEntry(name.group(1)) != null;
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    /** Refuses bombs: the sizes that the archive states, and, for what is kept in memory, what really comes out. */
    private static void bound(Path file, String fileName) throws TableException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long all = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                all += Math.max(0, entry.getSize());
                boolean kept = !entry.getName().contains("worksheets/");
                // sheets are streamed, but none is packed five hundredfold
                boolean sheetBomb = entry.getSize() > MOST_KEPT && entry.getSize() > 500 * Math.max(1, entry.getCompressedSize());
                if (all > MOST_BYTES || kept && entry.getSize() > MOST_KEPT || sheetBomb) {
                    throw new TableException(TEXTS.get("xlsx.bomb", fileName));
                }
                boolean packed = entry.getCompressedSize() > 0 && entry.getSize() > 200 * entry.getCompressedSize();
                if (kept && (packed || entry.getSize() < 0)) {
                    count(zip.getInputStream(entry), fileName);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    private static void count(InputStream stream, String fileName) throws IOException, TableException {
        byte[] buffer = new byte[1 << 16];
        long left = MOST_KEPT;
        try (InputStream in = stream) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new TableException(TEXTS.get("xlsx.bomb", fileName));
                }
            }
        }
    }

    private static final class Cursor implements RowCursor {
        private final Path file;
        private final ReadableWorkbook book;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private int above;

        Cursor(Path file, int sheet, int above, boolean styled) throws TableException {
            this.file = file;
            this.above = above;
            ReadableWorkbook opened = null;
            try {
                opened = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
                stream = opened.getSheet(sheet).orElseThrow(() -> new IOException(String.valueOf(sheet))).openStream();
                rows = stream.iterator();
                book = opened;
            } catch (IOException | RuntimeException e) {
                closed(opened);
                throw TableFormats.unreadable(file, e);
            }
        }

        @Override
        public TableRow next() throws TableException {
            try {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    if (above-- > 0) {
                        continue;
                    }
                    above = 0;
                    Object[] cells = XlsxCells.of(row);
                    if (cells.length > 0) {
                        return new TableRow(row.getRowNum(), cells);
                    }
                }
                return null;
            } catch (RuntimeException e) {
                throw TableFormats.unreadable(file, e);
            }
        }

        @Override
        public void close() {
            stream.close();
            closed(book);
        }

        private static void closed(ReadableWorkbook book) {
            try {
                if (book != null) {
                    book.close();
                }
            } catch (IOException e) {
                // nothing was written: what cannot be closed is let go
            }
        }
    }
}
