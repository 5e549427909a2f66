package org.kvarter.geo.store;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** Shapes by their code: the tens digit tells of heights (1) and measures (2), the unit digit the shape. */
enum ShapeType {
    POINT(1, Point.class), POLYLINE(3, MultiLineString.class), POLYGON(5, MultiPolygon.class), MULTIPOINT(8, MultiPoint.class);

    /** Surfaces in space, which are not read. */
    static final int MULTIPATCH = 31;

    private static final int WITH_HEIGHTS = 10;
    private static final int WITH_MEASURES = 20;

    private final int code;
    private final Class<? extends Geometry> geometry;

    ShapeType(int code, Class<? extends Geometry> geometry) {
        this.code = code;
        this.geometry = geometry;
    }

    Class<? extends Geometry> geometry() {
        return geometry;
    }

    /** The shape of a code, {@code null} where it is none that is read. */
    static ShapeType of(int code) {
        for (ShapeType type : values()) {
            if (code == type.code || code == type.code + WITH_HEIGHTS || code == type.code + WITH_MEASURES) {
                return type;
            }
        }
        return null;
    }

    /** Whether shapes of a code have heights. */
    static boolean hasHeights(int code) {
        return code > WITH_HEIGHTS && code < WITH_MEASURES;
    }
}
