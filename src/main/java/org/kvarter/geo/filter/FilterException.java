package org.kvarter.geo.filter;

/** An expression that cannot be understood. The message is one sentence in the display language. */
public final class FilterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    FilterException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** Where the trouble is: the first character is 1; 0 where no place can be named. */
    public int column() {
        return column;
    }
}
