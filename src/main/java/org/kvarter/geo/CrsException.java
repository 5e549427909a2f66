package org.kvarter.geo;

/** A coordinate reference system that is unknown or cannot be transformed; the message is a sentence in the display language. */
public final class CrsException extends Exception {

    private static final long serialVersionUID = 1L;

    public CrsException(String message) {
        super(message);
    }

    public CrsException(String message, Throwable cause) {
        super(message, cause);
    }
}
