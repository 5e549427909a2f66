package org.kvarter.exporting;

/** A file that cannot be written; the message names it and says what to do, in the display language. */
public final class ExportException extends Exception {

    private static final long serialVersionUID = 1L;

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
