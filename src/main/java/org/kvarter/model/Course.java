package org.kvarter.model;

import java.util.Objects;
import org.locationtech.jts.geom.LineString;

/**
 * Where the flow of one feature goes.
 *
 * @param line     in the direction of travel, local metres; not copied
 * @param directed whether it is one direction's; else it lies in the middle of its street
 */
public record Course(LineString line, boolean directed) {

    public Course {
        Objects.requireNonNull(line, "line");
    }
}
