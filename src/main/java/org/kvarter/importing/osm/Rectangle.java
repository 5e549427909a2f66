package org.kvarter.importing.osm;

import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The smallest rectangle around a footprint.
 *
 * @param x        of its centre
 * @param y        of its centre
 * @param ux       direction of its longer side
 * @param uy       direction of its longer side
 * @param halfLong half of its longer side, metres
 * @param halfShort half of its shorter side, metres
 */
record Rectangle(double x, double y, double ux, double uy, double halfLong, double halfShort) {

    static Rectangle around(Geometry footprint) {
        Coordinate[] c = MinimumAreaRectangle.getMinimumRectangle(footprint).getCoordinates();
        if (c.length < 5) {
            return new Rectangle(footprint.getCoordinate().x, footprint.getCoordinate().y, 1, 0, 0, 0);
        }
        double first = c[0].distance(c[1]);
        double second = c[1].distance(c[2]);
        int from = first >= second ? 0 : 1;
        double length = Math.max(first, second);
        return new Rectangle((c[0].x + c[2].x) / 2, (c[0].y + c[2].y) / 2, (c[from + 1].x - c[from].x) / length,
                (c[from + 1].y - c[from].y) / length, length / 2, Math.min(first, second) / 2);
    }

    /** Metres from the centre along the longer side. */
    double along(double px, double py) {
        return (px - x) * ux + (py - y) * uy;
    }

    /** Metres from the centre across the longer side. */
    double aside(double px, double py) {
        return (py - y) * ux - (px - x) * uy;
    }

    /** The place at these metres along and aside. */
    Coordinate place(double along, double aside) {
        return new Coordinate(x + along * ux - aside * uy, y + along * uy + aside * ux);
    }
}
