package org.kvarter.scene.tree;

import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.palette.LayerLook;

/**
 * How the leaves of trees are coloured, apart from light. Colours are rounded, so that few looks serve many trees.
 *
 * @param argb     0 for the colours of nature
 * @param share    of that colour, 0 … 1
 * @param strength 1 as they are … 0 as pale as the ground: trees cannot be translucent, they fade into the ground instead
 */
public record TreeLook(int argb, double share, double strength) {

    static final TreeLook NATURAL = new TreeLook(0, 0, 1);
    private static final double FADED = 0.25;
    private static final FeatureState[] STATES = FeatureState.values();

    /** Whether a tree of a layer is hidden. */
    public static boolean isHidden(int row, LayerLook layer) {
        return of(row, layer) == null;
    }

    /** Under the pointer. */
    static TreeLook hovered(Theme theme) {
        return new TreeLook(BaseColours.accent(theme), 0.6, 1);
    }

    static TreeLook selected(Theme theme) {
        return new TreeLook(BaseColours.accent(theme), 1, 1);
    }

    /** The look of a tree of a layer; {@code null} where it is hidden. */
    static TreeLook of(int row, LayerLook layer) {
        FeatureState state = layer.featureStates() == null || row >= layer.featureStates().length ? FeatureState.NORMAL
                : STATES[layer.featureStates()[row]];
        double opacity = layer.style().opacity() * (state == FeatureState.FADED ? FADED : 1);
        if (state == FeatureState.HIDDEN || opacity == 0 || !layer.style().visible()) {
            return null;
        }
        int data = layer.featureColours() == null || row >= layer.featureColours().length ? 0 : layer.featureColours()[row];
        int argb = data != 0 ? data & 0xFFF8F8F8 | 0xFF000000 : layer.style().argb().orElse(0);
        return new TreeLook(argb, argb == 0 ? 0 : 1, Math.rint(20 * opacity) / 20);
    }

    /** A colour of nature under this look. */
    int of(int natural, boolean trunk, Theme theme) {
        // A little of each shade stays, or a row of trees were one lump.
        int leaves = argb == 0 || trunk ? natural : Argb.mix(natural, argb | 0xFF000000, 0.88 * share);
        return strength == 1 ? leaves : Argb.mix(BaseColours.ground(theme), leaves, strength);
    }
}
