package org.kvarter.assist;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/** Distances to triangles seen from above. Stateless. */
final class Triangles {

    private Triangles() {
    }

    /** Distance of a place to a triangle x0 y0 x1 y1 x2 y2, 0 inside. */
    static double distance(float[] t, double x, double y) {
        double a = cross(t[0], t[1], t[2], t[3], x, y);
        double b = cross(t[2], t[3], t[4], t[5], x, y);
        double c = cross(t[4], t[5], t[0], t[1], x, y);
        if (a >= 0 && b >= 0 && c >= 0 || a <= 0 && b <= 0 && c <= 0) {
            return a == 0 && b == 0 && c == 0 ? edges(t, x, y) : 0;
        }
        return edges(t, x, y);
    }

    private static double edges(float[] t, double x, double y) {
        Coordinate p = new Coordinate(x, y);
        Coordinate a = new Coordinate(t[0], t[1]);
        Coordinate b = new Coordinate(t[2], t[3]);
        Coordinate c = new Coordinate(t[4], t[5]);
        return Math.min(Distance.pointToSegment(p, a, b), Math.min(Distance.pointToSegment(p, b, c), Distance.pointToSegment(p, c, a)));
    }

    private static double cross(double ax, double ay, double bx, double by, double x, double y) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }
}
