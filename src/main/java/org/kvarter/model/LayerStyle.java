package org.kvarter.model;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * How a layer is shown, apart from its data.
 *
 * @param visible        whether it is shown
 * @param opacity        0 … 1
 * @param argb           one colour for all of it; empty for the default look of its kind and materials
 * @param lineWidth      width of lines in metres on the ground, NaN for the attribute's or kind's own
 * @param labelAttribute attribute whose value labels the important features, empty for none
 * @param most           of flows, how many of the largest are shown; 0 for as many as suit
 * @param appearance     of solids, what surfaces show that have no other colour
 * @param storeys        of building models, what of them is shown
 * @param stance         of models, how they take their place among what stands there
 */
public record LayerStyle(boolean visible, double opacity, OptionalInt argb, double lineWidth, String labelAttribute, int most,
                         Appearance appearance, StoreyView storeys, Stance stance) {

    /** Visible, opaque, the look of its kind. */
    public static final LayerStyle DEFAULT = new LayerStyle(true, 1, OptionalInt.empty(), Double.NaN, "", 0, Appearance.TEXTURES, StoreyView.ALL, Stance.NONE);

    /** A style with as many flows as suit. */
    public LayerStyle(boolean visible, double opacity, OptionalInt argb, double lineWidth, String labelAttribute) {
        this(visible, opacity, argb, lineWidth, labelAttribute, 0, Appearance.TEXTURES, StoreyView.ALL, Stance.NONE);
    }

    /** A style that changes nothing around the layer. */
    public LayerStyle(boolean visible, double opacity, OptionalInt argb, double lineWidth, String labelAttribute, int most, Appearance appearance) {
        this(visible, opacity, argb, lineWidth, labelAttribute, most, appearance, StoreyView.ALL, Stance.NONE);
    }

    public LayerStyle {
        Objects.requireNonNull(argb, "argb");
        Objects.requireNonNull(labelAttribute, "labelAttribute");
        Objects.requireNonNull(appearance, "appearance");
        Objects.requireNonNull(storeys, "storeys");
        Objects.requireNonNull(stance, "stance");
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity must lie between 0 and 1");
        }
    }

    public LayerStyle withVisible(boolean other) {
        return new LayerStyle(other, opacity, argb, lineWidth, labelAttribute, most, appearance, storeys, stance);
    }

    public LayerStyle withOpacity(double other) {
        return new LayerStyle(visible, other, argb, lineWidth, labelAttribute, most, appearance, storeys, stance);
    }

    public LayerStyle withArgb(OptionalInt other) {
        return new LayerStyle(visible, opacity, other, lineWidth, labelAttribute, most, appearance, storeys, stance);
    }

    public LayerStyle withLineWidth(double other) {
        return new LayerStyle(visible, opacity, argb, other, labelAttribute, most, appearance, storeys, stance);
    }

    public LayerStyle withLabelAttribute(String other) {
        return new LayerStyle(visible, opacity, argb, lineWidth, other, most, appearance, storeys, stance);
    }

    public LayerStyle withMost(int other) {
        return new LayerStyle(visible, opacity, argb, lineWidth, labelAttribute, other, appearance, storeys, stance);
    }

    public LayerStyle withAppearance(Appearance other) {
        return new LayerStyle(visible, opacity, argb, lineWidth, labelAttribute, most, other, storeys, stance);
    }

    public LayerStyle withStoreys(StoreyView other) {
        return new LayerStyle(visible, opacity, argb, lineWidth, labelAttribute, most, appearance, other, stance);
    }

    public LayerStyle withStance(Stance other) {
        return new LayerStyle(visible, opacity, argb, lineWidth, labelAttribute, most, appearance, storeys, other);
    }
}
