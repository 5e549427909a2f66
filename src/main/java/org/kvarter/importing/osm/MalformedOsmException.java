package org.kvarter.importing.osm;

import java.io.IOException;

/** The file breaks the rules of its form from some place on; what came before has been handed on. */
final class MalformedOsmException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param where place or object, for people */
    MalformedOsmException(String where) {
        super(where);
    }

    MalformedOsmException(String where, Throwable cause) {
        super(where, cause);
    }
}
