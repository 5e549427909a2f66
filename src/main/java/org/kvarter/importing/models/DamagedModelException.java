package org.kvarter.importing.models;

import java.io.IOException;

/** A model's file contradicts itself or its format. Its message is a word or two for the refusing sentence, in no language. */
public final class DamagedModelException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param what is wrong, such as {@code accessor 3} */
    public DamagedModelException(String what) {
        super(what);
    }

    public DamagedModelException(String what, Throwable cause) {
        super(what, cause);
    }
}
