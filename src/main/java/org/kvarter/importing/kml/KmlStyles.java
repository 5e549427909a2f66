package org.kvarter.importing.kml;

import java.util.HashMap;
import java.util.Map;

/**
 * The colours of a document's shared styles. KML writes colours as {@code aabbggrr}, and styles may come behind the placemarks that use
 * them. One reading thread.
 */
final class KmlStyles {

    private static final int MOST_STEPS = 5;

    /** Colours of points, lines and areas as {@code #RRGGBB}; {@code null} where a style has none. */
    static final class Look {
        private final String[] colours = new String[3];
        private boolean unfilled;

        /** The colour of geometries of a dimension (0 points, 1 lines, 2 areas); an area that is not filled has its outline's. */
        String colour(int dimension) {
            return dimension == 2 && (unfilled || colours[2] == null) && colours[1] != null ? colours[1] : unfilled && dimension == 2 ? null
                    : colours[dimension];
        }
    }

    private final Map<String, Look> looks = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private Look current = new Look();
    private String mapId = "";
    private String key = "";
    private String url = "";

    /** A style begins; of a placemark where {@code own} is given. */
    void begin(String id, Look own) {
        current = own == null ? new Look() : own;
        mapId = id == null ? "" : id;
        if (own == null && id != null) {
            looks.put(id, current);
        }
    }

    void end(String element, String parent, String text) {
        switch (element) {
            case "color" -> {
                int of = switch (parent) {
                    case "IconStyle" -> 0;
                    case "LineStyle" -> 1;
                    case "PolyStyle" -> 2;
                    default -> -1;
                };
                if (of >= 0) {
                    current.colours[of] = rgb(text);
                }
            }
            case "fill" -> current.unfilled = text.equals("0") || text.equals("false");
            case "key" -> key = text;
            case "styleUrl" -> url = text;
            case "Pair" -> {
                if (key.equals("normal") && !mapId.isEmpty()) {
                    aliases.put(mapId, url);
                }
            }
            default -> {
            }
        }
    }

    /** The colour of a placemark's geometry of a dimension, {@code null} where it has none of its own. */
    String colour(Look own, String styleUrl, int dimension) {
        String colour = own.colour(dimension);
        String id = fragment(styleUrl);
        for (int step = 0; step < MOST_STEPS && aliases.containsKey(id); step++) {
            id = fragment(aliases.get(id));
        }
        return colour != null || !looks.containsKey(id) ? colour : looks.get(id).colour(dimension);
    }

    private static String fragment(String url) {
        return url.substring(url.indexOf('#') + 1);
    }

    /** {@code aabbggrr} as {@code #RRGGBB}; {@code null} for anything else. */
    static String rgb(String text) {
        String hex = text.startsWith("#") ? text.substring(1) : text;
        return hex.matches("[0-9A-Fa-f]{8}") ? ("#" + hex.substring(6, 8) + hex.substring(4, 6) + hex.substring(2, 4)).toUpperCase(java.util.Locale.ROOT)
                : null;
    }
}
