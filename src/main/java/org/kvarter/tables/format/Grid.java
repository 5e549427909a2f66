package org.kvarter.tables.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kvarter.series.csv.Numbers;
import org.kvarter.tables.CellType;
import org.kvarter.tables.HeaderText;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.Units;

/**
 * Where in rows of bare cells the header is, and what columns there are. Works on the first rows of a sheet or CSV.
 *
 * @param headerRow  first header row, from 0; where the data begins if there is none
 * @param headerRows number of header rows, 0 for none
 * @param columns    as wide as the widest row
 */
record Grid(int headerRow, int headerRows, List<TableColumn> columns) {

    /** Rows that may stand above the data: titles, notes, headers. */
    private static final int MOST_ABOVE = 40;
    private static final int MOST_HEADERS = 3;

    /** First row of the data. */
    int dataRow() {
        return headerRow + headerRows;
    }

    /** Looks at the first rows. */
    static Grid of(List<Object[]> rows, boolean decimalComma, TableOptions options) {
        return of(rows, decimalComma, options, new BitSet());
    }

    /** As above. @param apart rows with blank lines before them: headers stand together, what is above is something else */
    static Grid of(List<Object[]> rows, boolean decimalComma, TableOptions options, BitSet apart) {
        int width = rows.stream().mapToInt(r -> r.length).max().orElse(0);
        if (rows.isEmpty()) {
            return new Grid(0, 0, List.of());
        }
        int dataRow;
        int headerRow;
        if (options.number(TableOptions.HEADER_ROWS).isPresent()) {
            headerRow = Math.min(rows.size(), options.number(TableOptions.HEADER_ROW).orElse(0));
            dataRow = Math.min(rows.size(), headerRow + options.number(TableOptions.HEADER_ROWS).getAsInt());
        } else {
            dataRow = firstData(rows, width, decimalComma);
            headerRow = options.number(TableOptions.HEADER_ROW).isPresent() ? Math.min(dataRow, options.number(TableOptions.HEADER_ROW).getAsInt())
                    : firstHeader(rows, dataRow, width, apart);
        }
        return new Grid(headerRow, dataRow - headerRow, columns(rows, headerRow, dataRow, width, decimalComma));
    }

    /** The first row whose cells are what the columns hold further down. */
    private static int firstData(List<Object[]> rows, int width, boolean decimalComma) {
        // the lower third of a short table is data for sure, what stands above it may be anything
        int from = Math.min(MOST_ABOVE, rows.size() - Math.max(1, rows.size() / 3));
        List<Object[]> below = rows.subList(from, rows.size());
        List<CellType> types = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            types.add(CellTypes.of(column(below, column), decimalComma).type());
        }
        boolean telling = types.stream().anyMatch(t -> t != CellType.TEXT && t != CellType.EMPTY);
        if (!telling) {
            return rows.size() > 1 && isHeader(rows.get(0), width) ? 1 : 0;
        }
        for (int row = 0; row < rows.size(); row++) {
            if (fits(rows.get(row), types, decimalComma)) {
                return row;
            }
        }
        return Math.min(1, rows.size());
    }

    private static boolean fits(Object[] row, List<CellType> types, boolean decimalComma) {
        int fit = 0;
        int misfit = 0;
        for (int column = 0; column < row.length; column++) {
            CellType type = types.get(column);
            Object cell = row[column];
            if (type == CellType.TEXT || type == CellType.EMPTY || cell == null || cell instanceof String s && Numbers.isMissing(s)) {
                continue;
            }
            CellType here = CellTypes.of(Collections.singletonList(cell), decimalComma).type();
            boolean alike = here == type || here.isNumeric() && type.isNumeric() || type == CellType.TIME && here.isNumeric() || here == CellType.TIME && type.isNumeric() && cell.toString().matches("\\d+");
            fit += alike ? 1 : 0;
            misfit += alike ? 0 : 1;
        }
        // places named by numbers stand above columns of numbers: the time column beside them decides
        int time = types.indexOf(CellType.TIME);
        boolean timed = time < 0 || time < row.length && row[time] != null && CellTypes.of(Collections.singletonList(row[time]), decimalComma).type() == CellType.TIME;
        return (time >= 0 ? fit >= misfit : fit > misfit) && timed;
    }

    /** Up from the data, rows that are filled as headers are; titles have a cell or two. */
    private static int firstHeader(List<Object[]> rows, int dataRow, int width, BitSet apart) {
        int first = dataRow;
        int least = Math.max(Math.min(2, width), (width + 1) / 2);
        while (first > 0 && dataRow - first < MOST_HEADERS && !(first < dataRow && apart.get(first))) {
            Object[] above = rows.get(first - 1);
            if (first < dataRow && isRemark(above, width)) {
                break;
            }
            int filled = filled(above);
            boolean merged = first < dataRow && filled >= 1 && filled < least && isGroupRow(above);
            if (filled < least && !merged) {
                break;
            }
            first--;
            if (merged) {
                break;
            }
        }
        return first == dataRow && dataRow > 0 && filled(rows.get(dataRow - 1)) > 0 ? dataRow - 1 : first;
    }

    /** A name and its value above the headers, with nothing beside: {@code Tidszon;UTC+1}, {@code Anläggning:;735999}. */
    private static boolean isRemark(Object[] row, int width) {
        if (filled(row) != 2 || row[0] == null || row.length < 2 || row[1] == null || row[0].toString().isBlank() || row[1].toString().isBlank()) {
            return false;
        }
        CellType value = CellTypes.of(Collections.singletonList(row[1]), true).type();
        boolean bare = width > 2 && value != CellType.TEXT && value != CellType.EMPTY;
        return bare || row[0].toString().strip().endsWith(":") || ZoneAbove.isStated(row);
    }

    /** A row of groups, each above several columns: cells with blanks between, or behind the first column, above which titles stand. */
    private static boolean isGroupRow(Object[] row) {
        int last = -1;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != null && !row[i].toString().isBlank()) {
                if (last < 0 && i > 0 || last >= 0 && i - last > 1) {
                    return true;
                }
                last = i;
            }
        }
        return false;
    }

    private static boolean isHeader(Object[] row, int width) {
        Set<String> names = new HashSet<>();
        int filled = 0;
        for (Object cell : row) {
            if (cell != null && !cell.toString().isBlank()) {
                filled++;
                names.add(cell.toString().strip());
            }
        }
        return filled >= Math.max(1, width - 1) && names.size() == filled;
    }

    private static int filled(Object[] row) {
        int filled = 0;
        for (Object cell : row) {
            filled += cell != null && !cell.toString().isBlank() ? 1 : 0;
        }
        return filled;
    }

    private static List<TableColumn> columns(List<Object[]> rows, int headerRow, int dataRow, int width, boolean decimalComma) {
        List<Object[]> data = rows.subList(dataRow, rows.size());
        List<String[]> headers = new ArrayList<>();
        for (int row = headerRow; row < dataRow; row++) {
            headers.add(headerCells(rows.get(row), width, row < dataRow - 1));
        }
        boolean[] unitRows = new boolean[headers.size()];
        for (int h = 1; h < unitRows.length; h++) {
            unitRows[h] = isUnitRow(headers.get(h));
        }
        Set<String> used = new HashSet<>();
        List<TableColumn> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            List<String> parts = new ArrayList<>();
            List<String> names = new ArrayList<>();
            String unit = "";
            for (int h = 0; h < headers.size(); h++) {
                String cell = headers.get(h)[column];
                parts.add(cell);
                HeaderText text = HeaderText.of(cell);
                unit = text.unit().isEmpty() ? unit : text.unit();
                boolean unitRow = unitRows[h];
                if (unitRow && unit.isEmpty() && !cell.equals("-")) {
                    unit = Units.usual(cell);
                }
                if (!text.name().isEmpty() && !unitRow && (names.isEmpty() || !names.get(names.size() - 1).equals(text.name()))) {
                    names.add(text.name());
                }
            }
            CellTypes type = CellTypes.of(column(data, column), decimalComma);
            String name = names.isEmpty() ? Integer.toString(column + 1) : String.join(" / ", names);
            columns.add(new TableColumn(column, distinct(name, used), parts, type.type() == CellType.TIME ? "" : unit, type.type(), type.pattern(), Optional.empty()));
        }
        return List.copyOf(columns);
    }

    /** Cells of a header row; a blank one in an upper row belongs to the merged cell at its left. */
    private static String[] headerCells(Object[] row, int width, boolean upper) {
        String[] cells = new String[width];
        String left = "";
        for (int column = 0; column < width; column++) {
            String cell = column < row.length && row[column] != null ? row[column].toString().strip() : "";
            if (row.length > column && row[column] instanceof Double d && d == Math.rint(d)) {
                cell = Long.toString(d.longValue());
            }
            left = cell.isEmpty() ? left : cell;
            cells[column] = upper ? left : cell;
        }
        return cells;
    }

    private static boolean isUnitRow(String[] row) {
        int units = 0;
        int others = 0;
        for (String cell : row) {
            if (!cell.isEmpty() && !cell.equals("-")) {
                String bare = cell.replaceAll("^[\\[(]|[\\])]$", "");
                boolean unit = Units.parse(bare).isPresent();
                // A, B and C are places rather than amperes
                units += unit && (bare.length() > 1 || !Character.isLetter(bare.charAt(0)) || cell.length() > bare.length()) ? 1 : 0;
                others += unit ? 0 : 1;
            }
        }
        return units > 0 && others == 0;
    }

    static String distinct(String name, Set<String> used) {
        String distinct = name;
        for (int n = 2; !used.add(distinct.toLowerCase(Locale.ROOT)); n++) {
            distinct = name + " (" + n + ")";
        }
        return distinct;
    }

    private static List<Object> column(List<Object[]> rows, int column) {
        List<Object> cells = new ArrayList<>();
        for (Object[] row : rows) {
            cells.add(column < row.length ? row[column] : null);
        }
        return cells;
    }
}
