package org.kvarter.tables;

/**
 * One row.
 *
 * @param line  where it stands in the source: line or row number from 1, or number of the record
 * @param cells {@code String} as written, {@code Double}, {@code Long}, {@code Boolean}, {@code java.time.LocalDateTime} (no zone stated),
 *              {@code java.time.Instant}, or {@code null} where empty; may be shorter than there are columns. Not copied
 */
public record TableRow(long line, Object[] cells) {

    /** The cell of a column; {@code null} where the row has none. */
    public Object cell(int column) {
        return column >= 0 && column < cells.length ? cells[column] : null;
    }

    /** The cell as a text, stripped; empty where there is none. Whole numbers have no decimals. */
    public String text(int column) {
        Object cell = cell(column);
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString(d.longValue());
        }
        return cell.toString().strip();
    }
}
