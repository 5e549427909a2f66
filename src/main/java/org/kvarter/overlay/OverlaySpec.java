package org.kvarter.overlay;

import java.util.Objects;
import org.kvarter.text.LocalText;

/**
 * A named way of colouring a layer by values, as kept in a project.
 *
 * @param id               distinct in the project
 * @param titles           what people call it, by language; also over the legend
 * @param layerId          the layer it colours
 * @param values           where the values come from
 * @param perAttribute     attribute to divide by (floor area), empty for the plain value
 * @param unit             unit of the shown value as people write it
 * @param scale            values to colours
 */
public record OverlaySpec(String id, LocalText titles, String layerId, ValueSource values, String perAttribute, String unit,
                          ScaleSpec scale) {

    public OverlaySpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(titles, "titles");
        Objects.requireNonNull(layerId, "layerId");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(perAttribute, "perAttribute");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(scale, "scale");
    }

    /** The same, called by words whose language is not stated. */
    public OverlaySpec(String id, String title, String layerId, ValueSource values, String perAttribute, String unit,
                       ScaleSpec scale) {
        this(id, LocalText.of(title), layerId, values, perAttribute, unit, scale);
    }

    /** This overlay with other colours. */
    public OverlaySpec withScale(ScaleSpec other) {
        return new OverlaySpec(id, titles, layerId, values, perAttribute, unit, other);
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles.shown();
    }
}
