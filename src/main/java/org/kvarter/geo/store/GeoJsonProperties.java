package org.kvarter.geo.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The properties of one feature: nested objects flattened to dotted names, arrays as JSON text, nulls left out. */
final class GeoJsonProperties {

    private static final int FLATTENED_LEVELS = 4;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> values = new LinkedHashMap<>();
    private String repeated;

    void clear() {
        values.clear();
        repeated = null;
    }

    Map<String, Object> values() {
        return values;
    }

    Optional<String> repeated() {
        return Optional.ofNullable(repeated);
    }

    /** Reads an object whose start is the current token. */
    void read(JsonParser parser) throws IOException {
        object(parser, "", 1);
    }

    private void object(JsonParser parser, String prefix, int level) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && level < FLATTENED_LEVELS) {
                object(parser, name + ".", level + 1);
                continue;
            }
            Object value = value(parser, token);
            if (value != null && values.put(name, value) != null) {
                repeated = name;
            }
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
                case INT, LONG -> (Object) parser.getLongValue();
                default -> parser.getText();
            };
            case VALUE_NUMBER_FLOAT -> {
                double number = parser.getDoubleValue();
                yield Double.isFinite(number) ? (Object) number : null;
            }
            case START_ARRAY, START_OBJECT -> json(parser);
            default -> bounded(parser.getText());
        };
    }

    private static String json(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return bounded(text.toString());
    }

    private static String bounded(String text) {
        return text.length() > StoreLimits.MAX_TEXT ? text.substring(0, StoreLimits.MAX_TEXT) : text;
    }
}
