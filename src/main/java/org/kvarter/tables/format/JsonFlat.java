package org.kvarter.tables.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values and records of JSON as cells: nested objects flattened with dots, short lists of values with their numbers. Stateless. */
final class JsonFlat {

    /** Longer lists are no part of a row. */
    private static final int SHORT = 4;
    /** Fields of a record beyond this are left out. */
    static final int MOST_FIELDS = 5_000;

    private JsonFlat() {
    }

    /** The record that begins at the parser's {@code START_OBJECT}; afterwards the parser stands at its end. */
    static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> flat = new LinkedHashMap<>();
        object(json, "", flat);
        return flat;
    }

    private static void object(JsonParser json, String prefix, Map<String, Object> flat) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(json, name + ".", flat);
            } else if (token == JsonToken.START_ARRAY) {
                list(json, name, flat);
            } else if (flat.size() < MOST_FIELDS) {
                flat.put(name, scalar(json));
            }
        }
    }

    private static void list(JsonParser json, String name, Map<String, Object> flat) throws IOException {
        List<Object> values = new ArrayList<>();
        boolean plain = true;
        for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token.isStructStart()) {
                json.skipChildren();
                plain = false;
            } else if (values.size() <= SHORT) {
                values.add(scalar(json));
            }
        }
        if (plain && values.size() <= SHORT) {
            for (int i = 0; i < values.size() && flat.size() < MOST_FIELDS; i++) {
                flat.put(values.size() == 1 ? name : name + "." + i, values.get(i));
            }
        }
    }

    /** The value at the parser. */
    static Object scalar(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? (Object) json.getDoubleValue() : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> {
                double value = json.getDoubleValue();
                yield Double.isFinite(value) ? value : null;
            }
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> json.getText().isBlank() ? null : json.getText();
            default -> null;
        };
    }
}
