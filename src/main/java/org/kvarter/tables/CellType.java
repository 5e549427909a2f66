package org.kvarter.tables;

/** What the cells of a column hold, as far as the first rows show. */
public enum CellType {
    /** Real numbers. */
    NUMBER,
    /** Whole numbers. */
    INTEGER,
    /** Words and everything else. */
    TEXT,
    /** Yes or no. */
    TRUTH,
    /** Dates, with or without a time of day. */
    TIME,
    /** Times of day without a date. */
    CLOCK,
    /** Nothing in the first rows. */
    EMPTY;

    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }
}
