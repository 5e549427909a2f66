package org.kvarter.series.store;

import java.util.Objects;

/**
 * How the rows of a CSV or Parquet file become values of places.
 *
 * @param timeColumn    column of the time
 * @param placeColumn   column of the place's key; empty where every other column is a place
 * @param valueColumn   column of the value; empty where every other column is a place
 * @param qualityColumn column of the quality, as a word of {@link Quality} in any case; empty for none
 * @param delimiter     between fields of a CSV file; 0 to find it
 * @param decimalComma  whether {@code 1,5} is one and a half
 * @param intervalEnd   whether a time names the end of its interval
 */
public record LoadFormat(String timeColumn, String placeColumn, String valueColumn, String qualityColumn, char delimiter,
                         boolean decimalComma, boolean intervalEnd) {

    public LoadFormat {
        Objects.requireNonNull(timeColumn, "timeColumn");
        if (placeColumn.isEmpty() != valueColumn.isEmpty()) {
            throw new IllegalArgumentException("a long table has both, a wide one neither");
        }
    }

    /** A long table of a time, a place and a value per row. */
    public static LoadFormat rows(String time, String place, String value) {
        return new LoadFormat(time, place, value, "", '\0', false, false);
    }

    /** A wide table of a time and a column per place. */
    public static LoadFormat columns(String time) {
        return new LoadFormat(time, "", "", "", '\0', false, false);
    }

    /** The same with a column of remarks on how values came about; empty for none. */
    public LoadFormat withQuality(String column) {
        return new LoadFormat(timeColumn, placeColumn, valueColumn, column, delimiter, decimalComma, intervalEnd);
    }

    public boolean isWide() {
        return placeColumn.isEmpty();
    }
}
