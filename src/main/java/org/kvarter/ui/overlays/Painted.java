package org.kvarter.ui.overlays;

import java.util.Optional;
import org.kvarter.overlay.Legend;

/**
 * What the active overlay shows at a moment.
 *
 * @param layerId the layer it colours; empty for no overlay
 * @param argb    one opaque colour per feature row; not copied
 * @param legend  what stands beside it
 */
public record Painted(String layerId, int[] argb, Optional<Legend> legend) {

    /** No overlay. */
    public static final Painted NOTHING = new Painted("", new int[0], Optional.empty());
}
