package org.kvarter.overlay;

import java.util.Objects;

/**
 * A named way of colouring a layer by values, as kept in a project.
 *
 * @param id               distinct in the project
 * @param title            what people call it, also over the legend
 * @param layerId          the layer it colours
 * @param values           where the values come from
 * @param perAttribute     attribute to divide by (floor area), empty for the plain value
 * @param unit             unit of the shown value as people write it
 * @param scale            values to colours
 */
public record OverlaySpec(String id, String title, String layerId, ValueSource values, String perAttribute, String unit,
                          ScaleSpec scale) {

    public OverlaySpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(layerId, "layerId");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(perAttribute, "perAttribute");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(scale, "scale");
    }

    /** This overlay with other colours. */
    public OverlaySpec withScale(ScaleSpec other) {
        return new OverlaySpec(id, title, layerId, values, perAttribute, unit, other);
    }
}
