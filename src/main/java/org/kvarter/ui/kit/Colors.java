package org.kvarter.ui.kit;

import java.util.List;
import javafx.scene.paint.Color;
import org.kvarter.model.LayerKind;

/** Packed colours and the toolkit's, and the palette people choose a layer's colour from. */
public final class Colors {

    /** Quiet colours that sit well on the light and the dark table; opaque ARGB. */
    public static final List<Integer> PALETTE = List.of(0xFFF5F0E8, 0xFFD4D6D6, 0xFF8E8A84, 0xFFCC7861, 0xFFE0A458, 0xFFC9DDB8, 0xFF7FA36B,
            0xFFA9CBE0, 0xFF5B8DB8, 0xFF0B7A75, 0xFF8C6BA8, 0xFFB5476B);

    private Colors() {
    }

    /** The toolkit's colour. */
    public static Color of(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
    }

    /** Packed, opaque. */
    public static int argb(Color color) {
        return 0xFF000000 | (int) Math.round(color.getRed() * 255) << 16 | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    /** As style sheets write it. */
    public static String css(int argb) {
        return String.format("#%06x", argb & 0xFFFFFF);
    }

    /** The colour that stands for a layer in a list: its own, or that of its kind. */
    public static int of(org.kvarter.model.Layer layer) {
        return layer instanceof org.kvarter.model.FlowLayer flow ? flow.argb() : ofKind(layer.kind());
    }

    /** The colour that stands for a kind of layer in a list: that of its most typical surface. */
    public static int ofKind(LayerKind kind) {
        return switch (kind) {
            case TERRAIN, RELIEF, IMAGE, AREAS, SPACES, OTHER -> 0xFFE9E6DF;
            case WATER -> 0xFFA9CBE0;
            case LAND_USE, GREEN -> 0xFFC9DDB8;
            case TREES -> 0xFF9DBB8A;
            case STREETS, TRANSPORT -> 0xFFF7F5F1;
            case RAIL, LINES, TUNNELS, FURNITURE -> 0xFF8E8A84;
            case PLOTS -> 0xFFE4D9C4;
            case POINTS, STOPS, STATIONS, ROUTES, MOVEMENT, FLOWS, SENSORS -> 0xFF0B7A75;
            case BRIDGES -> 0xFFD4D6D6;
            case BUILDINGS, BUILDING_ELEMENTS -> 0xFFCC7861;
        };
    }
}
