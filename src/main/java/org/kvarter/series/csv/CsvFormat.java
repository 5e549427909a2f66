package org.kvarter.series.csv;

import java.util.List;
import java.util.Objects;

/**
 * How a CSV file is to be read as a series: proposed by {@link CsvSniffer}, corrected by a person, kept in the project.
 *
 * @param charset      name of the encoding ({@code UTF-8}, {@code windows-1252}, {@code UTF-16LE} …)
 * @param delimiter    between fields
 * @param decimalComma whether {@code 1,5} is one and a half
 * @param headerRow    row with the column names, from 0
 * @param layout       whether places are columns or rows
 * @param timeColumn   column of the time, from 0
 * @param keyColumn    column of the place's key in a long table, else −1
 * @param valueColumn  column of the value in a long table, else −1
 * @param zone         zone of local times without an offset ({@code Europe/Stockholm}); where people read the series
 * @param timePattern  how times are written; see {@link TimeFormat}
 * @param label        whether a time names the beginning or the end of its interval
 * @param unit         unit of one value ({@code kWh}), may be empty
 * @param keyColumns   further columns of a long table that make up the key together with {@code keyColumn}; −1 for an empty part
 */
public record CsvFormat(String charset, char delimiter, boolean decimalComma, int headerRow, Layout layout, int timeColumn,
                        int keyColumn, int valueColumn, String zone, String timePattern, Label label, String unit,
                        List<Integer> keyColumns) {

    /** Whether places are columns ({@code WIDE}) or rows ({@code LONG}). */
    public enum Layout {
        WIDE, LONG
    }

    /** What a time stands for. */
    public enum Label {
        INTERVAL_START, INTERVAL_END
    }

    /** Stands between the columns of a key. */
    public static final char KEY_SEPARATOR = '\u001f';

    /** A format whose keys are a single column. */
    public CsvFormat(String charset, char delimiter, boolean decimalComma, int headerRow, Layout layout, int timeColumn, int keyColumn,
                     int valueColumn, String zone, String timePattern, Label label, String unit) {
        this(charset, delimiter, decimalComma, headerRow, layout, timeColumn, keyColumn, valueColumn, zone, timePattern, label, unit,
                List.of());
    }

    public CsvFormat {
        keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(timePattern, "timePattern");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unit, "unit");
    }

    public CsvFormat withZone(String other) {
        return new CsvFormat(charset, delimiter, decimalComma, headerRow, layout, timeColumn, keyColumn, valueColumn, other,
                timePattern, label, unit, keyColumns);
    }

    public CsvFormat withUnit(String other) {
        return new CsvFormat(charset, delimiter, decimalComma, headerRow, layout, timeColumn, keyColumn, valueColumn, zone,
                timePattern, label, other, keyColumns);
    }

    public CsvFormat withLabel(Label other) {
        return new CsvFormat(charset, delimiter, decimalComma, headerRow, layout, timeColumn, keyColumn, valueColumn, zone,
                timePattern, other, unit, keyColumns);
    }

    public CsvFormat withDecimalComma(boolean other) {
        return new CsvFormat(charset, delimiter, other, headerRow, layout, timeColumn, keyColumn, valueColumn, zone,
                timePattern, label, unit, keyColumns);
    }

    /** This format as a long table of other columns. */
    public CsvFormat asLong(int time, int key, int value) {
        return new CsvFormat(charset, delimiter, decimalComma, headerRow, Layout.LONG, time, key, value, zone, timePattern, label, unit);
    }

    /** This format as a wide table with another time column. */
    public CsvFormat asWide(int time) {
        return new CsvFormat(charset, delimiter, decimalComma, headerRow, Layout.WIDE, time, -1, -1, zone, timePattern, label, unit);
    }

    /** This format with keys of several columns. */
    public CsvFormat withKeyColumns(List<Integer> further) {
        return new CsvFormat(charset, delimiter, decimalComma, headerRow, layout, timeColumn, keyColumn, valueColumn, zone, timePattern,
                label, unit, further);
    }

    /** The key of a row of a long table, its columns joined by {@link #KEY_SEPARATOR}; a missing column is empty. */
    String key(List<String> row) {
        if (keyColumns.isEmpty()) {
            return row.get(keyColumn).strip();
        }
        StringBuilder key = new StringBuilder(row.get(keyColumn).strip());
        for (int column : keyColumns) {
            key.append(KEY_SEPARATOR).append(column >= 0 && column < row.size() ? row.get(column).strip() : "");
        }
        return key.toString();
    }
}
