package org.kvarter.ui.overlays;

import java.util.List;
import java.util.Optional;
import org.kvarter.overlay.Legend;

/**
 * What the active overlay shows at a moment.
 *
 * @param layerId the layer it colours; empty for no overlay
 * @param argb    one opaque colour per feature row; not copied
 * @param legend  what stands beside it
 * @param surfaces colours of single surfaces, over those of features
 */
public record Painted(String layerId, int[] argb, Optional<Legend> legend, Surfaces surfaces) {

    private static final int INK = 0xFF16181C;

    /** Colours of features alone. */
    public Painted(String layerId, int[] argb, Optional<Legend> legend) {
        this(layerId, argb, legend, Surfaces.NONE);
    }

    /** Share of a feature's colour that its walls carry, 0 … 1: less where the values are less sure. */
    public double carried() {
        return legend.map(l -> l.sure().carried()).orElse(1.0);
    }

    /** These colours with a legend that says what is outlined. */
    public Painted withChanges(Changes changes) {
        if (changes.count() == 0) {
            return this;
        }
        Legend said = legend.orElse(new Legend("", "", false, List.of(), 0));
        return new Painted(layerId, argb, Optional.of(said.withOutlined(List.of(new Legend.Entry(INK, changes.label(), changes.count())))), surfaces);
    }

    /** No overlay. */
    public static final Painted NOTHING = new Painted("", new int[0], Optional.empty());
}
