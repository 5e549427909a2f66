package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.model.NamedUnits;

/**
 * Flattens attributes: objects to dotted names, {@code {"value": …, "uom": …}} to a number with a unit, arrays to their JSON text.
 */
final class AttributeReader {

    /** Longest text kept of one value. */
    static final int MAX_TEXT = 10_000;

    private static final int MAX_LEVELS = 6;

    private static final JsonFactory GENERATORS = new JsonFactory();

    private AttributeReader() {
    }

    /** Reads the members of the object the parser stands on. */
    static void readAll(JsonParser p, AttributeRow into) throws IOException {
        readMembers(p, "", 0, into);
    }

    /** Reads one value under a name. */
    static void read(JsonParser p, String name, AttributeRow into) throws IOException {
        readValue(p, name, 0, into);
    }

    private static void readMembers(JsonParser p, String prefix, int level, AttributeRow into) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            readValue(p, prefix.isEmpty() ? name : prefix + name, level, into);
        }
    }

    private static void readValue(JsonParser p, String name, int level, AttributeRow into) throws IOException {
        switch (p.currentToken()) {
            case START_OBJECT -> {
                if (level >= MAX_LEVELS) {
                    into.attribute(name, jsonText(p), "");
                } else {
                    int first = into.names.size();
                    readMembers(p, name + ".", level + 1, into);
                    joinMeasure(name, first, into);
                }
            }
            case START_ARRAY -> into.attribute(name, jsonText(p), "");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> into.attribute(name, number(p), unitOf(name));
            case VALUE_TRUE -> into.attribute(name, Boolean.TRUE, "");
            case VALUE_FALSE -> into.attribute(name, Boolean.FALSE, "");
            case VALUE_STRING -> into.attribute(name, cut(p.getText()), "");
            default -> { }
        }
    }

    private static Object number(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            Number value = p.getNumberValue();
            return value instanceof BigInteger ? cut(value.toString()) : (Object) value.longValue();
        }
        double value = p.getDoubleValue();
        return Double.isFinite(value) ? (Object) value : null;
    }

    /** CityJSON's way to write a number with a unit of measure. */
    private static void joinMeasure(String name, int first, AttributeRow into) {
        if (into.names.size() != first + 2) {
            return;
        }
        int value = into.names.get(first).equals(name + ".value") ? first : first + 1;
        int unit = 2 * first + 1 - value;
        if (into.names.get(value).equals(name + ".value") && into.names.get(unit).equals(name + ".uom")
                && into.values.get(value) instanceof Number number) {
            String text = String.valueOf(into.values.get(unit));
            for (int last = first + 1; last >= first; last--) {
                into.names.remove(last);
                into.values.remove(last);
                into.units.remove(last);
            }
            into.attribute(name, number, text);
        }
    }

    /** Units the standard lays down (CityGML's measuredHeight is a length, which CityJSON gives in metres) or the name ends with. */
    private static String unitOf(String name) {
        return switch (name) {
            case "measuredHeight" -> "m";
            default -> NamedUnits.of(name);
        };
    }

    private static String jsonText(JsonParser p) throws IOException {
        BoundedWriter text = new BoundedWriter();
        try (JsonGenerator out = GENERATORS.createGenerator(text)) {
            out.copyCurrentStructure(p);
        }
        return cut(text.toString());
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }

    /** Keeps a little more than {@link #MAX_TEXT} and lets the rest pass by. */
    private static final class BoundedWriter extends StringWriter {

        @Override
        public void write(char[] chars, int offset, int length) {
            super.write(chars, offset, Math.min(length, Math.max(0, MAX_TEXT + 1 - getBuffer().length())));
        }
    }
}
