package org.kvarter.sample;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A street's centre line.
 *
 * @param name  as on the sign
 * @param kind  its rank
 * @param width from building line to building line, metres
 * @param line  centre line, local metres
 */
record Street(String name, Kind kind, double width, List<Coordinate> line) {
    enum Kind {
        MAIN, STREET, LANE, PATH;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Geometry area() {
        return Shapes.strip(Shapes.line(line), width);
    }
}
