package org.kvarter.series;

/** A table that cannot be read as a series. The message is one sentence for people, naming the file, the place in it and the way out. */
public final class SeriesException extends Exception {

    private static final long serialVersionUID = 1L;

    public SeriesException(String message) {
        super(message);
    }

    public SeriesException(String message, Throwable cause) {
        super(message, cause);
    }
}
