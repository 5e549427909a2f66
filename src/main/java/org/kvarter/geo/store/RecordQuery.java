package org.kvarter.geo.store;

import java.util.Objects;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;

/**
 * What is asked of a table.
 *
 * @param bbox     only records whose geometry's box meets this one; {@code null} for all
 * @param filter   a hint: a table may leave out what does not pass it; it is applied again behind
 * @param geometry whether geometries are wanted
 */
record RecordQuery(Envelope bbox, Filter filter, Geometries geometry) {

    /** Whether geometries will be asked for. */
    enum Geometries {
        WANTED, NOT_WANTED
    }

    static final RecordQuery ALL = new RecordQuery(null, Filter.INCLUDE, Geometries.WANTED);

    RecordQuery {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(geometry, "geometry");
    }

    /** Whether a geometry's box is wanted; one without a geometry only where no box is asked. */
    boolean accepts(Envelope box) {
        return bbox == null || box != null && !box.isNull() && bbox.intersects(box);
    }
}
