package org.kvarter.scene.palette;

import org.kvarter.model.LayerKind;
import org.kvarter.model.SurfaceKind;
import org.kvarter.scene.Theme;

/**
 * The colours of things that have none of their own: the fine architectural model of {@code look.md}, light and dark. Opaque ARGB.
 */
public final class BaseColours {

    public static final int ACCENT = 0xFF0B7A75;
    private static final int ACCENT_DARK = 0xFF27A79F;
    /** A normal steeper than this (cosine of 9°) is no flat roof. */
    private static final float FLAT = 0.988f;
    private static final int PITCHED_ROOF = 0xFFBC7B69;
    private static final int PITCHED_ROOF_DARK = 0xFF7E5549;

    private BaseColours() {
    }

    /** Colour of what is selected. */
    public static int accent(Theme theme) {
        return theme == Theme.LIGHT ? ACCENT : ACCENT_DARK;
    }

    /** Colour of the edges of what a scenario changes. */
    public static int rim(Theme theme) {
        return theme == Theme.LIGHT ? 0xFF16181C : 0xFFFFFFFF;
    }

    public static int ground(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFE9E6DF : 0xFF23262B;
    }

    public static int street(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFF7F5F1 : 0xFF2E3238;
    }

    public static int water(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFA9CBE0 : 0xFF1C3442;
    }

    public static int green(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFC9DDB8 : 0xFF2C382C;
    }

    public static int tree(Theme theme) {
        return theme == Theme.LIGHT ? 0xFF9DBB8A : 0xFF4A5F48;
    }

    public static int rail(Theme theme) {
        return theme == Theme.LIGHT ? 0xFF8E8A84 : 0xFF5A5E64;
    }

    /** All of a model of clay or card. */
    public static int clay(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFF3EFE9 : 0xFF9A9DA3;
    }

    /** Quay walls, plinths and other masonry of the ground. */
    public static int stone(Theme theme) {
        return theme == Theme.LIGHT ? 0xFFCFC8BC : 0xFF3A3E44;
    }

    /**
     * The colour of a surface.
     *
     * @param normalUp vertical component of its unit normal, which tells flat roofs from pitched ones
     */
    public static int of(Theme theme, LayerKind layer, SurfaceKind kind, float normalUp) {
        boolean light = theme == Theme.LIGHT;
        return switch (kind) {
            case WALL, OUTER_CEILING, CLOSURE -> layer == LayerKind.BRIDGES ? stone(theme) : light ? 0xFFF5F0E8 : 0xFF8B8F96;
            case ROOF, OUTER_FLOOR -> normalUp > FLAT ? light ? 0xFFD4D6D6 : 0xFF6F747B : light ? PITCHED_ROOF : PITCHED_ROOF_DARK;
            case GROUND -> light ? 0xFFDDD8CE : 0xFF1F2226;
            case WINDOW -> light ? 0xFF9FB1BA : 0xFF4A5F6C;
            case DOOR -> light ? 0xFFB08D6E : 0xFF5E5247;
            case WATER -> water(theme);
            case LAND, TERRAIN -> ground(theme);
            case STREET -> street(theme);
            case GREEN -> green(theme);
            case TREE -> tree(theme);
            case BRIDGE -> stone(theme);
            case RAIL -> rail(theme);
            case FURNITURE -> light ? 0xFFB9B4AA : 0xFF5E636A;
            case OTHER -> byLayer(theme, layer);
        };
    }

    private static int byLayer(Theme theme, LayerKind layer) {
        return switch (layer) {
            case TERRAIN, RELIEF, LAND_USE, AREAS, PLOTS -> ground(theme);
            case WATER -> water(theme);
            case GREEN -> green(theme);
            case TREES -> tree(theme);
            case STREETS, TRANSPORT -> street(theme);
            case RAIL -> rail(theme);
            case BRIDGES, TUNNELS -> stone(theme);
            default -> theme == Theme.LIGHT ? 0xFFE6E1D8 : 0xFF7B8087;
        };
    }
}
