package org.kvarter.importing.cityjson;

import java.io.IOException;

/** The file is of a version of CityJSON that is not read. */
final class UnsupportedVersionException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param version as the file spells it */
    UnsupportedVersionException(String version) {
        super(version);
    }
}
