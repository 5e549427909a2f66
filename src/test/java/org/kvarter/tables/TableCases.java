package org.kvarter.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A small language for tables in tests. */
public final class TableCases {

    private TableCases() {
    }

    /** Writes a file. */
    public static Path file(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file;
    }

    /** All rows of a table. */
    public static List<TableRow> rows(TableSource table) throws TableException {
        return table.preview(Integer.MAX_VALUE);
    }

    /** A column of a table as texts, parted by blanks; {@code -} for empty cells. */
    public static String column(TableSource table, String name) throws TableException {
        int index = table.column(name).orElseThrow().index();
        List<String> cells = new ArrayList<>();
        for (TableRow row : rows(table)) {
            cells.add(row.text(index).isEmpty() ? "-" : row.text(index).replace(' ', '_'));
        }
        return String.join(" ", cells);
    }

    /** Name, unit and type of all columns: {@code heat[kWh]:NUMBER}. */
    public static String columns(TableSource table) {
        return table.columns().stream().map(c -> c.name().replace(' ', '_') + (c.unit().isEmpty() ? "" : "[" + c.unit() + "]") + ":" + c.type()).collect(Collectors.joining(" "));
    }

    /** A real file made by others; {@code null} where it is absent. */
    public static Path real(String name) {
        Path file = Path.of("/work/shared/realdata").resolve(name);
        return Files.isReadable(file) ? file : null;
    }

    /** The cells of a row as texts. */
    static String cells(TableRow row) {
        return Arrays.stream(row.cells()).map(String::valueOf).collect(Collectors.joining("|"));
    }
}
