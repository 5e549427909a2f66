package org.kvarter.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.kvarter.model.Appearance;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Stance;
import org.kvarter.model.StoreyView;
import org.kvarter.text.LocalText;

/**
 * How a layer of the project is called and shown.
 *
 * @param id             the layer's id
 * @param titles         what people call it, by language; empty for the source's own name
 * @param visible        whether it is shown
 * @param opacity        0 … 1
 * @param colour         {@code #AARRGGBB}, empty for the default look
 * @param lineWidth      metres, absent for the default
 * @param labelAttribute attribute that labels, empty for none
 * @param most           of flows, how many of the largest are shown; absent for as many as suit
 * @param appearance     of solids, what surfaces show, by name in lower case; absent for pictures and materials
 * @param storeys        of building models, what of them is shown; absent for all
 * @param hidesBelow     of models, whether buildings under it are hidden; absent for no
 * @param ground         of models, what becomes of the ground under it, by name in lower case; absent where it stays
 * @param variants       of models, name of the place of which it is a variant; absent for none
 */
public record ProjectLayer(String id, LocalText titles, boolean visible, double opacity, String colour, Double lineWidth,
                           String labelAttribute, Integer most, String appearance, KeptStoreys storeys, Boolean hidesBelow, String ground, String variants) {

    public ProjectLayer {
        Objects.requireNonNull(id, "id");
        titles = Objects.requireNonNullElse(titles, LocalText.EMPTY);
        colour = Objects.requireNonNullElse(colour, "");
        labelAttribute = Objects.requireNonNullElse(labelAttribute, "");
    }

    /** The entry for a layer shown in a style. */
    public static ProjectLayer of(String id, LocalText titles, LayerStyle style) {
        return new ProjectLayer(id, titles, style.visible(), style.opacity(),
                style.argb().isPresent() ? String.format("#%08X", style.argb().getAsInt()) : "",
                Double.isNaN(style.lineWidth()) ? null : style.lineWidth(), style.labelAttribute(),
                style.most() == 0 ? null : style.most(),
                style.appearance() == Appearance.TEXTURES ? null : style.appearance().name().toLowerCase(Locale.ROOT), KeptStoreys.of(style.storeys()),
                style.stance().below() == Stance.Below.HIDDEN ? Boolean.TRUE : null,
                style.stance().ground() == Stance.Ground.KEPT ? null : style.stance().ground().name().toLowerCase(Locale.ROOT),
                style.stance().isVariant() ? style.stance().variants() : null);
    }

    /** The style it asks for; what cannot be understood falls back to the default look. */
    public LayerStyle style() {
        OptionalInt argb = OptionalInt.empty();
        try {
            argb = colour.length() == 9 ? OptionalInt.of(Integer.parseUnsignedInt(colour.substring(1), 16)) : argb;
        } catch (NumberFormatException e) {
            argb = OptionalInt.empty();
        }
        double width = lineWidth == null ? Double.NaN : lineWidth;
        return new LayerStyle(visible, Math.max(0, Math.min(1, opacity)), argb, width, labelAttribute,
                most == null ? 0 : Math.max(0, most), shown(), storeys == null ? StoreyView.ALL : storeys.view(), stance());
    }

    private Stance stance() {
        Stance.Ground shaped = Arrays.stream(Stance.Ground.values()).filter(g -> g.name().equalsIgnoreCase(ground)).findFirst().orElse(Stance.Ground.KEPT);
        return new Stance(Boolean.TRUE.equals(hidesBelow) ? Stance.Below.HIDDEN : Stance.Below.KEPT, shaped, variants == null ? "" : variants);
    }

    private Appearance shown() {
        return Arrays.stream(Appearance.values()).filter(a -> a.name().equalsIgnoreCase(appearance)).findFirst()
                .orElse(Appearance.TEXTURES);
    }
}
