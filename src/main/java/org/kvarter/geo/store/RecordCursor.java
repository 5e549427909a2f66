package org.kvarter.geo.store;

import java.io.Closeable;
import java.io.IOException;
import org.locationtech.jts.geom.Geometry;

/** Walks over the records of a table. Used by one thread. */
interface RecordCursor extends Closeable {

    /** Steps to the next record that is asked for. */
    boolean next() throws IOException;

    /** The record's id in its table, stable between readings. */
    String id();

    /** Value of a column of {@link VectorTable#columns()}, {@code null} where missing. */
    Object value(int column) throws IOException;

    /** The geometry, {@code null} where there is none or it cannot be used (which is noted). */
    Geometry geometry() throws IOException;
}
