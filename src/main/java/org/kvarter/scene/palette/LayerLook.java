package org.kvarter.scene.palette;

import java.util.Arrays;
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
 * @param carried        share of a feature's colour that its walls carry, 0 … 1; areas are hatched where it is not all
 * @param partColours    ARGB by number of the part within the layer, 0 for none, before those of the features; {@code null} for none. Of a
 *                       look {@link #ofParts cut} for a tile, by number within the tile
 * @param featureStates  {@link org.kvarter.scene.FeatureState} ordinals by feature row; {@code null} without a filter
 * @param selected       feature rows
 * @param hovered        feature rows under the pointer
 */
public record LayerLook(Theme theme, LayerKind kind, LayerStyle style, int[] featureColours, float carried, int[] partColours, byte[] featureStates, BitSet selected,
                        BitSet hovered) {

    /** The look of a layer nobody has touched. */
    public static LayerLook of(Theme theme, LayerKind kind) {
        return new LayerLook(theme, kind, LayerStyle.DEFAULT, null, 1, null, null, new BitSet(), new BitSet());
    }

    public LayerLook withTheme(Theme other) {
        return new LayerLook(other, kind, style, featureColours, carried, partColours, featureStates, selected, hovered);
    }

    public LayerLook withStyle(LayerStyle other) {
        return new LayerLook(theme, kind, other, featureColours, carried, partColours, featureStates, selected, hovered);
    }

    public LayerLook withFeatureColours(int[] other) {
        return new LayerLook(theme, kind, style, other, carried, partColours, featureStates, selected, hovered);
    }

    public LayerLook withCarried(float other) {
        return new LayerLook(theme, kind, style, featureColours, other, partColours, featureStates, selected, hovered);
    }

    public LayerLook withPartColours(int[] other) {
        return new LayerLook(theme, kind, style, featureColours, carried, other, featureStates, selected, hovered);
    }

    /** This look for the parts of one tile alone. @param first number of the tile's first part within the layer */
    public LayerLook ofParts(int first, int count) {
        return partColours == null ? this : withPartColours(first >= partColours.length ? null : Arrays.copyOfRange(partColours, first, first + count));
    }

    public LayerLook withFeatureStates(byte[] other) {
        return new LayerLook(theme, kind, style, featureColours, carried, partColours, other, selected, hovered);
    }

    public LayerLook withSelected(BitSet other) {
        return new LayerLook(theme, kind, style, featureColours, carried, partColours, featureStates, other, hovered);
    }

    public LayerLook withHovered(BitSet other) {
        return new LayerLook(theme, kind, style, featureColours, carried, partColours, featureStates, selected, other);
    }
}
