package org.kvarter.scene.palette;

import java.util.BitSet;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.scene.Theme;

/**
 * All that decides a layer's colours apart from geometry and light. Immutable by agreement: arrays and sets are not copied and no
 * longer written once they stand here.
 *
 * @param theme          light or dark
 * @param kind           of the layer
 * @param style          visibility, opacity and one colour for all
 * @param featureColours ARGB by feature row, 0 for no change; {@code null} without an overlay
 * @param featureStates  {@link org.kvarter.scene.FeatureState} ordinals by feature row; {@code null} without a filter
 * @param selected       feature rows
 * @param hovered        feature rows under the pointer
 */
public record LayerLook(Theme theme, LayerKind kind, LayerStyle style, int[] featureColours, byte[] featureStates, BitSet selected,
                        BitSet hovered) {

    /** The look of a layer nobody has touched. */
    public static LayerLook of(Theme theme, LayerKind kind) {
        return new LayerLook(theme, kind, LayerStyle.DEFAULT, null, null, new BitSet(), new BitSet());
    }

    public LayerLook withTheme(Theme other) {
        return new LayerLook(other, kind, style, featureColours, featureStates, selected, hovered);
    }

    public LayerLook withStyle(LayerStyle other) {
        return new LayerLook(theme, kind, other, featureColours, featureStates, selected, hovered);
    }

    public LayerLook withFeatureColours(int[] other) {
        return new LayerLook(theme, kind, style, other, featureStates, selected, hovered);
    }

    public LayerLook withFeatureStates(byte[] other) {
        return new LayerLook(theme, kind, style, featureColours, other, selected, hovered);
    }

    public LayerLook withSelected(BitSet other) {
        return new LayerLook(theme, kind, style, featureColours, featureStates, other, hovered);
    }

    public LayerLook withHovered(BitSet other) {
        return new LayerLook(theme, kind, style, featureColours, featureStates, selected, other);
    }
}
