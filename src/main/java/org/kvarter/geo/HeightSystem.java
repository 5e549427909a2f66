package org.kvarter.geo;

import java.util.Objects;

/**
 * What heights are measured from.
 *
 * @param code          {@code EPSG:n}; empty for heights above an ellipsoid
 * @param name          name of the vertical reference system ({@code RH2000 height})
 * @param metresPerUnit 1 for metres, 0.3048… for feet
 */
public record HeightSystem(String code, String name, double metresPerUnit) {

    public HeightSystem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        if (!(metresPerUnit > 0)) {
            throw new IllegalArgumentException("a unit of height is longer than nothing");
        }
    }
}
