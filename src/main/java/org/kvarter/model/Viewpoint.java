package org.kvarter.model;

import java.util.Objects;

/**
 * A named camera.
 *
 * @param name         what people call it
 * @param east         easting of the eye in the frame's coordinate reference system, metres
 * @param north        northing of the eye, metres
 * @param height       height of the eye, metres
 * @param yawDegrees   direction of view, clockwise from north, 0 … 360
 * @param pitchDegrees −90 straight down … 0 level … 90 straight up
 * @param section      what is cut away with it; {@code null} for nothing
 */
public record Viewpoint(String name, double east, double north, double height, double yawDegrees, double pitchDegrees, Section section) {

    public Viewpoint {
        Objects.requireNonNull(name, "name");
        if (!(pitchDegrees >= -90 && pitchDegrees <= 90)) {
            throw new IllegalArgumentException("pitch must lie between -90 and 90 degrees");
        }
    }

    /** A camera before the whole twin. */
    public Viewpoint(String name, double east, double north, double height, double yawDegrees, double pitchDegrees) {
        this(name, east, north, height, yawDegrees, pitchDegrees, null);
    }

    public Viewpoint withName(String other) {
        return new Viewpoint(other, east, north, height, yawDegrees, pitchDegrees, section);
    }

    /** The same camera, so much cut away; {@code null} for nothing. */
    public Viewpoint withSection(Section other) {
        return new Viewpoint(name, east, north, height, yawDegrees, pitchDegrees, other);
    }
}
