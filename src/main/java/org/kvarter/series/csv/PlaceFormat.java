package org.kvarter.series.csv;

import java.util.List;

/**
 * How a CSV file holds places: where its coordinates or geometries stand.
 *
 * @param charset      name of the encoding
 * @param delimiter    between cells
 * @param decimalComma whether numbers have a decimal comma
 * @param headerRow    row of the names, from 0; −1 for none
 * @param columns      names of the columns
 * @param x            column of east or longitude, −1 where geometries are written out
 * @param y            column of north or latitude, −1 where geometries are written out
 * @param geometry     column of geometries as text, −1 where there are coordinates
 * @param axes         what the coordinates are
 * @param crs          coordinate reference system that names or values of columns state; empty for none
 */
public record PlaceFormat(String charset, char delimiter, boolean decimalComma, int headerRow, List<String> columns, int x, int y, int geometry,
                          Axes axes, String crs) {

    /** What coordinates are. */
    public enum Axes {
        /** Longitude and latitude, degrees. */
        DEGREES,
        /** East and north, of which system is not said. */
        PLANE
    }

    public PlaceFormat {
        columns = List.copyOf(columns);
    }
}
