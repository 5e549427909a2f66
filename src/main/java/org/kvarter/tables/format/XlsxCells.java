package org.kvarter.tables.format;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** Cells of a sheet as values. Stateless. */
final class XlsxCells {

    /** Columns beyond this are no table; the format itself ends at 16,384. */
    private static final int MOST_COLUMNS = 16_384;

    private XlsxCells() {
    }

    /** The cells of a row, without empty ones at its end. */
    static Object[] of(Row row) {
        Object[] cells = new Object[Math.min(MOST_COLUMNS, row.getCellCount())];
        int last = -1;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.hasCell(i) ? value(row.getCell(i)) : null;
            last = cells[i] == null ? last : i;
        }
        return last + 1 == cells.length ? cells : Arrays.copyOf(cells, last + 1);
    }

    private static Object value(Cell cell) {
        if (cell == null) {
            return null;
        }
        CellType type = cell.getType();
        return switch (type) {
            case NUMBER -> number(cell);
            case STRING -> text(cell.getText());
            case BOOLEAN -> cell.asBoolean();
            case FORMULA -> formula(cell);
            default -> null;
        };
    }

    private static Object number(Cell cell) {
        BigDecimal number = cell.asNumber();
        if (number == null) {
            return null;
        }
        return isDate(cell) && number.signum() >= 0 && number.doubleValue() < 2_958_466 ? cell.asDate() : (Object) number.doubleValue();
    }

    private static Object formula(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? null : number.doubleValue();
        }
        if (value instanceof Boolean) {
            return value;
        }
        String raw = cell.getRawValue();
        if (raw == null || raw.isBlank()) {
            return null;
        }
        try {
            double number = Double.parseDouble(raw);
            return Double.isFinite(number) ? isDate(cell) ? date(number) : (Object) number : null;
        } catch (NumberFormatException e) {
            return text(raw);
        }
    }

    private static Object date(double days) {
        return java.time.LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(Math.round(days * 86_400));
    }

    private static Object text(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether a number is shown as a date: by the built-in formats of ECMA-376 part 1, 18.8.30, or by a format of its own. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "");
        return bare.matches(".*[ymdhs].*") && !bare.contains("general") && !bare.contains("0") && !bare.contains("#");
    }
}
