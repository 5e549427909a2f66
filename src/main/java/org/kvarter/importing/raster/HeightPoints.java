package org.kvarter.importing.raster;

import java.io.Closeable;
import java.io.IOException;

/** Points of the ground, one after the other. Used once, by one thread. */
interface HeightPoints extends Closeable {

    /** Steps to the next point; false at the end. */
    boolean next() throws IOException;

    double east();

    double north();

    double height();

    /** Points so far. */
    long points();

    /** What was met so far that is no point. */
    long others();
}
