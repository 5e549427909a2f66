package org.kvarter.tables;

/** What a column is for when a table becomes measurements or attributes. */
public enum ColumnRole {
    /** Whose row it is: an id, a name, an address; several together make one key. */
    PLACE,
    /** When: a moment, or a date whose time of day stands in a {@link #CLOCK} column. */
    TIME,
    /** Time of day beside a date. */
    CLOCK,
    /** Number of the year. */
    YEAR,
    /** Number of the month, 1 … 12. */
    MONTH,
    /** Number of the day in the month. */
    DAY,
    /** Number of the hour, 0 … 23 or 1 … 24. */
    HOUR,
    /** What the row measures, in words. */
    QUANTITY,
    /** Unit of the row's values. */
    UNIT,
    /** How good the row's values are. */
    QUALITY,
    /** A measured number. */
    VALUE,
    /** Easting or longitude of the row's place. */
    EAST,
    /** Northing or latitude of the row's place. */
    NORTH,
    /** Something that stays with the place, whatever the time. */
    ATTRIBUTE,
    /** Nothing of use. */
    IGNORE
}
