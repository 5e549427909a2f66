package org.kvarter.importing.citygml;

import java.io.IOException;
import org.kvarter.importing.city.AttributeRow;

/**
 * Generic attributes: {@code stringAttribute} and its kin, which hold a value (CityGML 1.0, 2.0), or {@code genericAttribute} around an
 * object with name and value (3.0). Sets give their names to what is in them: {@code Set.name}.
 */
final class GenericAttributes {

    private static final int DEEPEST = 6;

    private GenericAttributes() {
    }

    /** Whether a property is one of these. */
    static boolean isOne(String name) {
        return switch (name) {
            case "stringAttribute", "intAttribute", "doubleAttribute", "dateAttribute", "uriAttribute", "measureAttribute",
                    "genericAttributeSet", "genericAttribute" -> true;
            default -> false;
        };
    }

    /** Reads the property at hand and goes past it. */
    static void read(Xml x, AttributeRow into) throws IOException {
        read(x, "", 0, into);
    }

    private static void read(Xml x, String prefix, int level, AttributeRow into) throws IOException {
        String kind = x.name();
        String name = x.attribute("name");
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "value" -> {
                    String unit = Values.unit(x.attribute("uom"));
                    put(into, prefix, name, value(kind, x.text()), unit);
                }
                case "name" -> name = x.text();
                default -> {
                    if (level >= DEEPEST) {
                        continue;
                    }
                    boolean inSet = kind.endsWith("Set");
                    read(x, inSet && name != null && !name.isBlank() ? prefix + name.strip() + "." : prefix, level + 1, into);
                }
            }
        }
    }

    private static void put(AttributeRow into, String prefix, String name, Object value, String unit) {
        if (name != null && !name.isBlank()) {
            into.attribute(prefix + name.strip(), value, unit);
        }
    }

    private static Object value(String kind, String text) {
        return switch (kind) {
            case "intAttribute", "doubleAttribute", "measureAttribute", "IntAttribute", "DoubleAttribute", "MeasureAttribute" ->
                    text.isEmpty() ? null : Values.number(text);
            default -> text.isEmpty() ? null : text;
        };
    }
}
