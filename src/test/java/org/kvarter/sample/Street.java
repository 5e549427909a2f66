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

    /** Width between the kerbs, metres. */
    double carriageway() {
        return width - 2 * (kind == Kind.MAIN ? 6.8 : width > 11.5 ? 3 : 2.4);
    }

    Geometry area() {
        return Shapes.strip(Shapes.line(line), width);
    }
}
