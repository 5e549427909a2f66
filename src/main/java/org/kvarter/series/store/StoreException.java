package org.kvarter.series.store;

/** A store that cannot be opened, or does not answer. The message is one sentence for people, with the way out, and never holds a password. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as a program acts on it. */
    public enum Kind {
        /** No such file or table, or the file is no store. */
        MISSING,
        /** Another program writes into the file. */
        BUSY,
        /** The server does not answer, or went away in the middle of an answer. */
        UNREACHABLE,
        /** Wrong user or password, or no right to read. */
        REFUSED,
        /** The answer took longer than is waited for. */
        TIMEOUT,
        /** The person no longer wants the answer. */
        CANCELLED,
        /** The answer would not fit. */
        TOO_LARGE,
        /** What is there cannot be understood as series. */
        BAD_DATA,
        /** Anything else that the engine said. */
        FAILED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
