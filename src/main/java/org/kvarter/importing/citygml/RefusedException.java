package org.kvarter.importing.citygml;

import java.io.IOException;

/** Nothing honest can be read of the file. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key of the sentence in the bundle; its only argument is the file's name */
    RefusedException(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
