package org.kvarter.scene.palette;

import org.kvarter.mesh.light.LightModel;
import org.kvarter.mesh.light.PartLight;
import org.kvarter.model.Appearance;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;

/**
 * Turns a layer's look and light into one colour per part. Stateless and thread-safe; about 30 ns a part.
 *
 * <p>A selected part takes the accent, a hovered one 60 % of it; a thematic colour keeps its light at half strength so that the
 * legend stays readable; a faded part becomes a pale ghost, a hidden one has alpha 0.
 */
public final class PartComposer {

    /** What became of a tile. */
    public enum Outcome {
        OPAQUE, MIXED, TRANSLUCENT, INVISIBLE
    }

    private static final double HOVER = 0.6;
    private static final double FADED_ALPHA = 0.22;
    /** Materials in the dark theme, beside walls of mid-grey. */
    private static final float DIMMED = 0.62f;
    /** Windows under a data colour. */
    private static final float PANE = 0.86f;
    private static final double JITTER = 0.035;

    private PartComposer() {
    }

    /**
     * Composes the colours of a tile.
     *
     * @param parts       the tile's parts
     * @param light       sun and sky on the parts
     * @param model       colour and strength of the daylight
     * @param opaque      n premultiplied colours out; 0 where a part is not opaque
     * @param translucent n premultiplied colours out; 0 where a part is opaque or hidden
     * @return whether there are opaque and translucent parts
     */
    public static Outcome compose(LayerLook look, PartTable parts, PartLight light, LightModel model, int[] opaque,
                                  int[] translucent) {
        return compose(look, parts, light, model, null, opaque, translucent);
    }

    /**
     * As above, of a tile with pictures: a part that shows its own is no longer opaque, but has a veil over it that gives it light.
     *
     * @param textured parts with pictures; {@code null} for none
     */
    public static Outcome compose(LayerLook look, PartTable parts, PartLight light, LightModel model, TexturedParts textured, int[] opaque,
                                  int[] translucent) {
        boolean pictures = textured != null && look.style().appearance() == Appearance.TEXTURES && look.style().argb().isEmpty()
                && look.style().visible() && look.style().opacity() == 1;
        LightModel forData = model.forData();
        boolean anyOpaque = false;
        boolean anyTranslucent = false;
        for (int p = 0; p < parts.size(); p++) {
            if (pictures && textured.possible().get(p) && showsPicture(look, parts.feature()[p], p, textured.holes().get(p))) {
                textured.shown().set(p);
                opaque[p] = 0;
                translucent[p] = textured.holes().get(p) ? 0 : veil(look, parts.feature()[p], light, model, forData, p);
                anyTranslucent |= translucent[p] != 0;
                continue;
            }
            int argb = colour(look, parts, light, model, forData, p);
            int alpha = Argb.alpha(argb);
            opaque[p] = alpha == 255 ? argb : 0;
            translucent[p] = alpha > 0 && alpha < 255 ? Argb.premultiplied(argb) : 0;
            anyOpaque |= alpha == 255;
            anyTranslucent |= alpha > 0 && alpha < 255;
        }
        return anyOpaque ? anyTranslucent ? Outcome.MIXED : Outcome.OPAQUE : anyTranslucent ? Outcome.TRANSLUCENT : Outcome.INVISIBLE;
    }

    private static boolean showsPicture(LayerLook look, int feature, int part, boolean holes) {
        boolean plain = look.featureStates() == null || feature >= look.featureStates().length
                || look.featureStates()[feature] == FeatureState.NORMAL.ordinal();
        boolean data = data(look, feature, part) != 0;
        return plain && !data && !(holes && (look.selected().get(feature) || look.hovered().get(feature)));
    }

    /** The thematic colour of a part, its own before its feature's; 0 for none. */
    private static int data(LayerLook look, int feature, int part) {
        int own = look.partColours() == null || part >= look.partColours().length ? 0 : look.partColours()[part];
        return own != 0 || look.featureColours() == null || feature >= look.featureColours().length ? own : look.featureColours()[feature];
    }

    private static int veil(LayerLook look, int feature, PartLight light, LightModel model, LightModel forData, int part) {
        double share = look.selected().get(feature) ? Veil.SELECTED : look.hovered().get(feature) ? Veil.HOVERED : 0;
        int white = Exposure.of(model.lit(0xFFFFFFFF, light.sun()[part], light.sky()[part]));
        int accent = share == 0 ? 0 : forData.lit(BaseColours.accent(look.theme()), light.sun()[part], light.sky()[part]);
        return Veil.of(white, look.theme() == Theme.LIGHT ? 1 : DIMMED, accent, share);
    }

    /** The colour of one part, not premultiplied. */
    private static int colour(LayerLook look, PartTable parts, PartLight light, LightModel model, LightModel forData, int part) {
        int feature = parts.feature()[part];
        FeatureState state = look.featureStates() == null || feature >= look.featureStates().length
                ? FeatureState.NORMAL : STATES[look.featureStates()[feature]];
        if (!look.style().visible() || state == FeatureState.HIDDEN) {
            return 0;
        }
        boolean selected = look.selected().get(feature);
        boolean hovered = !selected && look.hovered().get(feature);
        int data = data(look, feature, part);
        int base = data != 0 ? pane(carried(look, data, parts.kindOf(part)), parts.kindOf(part)) : base(look, parts, part);
        double alpha = look.style().opacity() * Argb.alpha(base) / 255;
        if (selected) {
            base = pane(BaseColours.accent(look.theme()), parts.kindOf(part));
            alpha = 1;
        } else if (hovered) {
            base = Argb.mix(base, BaseColours.accent(look.theme()), HOVER);
        } else if (state == FeatureState.FADED) {
            base = Argb.mix(base, BaseColours.ground(look.theme()), 0.6);
            alpha *= FADED_ALPHA;
        }
        boolean soft = data != 0 || selected || hovered;
        int lit = soft ? forData.lit(base, light.sun()[part], light.sky()[part])
                : Exposure.of(model.lit(base, light.sun()[part], light.sky()[part]));
        return Argb.withAlpha(lit, alpha);
    }

    /** Of values that are less sure the walls carry less of the colour: the roof says the value, the walls how sure it is. */
    private static int carried(LayerLook look, int argb, SurfaceKind kind) {
        boolean whole = look.carried() >= 1 || look.kind() != LayerKind.BUILDINGS || look.partColours() != null || kind == SurfaceKind.ROOF;
        return whole ? argb : Argb.mix(BaseColours.clay(look.theme()), argb, look.carried());
    }

    /** A window in a wall that carries data: the same colour, a little deeper, so that a house stays a house. */
    private static int pane(int argb, SurfaceKind kind) {
        return kind == SurfaceKind.WINDOW || kind == SurfaceKind.DOOR ? Argb.lit(argb, PANE, PANE, PANE) : argb;
    }

    private static final FeatureState[] STATES = FeatureState.values();

    private static int base(LayerLook look, PartTable parts, int part) {
        if (look.style().argb().isPresent()) {
            return look.style().argb().getAsInt();
        }
        Appearance appearance = look.style().appearance();
        if (appearance == Appearance.WHITE) {
            return BaseColours.clay(look.theme());
        }
        if (parts.argb()[part] != 0 && appearance != Appearance.KINDS) {
            int material = parts.argb()[part];
            return look.theme() == Theme.LIGHT ? material : Argb.lit(material, DIMMED, DIMMED, DIMMED);
        }
        SurfaceKind kind = parts.kindOf(part);
        int base = BaseColours.of(look.theme(), look.kind(), kind, parts.normals()[3 * part + 2]);
        if (look.kind() == LayerKind.BUILDINGS && (kind == SurfaceKind.WALL || kind == SurfaceKind.ROOF)) {
            float tone = (float) (1 + JITTER * jitter(parts.feature()[part]));
            return Argb.lit(base, tone, tone, tone);
        }
        return base;
    }

    /** −1 … 1, the same for a feature every time: no two neighbours are quite alike. */
    static double jitter(int feature) {
        int h = feature * 0x9E3779B9;
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        return (h & 0xFFFF) / 32767.5 - 1;
    }
}
