package org.kvarter.sample;

import java.util.Locale;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.model.LocalFrame;
import org.locationtech.jts.geom.Coordinate;

/** The plan's metres to longitude and latitude, for formats that know nothing else. */
final class Degrees {
    private static final CoordinateTransform TRANSFORM = transform();

    private Degrees() {
    }

    private static CoordinateTransform transform() {
        try {
            CoordinateSystems systems = new CoordinateSystems();
            return systems.toFrame("EPSG:4326", new LocalFrame("EPSG:3011", Frame.EAST0, Frame.NORTH0, 0));
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Longitude and latitude, six decimals: a decimetre. */
    static String[] of(Coordinate c) {
        double[] xyz = {c.x, c.y, 0};
        TRANSFORM.toSource(xyz, 0, 1);
        return new String[] {String.format(Locale.ROOT, "%.6f", xyz[0]), String.format(Locale.ROOT, "%.6f", xyz[1])};
    }
}
