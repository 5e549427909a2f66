package org.kvarter.scene.ground;

import java.util.Locale;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.VectorLayer;

/** Looks up what a feature says of itself under the names that are usual. Stateless. */
final class Attributes {

    private static final String[] CATEGORY = {"kind", "class", "type", "fclass", "highway", "landuse", "natural", "leisure", "surface"};

    private Attributes() {
    }

    /** The first number under one of the names, upper or lower case; NaN for none. */
    static double number(VectorLayer layer, int row, String... names) {
        for (String name : names) {
            AttributeColumn column = column(layer, name);
            if (column != null) {
                double value = column.number(row);
                if (!Double.isNaN(value)) {
                    return value;
                }
            }
        }
        return Double.NaN;
    }

    /** The first text under one of the names, in lower case; empty for none. */
    static String text(VectorLayer layer, int row, String... names) {
        for (String name : names) {
            AttributeColumn column = column(layer, name);
            if (column != null && column.value(row) instanceof String text && !text.isBlank()) {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    /** What a feature is, in the words of its source; empty where it does not say. */
    static String category(VectorLayer layer, int row) {
        return text(layer, row, CATEGORY);
    }

    /** A colour {@code #RRGGBB}; 0 for none. */
    static int colour(VectorLayer layer, int row) {
        String text = text(layer, row, "color", "colour");
        try {
            return text.length() == 7 && text.charAt(0) == '#' ? 0xFF000000 | Integer.parseInt(text.substring(1), 16) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static AttributeColumn column(VectorLayer layer, String name) {
        for (AttributeColumn column : layer.features().attributes().columns()) {
            if (column.name().equalsIgnoreCase(name)) {
                return column;
            }
        }
        return null;
    }
}
