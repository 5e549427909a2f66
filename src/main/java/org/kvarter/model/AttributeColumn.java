package org.kvarter.model;

/**
 * One attribute of all features of a table. Immutable and thread-safe.
 */
public sealed interface AttributeColumn permits NumberColumn, TextColumn {

    /** The attribute's name as the source spells it. */
    String name();

    /** Unit of the numbers as people write it (m², kWh/m²), empty where there is none or it is not known. */
    String unit();

    /** Number of rows. */
    int size();

    /** The value of a row: {@link Double}, {@link Long}, {@link Boolean} or {@link String}; {@code null} where missing. */
    Object value(int row);

    /** The value as a number; NaN where missing or not a number. */
    double number(int row);

    /** Whether the row has no value. */
    default boolean isMissing(int row) {
        return value(row) == null;
    }
}
