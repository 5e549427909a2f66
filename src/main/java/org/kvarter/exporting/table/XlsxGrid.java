package org.kvarter.exporting.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kvarter.text.Texts;

/** A workbook with a sheet for each table, and one that says where they come from. */
final class XlsxGrid {

    private static final Texts TEXTS = Texts.in(XlsxGrid.class);
    /** What a sheet of the format holds (ECMA-376). */
    private static final int MOST_ROWS = 1_048_575;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_NAME = 31;

    private XlsxGrid() {
    }

    static void write(List<Grid> grids, Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "Kvarter", "1.0")) {
            for (Grid grid : grids) {
                sheet(book.newWorksheet(name(grid.name(), names)), grid);
            }
            if (grids.stream().anyMatch(g -> !g.about().isEmpty())) {
                Worksheet about = book.newWorksheet(name(TEXTS.get("about"), names));
                int row = 0;
                for (Grid grid : grids) {
                    for (String line : grid.about()) {
                        about.inlineString(row, 0, grid.name());
                        about.inlineString(row++, 1, line);
                    }
                }
                about.width(0, 24);
                about.width(1, 100);
            }
        }
    }

    /** A name a sheet can have, distinct. */
    private static String name(String wanted, Set<String> names) {
        String clean = wanted.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String name = clean.isEmpty() ? "1" : clean.substring(0, Math.min(MOST_NAME, clean.length()));
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = clean.substring(0, Math.min(MOST_NAME - 4, clean.length())) + " " + n;
        }
        return name;
    }

    private static void sheet(Worksheet sheet, Grid grid) throws IOException {
        if (grid.rows() > MOST_ROWS || grid.columns().size() > MOST_COLUMNS) {
            throw new IOException(TEXTS.get("tooLarge", grid.name()));
        }
        for (int c = 0; c < grid.columns().size(); c++) {
            sheet.inlineString(0, c, grid.columns().get(c).heading());
            sheet.style(0, c).bold().set();
            sheet.width(c, Math.min(40, Math.max(10, grid.columns().get(c).heading().length() + 2)));
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < grid.rows(); row++) {
            for (int c = 0; c < grid.columns().size(); c++) {
                cell(sheet, row + 1, c, grid.columns().get(c).value().apply(row));
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof ZonedDateTime time) {
            sheet.inlineString(row, column, java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        } else if (value != null) {
            sheet.inlineString(row, column, value.toString());
        }
    }
}
