package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/** Lenient reading of single values: what is not of the expected type becomes a value that later checks turn down. */
final class Json {

    /** Deepest nesting taken; CityJSON itself needs about a dozen levels. */
    static final int MAX_DEPTH = 200;

    private Json() {
    }

    /** A factory whose parsers bear NaN, and refuse absurd nesting. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                .build();
    }

    /** A non-negative index; {@link Integer#MIN_VALUE} for anything else. */
    static int index(JsonParser p) throws IOException {
        try {
            if (p.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                int value = p.getIntValue();
                return value >= 0 ? value : Integer.MIN_VALUE;
            }
            if (p.currentToken() == JsonToken.VALUE_STRING) {
                int value = Integer.parseInt(p.getText().trim());
                return value >= 0 ? value : Integer.MIN_VALUE;
            }
        } catch (InputCoercionException | NumberFormatException e) {
            return Integer.MIN_VALUE;
        }
        p.skipChildren();
        return Integer.MIN_VALUE;
    }

    /** A number, also one written as text; NaN for anything else. */
    static double number(JsonParser p) throws IOException {
        try {
            if (p.currentToken().isNumeric()) {
                return p.getDoubleValue();
            }
            if (p.currentToken() == JsonToken.VALUE_STRING && p.getTextLength() < 64) {
                return Double.parseDouble(p.getText().trim());
            }
        } catch (InputCoercionException | NumberFormatException e) {
            return Double.NaN;
        }
        p.skipChildren();
        return Double.NaN;
    }

    /**
     * What the parser stands on as people read it: {@code men: 49.5, women: 50.5}; names of nested objects are joined by dots.
     *
     * @param length at which the rest is left out, characters
     */
    static String words(JsonParser p, int length) throws IOException {
        StringBuilder words = new StringBuilder();
        words(p, "", length, words);
        return words.length() > length ? words.substring(0, length) + "…" : words.toString();
    }

    private static void words(JsonParser p, String name, int length, StringBuilder into) throws IOException {
        if (into.length() > length) {
            p.skipChildren();
        } else if (p.currentToken() == JsonToken.START_OBJECT) {
            for (String member; (member = p.nextFieldName()) != null;) {
                p.nextToken();
                words(p, name.isEmpty() ? member : name + "." + member, length, into);
            }
        } else if (p.currentToken() == JsonToken.START_ARRAY) {
            while (p.nextToken() != JsonToken.END_ARRAY) {
                words(p, name, length, into);
            }
        } else {
            into.append(into.length() == 0 ? "" : ", ").append(name.isEmpty() ? "" : name + ": ").append(p.getText());
        }
    }

    /** The text of a scalar as written, empty for null, objects and arrays. */
    static String text(JsonParser p) throws IOException {
        if (p.currentToken().isScalarValue()) {
            return p.currentToken() == JsonToken.VALUE_NULL ? "" : p.getText();
        }
        p.skipChildren();
        return "";
    }

    /** Exactly {@code count} numbers in an array, NaN where one is missing or not a number; {@code null} if there is no array. */
    static double[] numbers(JsonParser p, int count) throws IOException {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            p.skipChildren();
            return null;
        }
        double[] values = new double[count];
        java.util.Arrays.fill(values, Double.NaN);
        for (int i = 0; p.nextToken() != JsonToken.END_ARRAY; i++) {
            requireMore(p);
            double value = number(p);
            if (i < count) {
                values[i] = value;
            }
        }
        return values;
    }

    /** Whether an object starts here; anything else is skipped. */
    static boolean startsObject(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        p.skipChildren();
        return false;
    }

    /** Whether an array starts here; anything else is skipped. */
    static boolean startsArray(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        p.skipChildren();
        return false;
    }

    /** Ends a loop over tokens when the input has ended: Jackson itself throws only from within a value. */
    static void requireMore(JsonParser p) throws IOException {
        if (p.currentToken() == null) {
            throw new com.fasterxml.jackson.core.io.JsonEOFException(p, null, "unexpected end");
        }
    }
}
