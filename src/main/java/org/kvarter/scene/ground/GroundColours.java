package org.kvarter.scene.ground;

import org.kvarter.model.LayerKind;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;

/** Colours of what is painted on the ground: the base colour of its kind, shaded a little by what it says it is. Stateless. */
final class GroundColours {

    private GroundColours() {
    }

    /**
     * Fill of an area.
     *
     * @param category what the feature says it is, in lower case, may be empty
     */
    static int area(Theme theme, LayerKind kind, String category) {
        return switch (kind) {
            case GREEN -> green(theme, category);
            case LAND_USE -> landUse(theme, category);
            case STREETS, TRANSPORT -> street(theme, category);
            case WATER -> BaseColours.water(theme);
            case RAIL -> bed(theme);
            case TREES -> Argb.mix(BaseColours.green(theme), BaseColours.tree(theme), 0.5);
            case PLOTS -> Argb.withAlpha(BaseColours.stone(theme), 0.08);
            default -> Argb.withAlpha(accentQuiet(theme), 0.14);
        };
    }

    /** Line or outline. */
    static int line(Theme theme, LayerKind kind, String category) {
        return switch (kind) {
            case STREETS, TRANSPORT -> street(theme, category);
            case RAIL -> BaseColours.rail(theme);
            case WATER -> BaseColours.water(theme);
            case GREEN, TREES -> BaseColours.tree(theme);
            case PLOTS -> theme == Theme.LIGHT ? 0x70C4BBAC : 0x704A4E55;
            default -> accentQuiet(theme);
        };
    }

    private static int accentQuiet(Theme theme) {
        return theme == Theme.LIGHT ? 0xFF5F8F98 : 0xFF5E949E;
    }

    private static int green(Theme theme, String category) {
        int base = BaseColours.green(theme);
        int deep = BaseColours.tree(theme);
        if (has(category, "wood", "forest", "skog")) {
            return Argb.mix(base, deep, 0.42);
        }
        if (has(category, "garden", "villa", "allot")) {
            return theme == Theme.LIGHT ? 0xFFD2DDB6 : Argb.mix(base, BaseColours.ground(theme), 0.18);
        }
        if (has(category, "court", "gård")) {
            return theme == Theme.LIGHT ? 0xFFD9DFBC : Argb.mix(base, BaseColours.ground(theme), 0.3);
        }
        if (has(category, "beach", "sand")) {
            return theme == Theme.LIGHT ? 0xFFEFE3C8 : 0xFF3A362C;
        }
        if (has(category, "rock")) {
            return BaseColours.stone(theme);
        }
        return base;
    }

    private static int landUse(Theme theme, String category) {
        if (has(category, "water", "sea")) {
            return BaseColours.water(theme);
        }
        if (has(category, "green", "park", "grass", "wood", "forest", "garden", "meadow", "recreation", "cemetery", "farm", "orchard")) {
            return green(theme, category);
        }
        if (has(category, "road", "street", "traffic", "parking", "square")) {
            return street(theme, category);
        }
        return Argb.mix(BaseColours.ground(theme), BaseColours.stone(theme), 0.18);
    }

    private static int street(Theme theme, String category) {
        boolean light = theme == Theme.LIGHT;
        if (category.equals("crossing")) {
            return light ? 0xFFFCFBF9 : 0xFF4A4F56;
        }
        if (has(category, "carriageway")) {
            return carriageway(theme);
        }
        if (has(category, "quay", "kaj")) {
            return light ? 0xFFEDE6DA : 0xFF34373C;
        }
        if (has(category, "path", "foot", "cycle", "track")) {
            return light ? 0xFFF3ECDD : 0xFF35363A;
        }
        if (has(category, "square", "plaza", "torg", "pedestrian")) {
            return light ? 0xFFF4EDE2 : 0xFF34363B;
        }
        if (has(category, "school")) {
            return light ? 0xFFF1E6D6 : 0xFF35353A;
        }
        return BaseColours.street(theme);
    }

    /** The carriageway between the pavements of a wide street. */
    static int carriageway(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFE1DED8 : 0xFF272B30;
    }

    /** Kerb between a street and what lies beside it. */
    static int kerb(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFD9D3C8 : 0xFF3C4047;
    }

    /** Bed of rails and tram tracks. */
    static int bed(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFE3DED5 : 0xFF2C2F34;
    }

    private static boolean has(String category, String... words) {
        for (String word : words) {
            if (category.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
