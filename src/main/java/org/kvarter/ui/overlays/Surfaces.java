package org.kvarter.ui.overlays;

import java.util.Map;
import org.kvarter.model.ImageLayer;

/**
 * Colours of surfaces rather than of things.
 *
 * @param parts  ARGB by layer id and number of the part within the layer, 0 for none; not copied
 * @param ground over the ground, clear where there is no data; {@code null} for none
 */
public record Surfaces(Map<String, int[]> parts, ImageLayer ground) {

    /** No surface has a colour of its own. */
    public static final Surfaces NONE = new Surfaces(Map.of(), null);
}
