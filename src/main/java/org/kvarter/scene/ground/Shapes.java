package org.kvarter.scene.ground;

import java.awt.geom.Path2D;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Geometries as Java2D shapes, in the same coordinates. Stateless. */
final class Shapes {

    private Shapes() {
    }

    /** Lines and polygons of a geometry as one path, holes left open by the even-odd rule; points are left out. */
    static Path2D.Float of(Geometry geometry) {
        Path2D.Float path = new Path2D.Float(Path2D.WIND_EVEN_ODD, geometry.getNumPoints() + 1);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry one = geometry.getGeometryN(i);
            if (one instanceof Polygon polygon) {
                add(path, polygon.getExteriorRing().getCoordinateSequence(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(path, polygon.getInteriorRingN(hole).getCoordinateSequence(), true);
                }
            } else if (one instanceof LineString line) {
                add(path, line.getCoordinateSequence(), line.isClosed());
            } else if (one != geometry) {
                path.append(of(one), false);
            }
        }
        return path;
    }

    private static void add(Path2D.Float path, CoordinateSequence points, boolean close) {
        for (int i = 0; i < points.size(); i++) {
            if (i == 0) {
                path.moveTo(points.getX(0), points.getY(0));
            } else {
                path.lineTo(points.getX(i), points.getY(i));
            }
        }
        if (close && points.size() > 0) {
            path.closePath();
        }
    }
}
