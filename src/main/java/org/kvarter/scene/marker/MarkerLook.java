package org.kvarter.scene.marker;

import java.util.BitSet;
import org.kvarter.model.LayerStyle;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;

/** How the pins of a layer look. JavaFX thread only. */
final class MarkerLook {

    LayerStyle style = LayerStyle.DEFAULT;
    int[] colours;
    byte[] states;
    BitSet selected = new BitSet();
    BitSet hovered = new BitSet();

    boolean isShown(int row) {
        return style.visible() && style.opacity() > 0 && state(row) != FeatureState.HIDDEN;
    }

    boolean isMarked(int row) {
        return selected.get(row) || hovered.get(row);
    }

    private FeatureState state(int row) {
        return states == null || row >= states.length ? FeatureState.NORMAL : FeatureState.values()[states[row]];
    }

    /** Premultiplied colours of disc, rim and stalk. */
    void write(int row, Theme theme, int[] texels, int first) {
        int accent = BaseColours.accent(theme);
        int own = colours != null && row < colours.length && colours[row] != 0 ? colours[row] : style.argb().orElse(accent);
        int paper = theme == Theme.LIGHT ? 0xFFFFFFFF : 0xFF15181C;
        int rim = selected.get(row) ? accent : hovered.get(row) ? Argb.mix(paper, accent, 0.6) : paper;
        double share = style.opacity() * (state(row) == FeatureState.FADED ? 0.25 : 1);
        // the ground's tone rather than alpha: what is seen through would depend on the order of drawing
        int ground = BaseColours.ground(theme);
        texels[first] = Argb.mix(ground, own | 0xFF000000, share);
        texels[first + 1] = Argb.mix(ground, rim, share);
        texels[first + 2] = Argb.mix(ground, selected.get(row) ? accent : theme == Theme.LIGHT ? 0xFF5A5E64 : 0xFFB4B8BE, share);
    }
}
