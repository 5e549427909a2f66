package org.kvarter.importing.ifc.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Flat shapes by JTS, points as x, y in turn. */
public final class Flat2D {

    private Flat2D() {
    }

    /** The outer ring around a line at a distance, with flat ends and sharp bends; empty where there is none. */
    public static double[] buffer(double[] line, double distance) {
        Coordinate[] coordinates = new Coordinate[line.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(line[2 * i], line[2 * i + 1]);
        }
        if (coordinates.length < 2) {
            return new double[0];
        }
        Geometry ring = BufferOp.bufferOp(Flat.FACTORY.createLineString(coordinates), distance,
                new BufferParameters(4, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 3));
        return ring instanceof Polygon polygon && !polygon.isEmpty() ? flat(polygon.getExteriorRing().getCoordinates()) : new double[0];
    }

    private static double[] flat(Coordinate[] coordinates) {
        double[] xy = new double[2 * coordinates.length - 2];
        for (int i = 0; i + 1 < coordinates.length; i++) {
            xy[2 * i] = coordinates[i].x;
            xy[2 * i + 1] = coordinates[i].y;
        }
        return xy;
    }
}
