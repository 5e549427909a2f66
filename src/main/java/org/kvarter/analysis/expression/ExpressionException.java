package org.kvarter.analysis.expression;

/** An expression that cannot be understood, or whose units do not go together. The message is one sentence in the display language. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    ExpressionException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** Where the trouble is: the first character is 1; 0 where no place can be named. */
    public int column() {
        return column;
    }
}
