package org.kvarter.geo;

import java.util.Objects;
import java.util.Optional;

/**
 * A coordinate reference system, its horizontal and vertical parts kept apart.
 *
 * <p>Wherever coordinates of one are handled they are in the order east or longitude, north or latitude, height, whatever order
 * the authority has; {@link #northFirst} is kept for readers of formats that follow the authority.
 *
 * @param code          canonical spelling of the whole: {@code EPSG:7415}, {@code EPSG:25833+5783}; empty where only the WKT is known
 * @param name          the authority's name, or the one the WKT gives
 * @param horizontal    the horizontal part: {@code EPSG:28992}, or WKT where no code is known; fit for a local frame
 * @param vertical      what heights are measured from, where that is stated
 * @param geographic    longitude and latitude in degrees, instead of projected eastings and northings
 * @param metresPerUnit length of a unit of the projected axes in metres; NaN where geographic
 * @param northFirst    whether the authority puts north or latitude first
 */
public record CoordinateSystem(String code, String name, String horizontal, Optional<HeightSystem> vertical, boolean geographic,
                               double metresPerUnit, boolean northFirst) {

    public CoordinateSystem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(horizontal, "horizontal");
        Objects.requireNonNull(vertical, "vertical");
    }

    /** Whether it is projected with axes in metres. */
    public boolean isMetric() {
        return !geographic && Math.abs(metresPerUnit - 1) < 1e-9;
    }

    /** Whether the horizontal parts are the same, so that coordinates need no transform. */
    public boolean sameHorizontal(CoordinateSystem other) {
        return horizontal.equals(other.horizontal);
    }

    /** Metres per unit of height: that of the vertical part, else 1. */
    public double heightMetresPerUnit() {
        return vertical.map(HeightSystem::metresPerUnit).orElse(1.0);
    }

    /** The code where there is one, else the WKT: reads back to the same system. */
    public String definition() {
        return code.isEmpty() ? horizontal : code;
    }

    /** Code and name for people: {@code EPSG:3011 (SWEREF99 18 00)}. */
    public String label() {
        return code.isEmpty() ? name : code + " (" + name + ")";
    }
}
