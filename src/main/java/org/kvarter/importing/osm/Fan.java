package org.kvarter.importing.osm;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A roof whose level lines are the footprint shrunk towards its centre of area: pyramids and domes.
 *
 * @param scales  of each level, the first 1, the last 0
 * @param heights of each level over the ground, metres
 */
record Fan(double[] scales, double[] heights) {

    private static final int DOME_STEPS = 6;

    static Fan of(BuildingShape shape) {
        double rise = shape.top() - shape.eaves();
        if (shape.roof() == RoofShape.PYRAMIDAL) {
            return new Fan(new double[] {1, 0}, new double[] {shape.eaves(), shape.top()});
        }
        double[] scales = new double[DOME_STEPS + 1];
        double[] heights = new double[DOME_STEPS + 1];
        for (int k = 0; k <= DOME_STEPS; k++) {
            double angle = Math.PI / 2 * k / DOME_STEPS;
            scales[k] = k == DOME_STEPS ? 0 : Math.cos(angle);
            heights[k] = shape.eaves() + rise * Math.sin(angle);
        }
        return new Fan(scales, heights);
    }

    /** Whether a footprint has no courtyards and its centre sees every edge of it. */
    static boolean suits(Polygon polygon) {
        if (polygon.getNumInteriorRing() > 0) {
            return false;
        }
        Coordinate centre = polygon.getCentroid().getCoordinate();
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        double sign = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            double cross = (ring[i].x - centre.x) * (ring[i + 1].y - centre.y) - (ring[i].y - centre.y) * (ring[i + 1].x - centre.x);
            if (Math.abs(cross) < 1e-6 || cross * sign < 0) {
                return false;
            }
            sign = cross;
        }
        return true;
    }
}
