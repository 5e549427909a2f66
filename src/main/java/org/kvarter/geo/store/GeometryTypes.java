package org.kvarter.geo.store;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometry types by their standard names. */
final class GeometryTypes {

    private GeometryTypes() {
    }

    /** The class of a type's name in any case, {@link Geometry} where it is general or unknown. */
    static Class<? extends Geometry> named(String name) {
        return switch (name == null ? "" : name.toUpperCase(Locale.ROOT)) {
            case "POINT" -> Point.class;
            case "LINESTRING" -> LineString.class;
            case "POLYGON" -> Polygon.class;
            case "MULTIPOINT" -> MultiPoint.class;
            case "MULTILINESTRING" -> MultiLineString.class;
            case "MULTIPOLYGON" -> MultiPolygon.class;
            case "GEOMETRYCOLLECTION" -> GeometryCollection.class;
            default -> Geometry.class;
        };
    }

    /** The narrowest of these types that holds both; {@code null} is the neutral element. */
    static Class<? extends Geometry> common(Class<? extends Geometry> a, Class<? extends Geometry> b) {
        if (a == null || a == b) {
            return b;
        }
        return b == null ? a : Geometry.class;
    }
}
