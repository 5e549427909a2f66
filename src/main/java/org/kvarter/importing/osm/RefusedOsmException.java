package org.kvarter.importing.osm;

import java.io.IOException;

/** The file is sound, but of a kind that is not read; the message is the name of what it needs. */
final class RefusedOsmException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedOsmException(String needs) {
        super(needs);
    }
}
