package org.kvarter.scene.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Lines and rims of flat features laid on the ground. Stateless. */
final class Outlines {

    private static final double STEP = 3;
    private static final int MOST = 700;
    private static final double OVER = 0.25;

    private final List<List<double[]>> lines = new ArrayList<>();
    private final DoubleBinaryOperator ground;
    private final double step;

    private Outlines(DoubleBinaryOperator ground, double step) {
        this.ground = ground;
        this.step = step;
    }

    /**
     * A geometry's lines, rings and points (lines of one place), with places close enough together to follow the ground.
     *
     * @param ground height under a place
     */
    static List<List<double[]>> of(Geometry geometry, DoubleBinaryOperator ground) {
        Outlines outlines = new Outlines(ground, Math.max(STEP, geometry.getLength() / MOST));
        outlines.add(geometry);
        return outlines.lines;
    }

    private void add(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry one = geometry.getGeometryN(i);
            if (one instanceof Polygon polygon) {
                add(polygon.getExteriorRing().getCoordinateSequence());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(polygon.getInteriorRingN(hole).getCoordinateSequence());
                }
            } else if (one instanceof LineString line) {
                add(line.getCoordinateSequence());
            } else if (one != geometry) {
                add(one);
            } else if (!one.isEmpty()) {
                lines.add(List.of(place(one.getCoordinate().x, one.getCoordinate().y)));
            }
        }
    }

    private void add(CoordinateSequence points) {
        List<double[]> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Coordinate to = points.getCoordinate(i);
            if (i > 0) {
                Coordinate from = points.getCoordinate(i - 1);
                int pieces = (int) Math.ceil(from.distance(to) / step);
                for (int k = 1; k < pieces; k++) {
                    double share = (double) k / pieces;
                    line.add(place(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share));
                }
            }
            line.add(place(to.x, to.y));
        }
        lines.add(line);
    }

    private double[] place(double east, double north) {
        return new double[] {east, north, ground.applyAsDouble(east, north) + OVER};
    }
}
