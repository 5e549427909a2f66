package org.kvarter.geo.store;

import java.io.IOException;

/** A vector source that cannot be read. The message is one sentence for a person: file, object, way out. */
public final class VectorStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    public VectorStoreException(String message) {
        super(message);
    }

    public VectorStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
