package org.kvarter.scene.ground;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A sheet of water that lies lower than its shore. Immutable and thread-safe.
 *
 * @param area     polygons in the local frame
 * @param level    local height, metres
 * @param prepared the area, indexed
 */
record WaterBody(Geometry area, double level, PreparedGeometry prepared) {

    WaterBody(Geometry area, double level) {
        this(area, level, PreparedGeometryFactory.prepare(area));
    }
}
