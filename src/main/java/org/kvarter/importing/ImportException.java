package org.kvarter.importing;

/**
 * A source that cannot be read at all. The message is one sentence in the display language that names the file, the object and the
 * way out; it is what a person sees.
 */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
