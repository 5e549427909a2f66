package org.kvarter.importing.kml;

import java.util.LinkedHashMap;
import java.util.Map;

/** A placemark under way: what it says of itself and how it is drawn. One reading thread. */
final class Placemark {

    private static final int MOST_VALUES = 2_000;
    private static final int LONGEST_NAME = 80;

    final String id;
    /** The style written into it; its colours may stay 0. */
    final KmlStyles.Look own = new KmlStyles.Look();
    final Map<String, String> values = new LinkedHashMap<>();
    /** Address of its shared style, empty for none. */
    String style = "";

    Placemark(String id) {
        this.id = id;
    }

    /** Keeps the first value of a name that says something. */
    void set(String name, String value) {
        if (!value.isEmpty() && values.size() < MOST_VALUES) {
            values.putIfAbsent(name, value);
        }
    }

    /** What sentences call it. */
    String name() {
        String name = values.getOrDefault("name", id == null ? "" : id);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
