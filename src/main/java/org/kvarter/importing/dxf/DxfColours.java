package org.kvarter.importing.dxf;

/** AutoCAD's colour index (ACI): 1–9 named colours, 10–249 twenty-four hues in five shades and two tints, 250–255 greys. Stateless. */
final class DxfColours {

    /** As the block that holds it. */
    static final int BY_BLOCK = 0;
    /** As its layer. */
    static final int BY_LAYER = 256;
    private static final int FOREGROUND = 7;

    private static final int[] NAMED = {0, 0xFF0000, 0xFFFF00, 0x00FF00, 0x00FFFF, 0x0000FF, 0xFF00FF, 0xFFFFFF, 0x808080, 0xC0C0C0};
    private static final int[] SHADES = {255, 165, 127, 76, 38};
    private static final int[] GREYS = {0x333333, 0x5B5B5B, 0x848484, 0xADADAD, 0xD6D6D6, 0xFFFFFF};

    private DxfColours() {
    }

    /** {@code #RRGGBB} of an index; {@code null} for the foreground, which is black or white as the background is not, and for what is none. */
    static String colour(int index) {
        if (index < 1 || index == FOREGROUND || index > 255) {
            return null;
        }
        if (index < 10) {
            return hex(NAMED[index]);
        }
        if (index >= 250) {
            return hex(GREYS[index - 250]);
        }
        int shade = SHADES[index % 10 / 2];
        int least = index % 2 == 0 ? 0 : shade / 2;
        double hue = (index / 10 - 1) * 15 / 60.0;
        return hex(channel(hue, 5, shade, least) << 16 | channel(hue, 3, shade, least) << 8 | channel(hue, 1, shade, least));
    }

    /** {@code #RRGGBB} of a true colour, group 420. */
    static String trueColour(int rgb) {
        return hex(rgb & 0xFFFFFF);
    }

    private static int channel(double hue, int n, int most, int least) {
        double k = (n + hue) % 6;
        return (int) Math.round(most - (most - least) * Math.max(0, Math.min(1, Math.min(k, 4 - k))));
    }

    private static String hex(int rgb) {
        return String.format("#%06X", rgb);
    }
}
