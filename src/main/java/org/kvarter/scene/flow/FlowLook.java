package org.kvarter.scene.flow;

import java.util.BitSet;
import org.kvarter.model.LayerStyle;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;

/** How the flows of a layer look. JavaFX thread only. */
final class FlowLook {

    static final int NO_DATA = 0xFFC9C7C2;
    static final int NO_DATA_DARK = 0xFF565A60;

    LayerStyle style = LayerStyle.DEFAULT;
    int[] colours;
    byte[] states;
    BitSet selected = new BitSet();
    BitSet hovered = new BitSet();

    FeatureState state(int row) {
        return states == null || row >= states.length ? FeatureState.NORMAL : FeatureState.values()[states[row]];
    }

    /** The colour of a row: its overlay's, the layer's, or that of no data. */
    int colour(int row, int own, boolean noData, Theme theme) {
        if (noData) {
            return theme == Theme.LIGHT ? NO_DATA : NO_DATA_DARK;
        }
        return colours != null && row < colours.length && colours[row] != 0 ? colours[row] | 0xFF000000 : style.argb().orElse(own) | 0xFF000000;
    }

    /** How much of its colour a row shows: less where another is selected, or a filter leaves it out. */
    double share(int row, boolean apart) {
        double share = style.opacity() * (state(row) == FeatureState.FADED ? 0.2 : 1);
        boolean others = !selected.isEmpty() && !selected.get(row);
        return apart || others && !hovered.get(row) ? 0.3 * share : share;
    }

    /** A colour on the ground's tone rather than with alpha: what is seen through would depend on the order of drawing. */
    static int on(Theme theme, int argb, double share) {
        return Argb.mix(BaseColours.ground(theme), argb, share);
    }
}
