package org.kvarter.importing.citygml;

import java.io.IOException;

/** The document is not well-formed from some place on, or ends before its root does. */
final class MalformedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final int line;

    /** @param key {@code ended} or {@code invalid} */
    MalformedException(String key, int line, Throwable cause) {
        super(key, cause);
        this.key = key;
        this.line = line;
    }

    String key() {
        return key;
    }

    /** From 1; as text, so that it is not written with digit groups. */
    String line() {
        return line < 1 ? "?" : String.valueOf(line);
    }
}
