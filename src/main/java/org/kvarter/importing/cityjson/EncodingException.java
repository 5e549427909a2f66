package org.kvarter.importing.cityjson;

import java.io.IOException;
import java.nio.charset.Charset;

/** The file says by its bytes that it is not UTF-8: to be read anew in another encoding. */
final class EncodingException extends IOException {

    /** What old Windows programs write, in which every byte is some character. */
    static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final long serialVersionUID = 1L;

    EncodingException(IOException cause) {
        super(cause);
    }
}
