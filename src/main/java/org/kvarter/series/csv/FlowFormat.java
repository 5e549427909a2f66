package org.kvarter.series.csv;

import java.util.List;
import java.util.Objects;

/**
 * How a CSV file is to be read as counts at sites or as trips between zones: proposed by {@link FlowSniffer}, corrected by a person.
 *
 * @param kind        what it holds
 * @param csv         how its cells are read; a time column of −1 where the numbers hold at any time
 * @param place       column of the site, or of the origin; −1 in a wide table, whose column names say it
 * @param other       column of the direction, −1 for none, or of the destination
 * @param mode        column of the class of vehicle or means of transport, −1 for none
 * @param x           column of the site's easting or longitude, −1 for none
 * @param y           column of the site's northing or latitude, −1 for none
 * @param columnNames names of all columns, in order
 */
public record FlowFormat(Kind kind, CsvFormat csv, int place, int other, int mode, int x, int y, List<String> columnNames) {

    /** What a table of flows holds. */
    public enum Kind {
        COUNTS, TRIPS
    }

    public FlowFormat {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(csv, "csv");
        columnNames = List.copyOf(columnNames);
    }

    /** The format of the table's cells with the columns that make a key. */
    CsvFormat keyed() {
        return csv.layout() == CsvFormat.Layout.WIDE ? csv : new CsvFormat(csv.charset(), csv.delimiter(), csv.decimalComma(), csv.headerRow(),
                CsvFormat.Layout.LONG, csv.timeColumn(), place, csv.valueColumn(), csv.zone(), csv.timePattern(), csv.label(), csv.unit(),
                List.of(other, mode));
    }

    /** This format with its cells read otherwise. */
    public FlowFormat withCsv(CsvFormat otherCsv) {
        return new FlowFormat(kind, otherCsv, place, other, mode, x, y, columnNames);
    }

    /** This format with other columns; −1 for none. */
    public FlowFormat withColumns(int newPlace, int newOther, int newMode, int newX, int newY) {
        return new FlowFormat(kind, csv, newPlace, newOther, newMode, newX, newY, columnNames);
    }

    /** Column of a name, −1 where there is none. */
    public int column(String name) {
        return columnNames.indexOf(name);
    }

    /** Name of a column, empty for −1. */
    public String name(int column) {
        return column < 0 || column >= columnNames.size() ? "" : columnNames.get(column);
    }
}
