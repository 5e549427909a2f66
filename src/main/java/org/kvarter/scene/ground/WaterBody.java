package org.kvarter.scene.ground;

import org.locationtech.jts.geom.Geometry;

/**
 * A sheet of water that lies lower than its shore.
 *
 * @param area  polygons in the local frame
 * @param level local height, metres
 */
record WaterBody(Geometry area, double level) {
}
