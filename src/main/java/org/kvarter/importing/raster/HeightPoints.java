package org.kvarter.importing.raster;

import java.io.Closeable;
import java.io.IOException;

/** Points of the ground, one after the other. Used once, by one thread. */
abstract class HeightPoints implements Closeable {

    /** Coordinates beyond are nonsense. */
    static final double FARTHEST = 1e9;

    /** East, north and height of the point that {@link #next()} stepped to. */
    final double[] point = new double[3];

    /** Steps to the next point; false at the end. */
    abstract boolean next() throws IOException;

    final double east() {
        return point[0];
    }

    final double north() {
        return point[1];
    }

    final double height() {
        return point[2];
    }

    /** Points so far. */
    abstract long points();

    /** What was met so far that is no point. */
    abstract long others();
}
