package org.kvarter.importing.osm;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Colours in tags: {@code #rgb}, {@code #rrggbb} and the names of CSS that the tags use. Stateless. */
final class Colours {

    private static final int OPAQUE = 0xFF000000;
    private static final Map<String, Integer> NAMES = new HashMap<>();

    static {
        String table = "white ffffff black 000000 grey 808080 gray 808080 silver c0c0c0 red ff0000 maroon 800000 yellow ffff00 olive 808000 "
                + "lime 00ff00 green 008000 aqua 00ffff cyan 00ffff teal 008080 blue 0000ff navy 000080 fuchsia ff00ff magenta ff00ff "
                + "purple 800080 brown a52a2a beige f5f5dc orange ffa500 pink ffc0cb tan d2b48c gold ffd700 ivory fffff0 khaki f0e68c "
                + "lightgrey d3d3d3 lightgray d3d3d3 darkgrey a9a9a9 darkgray a9a9a9 dimgrey 696969 dimgray 696969 slategrey 708090 "
                + "slategray 708090 lightblue add8e6 darkblue 00008b lightgreen 90ee90 darkgreen 006400 darkred 8b0000 firebrick b22222 "
                + "indianred cd5c5c salmon fa8072 lightsalmon ffa07a coral ff7f50 tomato ff6347 chocolate d2691e sienna a0522d peru cd853f "
                + "saddlebrown 8b4513 sandybrown f4a460 burlywood deb887 wheat f5deb3 cornsilk fff8dc lightyellow ffffe0 antiquewhite faebd7 "
                + "linen faf0e6 oldlace fdf5e6 bisque ffe4c4 moccasin ffe4b5 navajowhite ffdead peachpuff ffdab9 rosybrown bc8f8f "
                + "steelblue 4682b4 skyblue 87ceeb royalblue 4169e1 darkorange ff8c00 darkkhaki bdb76b palegreen 98fb98 seagreen 2e8b57 "
                + "olivedrab 6b8e23 forestgreen 228b22 turquoise 40e0d0 crimson dc143c gainsboro dcdcdc whitesmoke f5f5f5 snow fffafa "
                + "lightslategray 778899 lightslategrey 778899 darkslategray 2f4f4f darkslategrey 2f4f4f palegoldenrod eee8aa goldenrod daa520 "
                + "darkgoldenrod b8860b lavender e6e6fa floralwhite fffaf0 mistyrose ffe4e1 blanchedalmond ffebcd lemonchiffon fffacd";
        String[] words = table.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            NAMES.put(words[i], OPAQUE | Integer.parseInt(words[i + 1], 16));
        }
    }

    private Colours() {
    }

    /** ARGB of a colour; 0 where there is none or it is not known. */
    static int argb(String text) {
        if (text == null || text.length() > 40) {
            return 0;
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.matches("#[0-9a-f]{6}")) {
            return OPAQUE | Integer.parseInt(plain.substring(1), 16);
        }
        if (plain.matches("#[0-9a-f]{3}")) {
            int rgb = Integer.parseInt(plain.substring(1), 16);
            return OPAQUE | (rgb >> 8 & 0xF) * 0x110000 | (rgb >> 4 & 0xF) * 0x1100 | (rgb & 0xF) * 0x11;
        }
        return NAMES.getOrDefault(plain.replaceAll("[ _-]", ""), 0);
    }
}
