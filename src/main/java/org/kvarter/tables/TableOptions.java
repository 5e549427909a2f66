package org.kvarter.tables;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How a file is to be read, as far as it is not to be recognised. Every source says with which options it was read, so that opening again
 * with them reads the same. Immutable.
 *
 * @param values by the names below; unknown ones are kept and without effect
 */
public record TableOptions(Map<String, String> values) {

    /** Nothing said: recognise. */
    public static final TableOptions RECOGNISE = new TableOptions(Map.of());

    /** Name of an encoding, as {@code UTF-8}. */
    public static final String CHARSET = "charset";
    /** One character between cells, or {@code TAB}. */
    public static final String DELIMITER = "delimiter";
    /** {@code true} where {@code 1,5} is one and a half. */
    public static final String DECIMAL_COMMA = "decimalComma";
    /** First header row, from 0. */
    public static final String HEADER_ROW = "headerRow";
    /** Number of header rows, 0 for none. */
    public static final String HEADER_ROWS = "headerRows";
    /** Zone of local times that the format states ({@code UTC}, {@code +01:00}, {@code Europe/Stockholm}). */
    public static final String ZONE = "zone";
    /** {@code start} or {@code end}: what part of an interval the format's times name. */
    public static final String LABEL = "label";
    /** Year to which a typical year is moved. */
    public static final String YEAR = "year";

    public TableOptions {
        // recipes on disk leave out what is empty
        values = values == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The same with one value set; an empty one is taken away. */
    public TableOptions with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new TableOptions(changed);
    }

    /** A value; empty where nothing is said. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** A whole number; empty where nothing or no number is said. */
    public OptionalInt number(String name) {
        String text = get(name);
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
