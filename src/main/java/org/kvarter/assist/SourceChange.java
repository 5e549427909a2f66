package org.kvarter.assist;

/**
 * Something of a source that is different from when its recipe was made.
 *
 * @param kind     what
 * @param blocking whether the recipe cannot be run as it is
 * @param sentence in the display language, with the way out where it is blocking
 */
public record SourceChange(Kind kind, boolean blocking, String sentence) {

    /** What is different. */
    public enum Kind {
        COLUMN_GONE, COLUMN_NEW, COLUMN_RENAMED, TYPE, UNIT, ORDER, ROWS, TIME, PLACES
    }
}
