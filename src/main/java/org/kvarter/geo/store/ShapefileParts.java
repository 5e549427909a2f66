package org.kvarter.geo.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files shapefiles consist of, in a folder or in a zip archive. */
interface ShapefileParts extends Closeable {

    /** Names of the shapefiles without their ending. */
    List<String> names();

    /** Size of a part in bytes, −1 where it is missing. */
    long size(String name, String ending) throws IOException;

    /** Opens a part that is there. */
    InputStream open(String name, String ending) throws IOException;

    /** The first bytes of a small side file, empty where it is missing. */
    default byte[] sideFile(String name, String ending) throws IOException {
        if (size(name, ending) < 0) {
            return new byte[0];
        }
        try (InputStream in = open(name, ending)) {
            return in.readNBytes(StoreLimits.MAX_SIDE_FILE);
        }
    }
}
