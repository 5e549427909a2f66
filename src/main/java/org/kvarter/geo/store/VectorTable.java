package org.kvarter.geo.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** One table of features with a geometry. Used by one thread. */
interface VectorTable {

    /** Distinct in its store. */
    String name();

    /** What people call it; the name where the source gives nothing better. */
    String title();

    /** Attributes without the geometry, in the source's order. */
    List<VectorColumn> columns();

    /** Name of the geometry attribute, distinct from the columns'. */
    String geometryName();

    /** The narrowest class all geometries are of. */
    Class<? extends Geometry> geometryType();

    /** Coordinate reference system: {@code EPSG:n}, {@code OGC:CRS84} or WKT; empty where the source states none. */
    Optional<String> crs();

    /** What GeoTools can make its form of the reference system from, without a look into the EPSG database where that is possible. */
    default Optional<String> crsDefinition() {
        return crs();
    }

    /** Number of records as the source states it, −1 where it must be counted. */
    long count() throws IOException;

    /** Box around all as the source states it, {@code null} where it must be measured. */
    Envelope bounds() throws IOException;

    /** Records in the source's order. */
    RecordCursor open(RecordQuery query) throws IOException;
}
