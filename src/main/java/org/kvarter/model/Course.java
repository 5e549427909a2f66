package org.kvarter.model;

import java.util.Objects;
import org.locationtech.jts.geom.LineString;

/**
 * Where the flow of one feature goes.
 *
 * @param line     in the direction of travel, local metres; not copied
 * @param directed whether it is one direction's; else it lies in the middle of its street
 * @param atSite   whether it is a mark where it was counted, since no street was found there
 */
public record Course(LineString line, boolean directed, boolean atSite) {

    /** A course along a street or between zones. */
    public Course(LineString line, boolean directed) {
        this(line, directed, false);
    }

    public Course {
        Objects.requireNonNull(line, "line");
    }
}
