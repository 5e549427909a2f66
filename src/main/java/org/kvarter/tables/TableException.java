package org.kvarter.tables;

/** A file that cannot be read as a table. The message is one sentence for people, naming the file, the place in it and the way out. */
public final class TableException extends Exception {

    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
