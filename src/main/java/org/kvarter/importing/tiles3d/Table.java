package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.gltf.FeatureValues;

/**
 * A feature table or a batch table: properties as lists in JSON, or as runs of numbers in the binary body. Bytes are not copied.
 *
 * @param json   the head; missing where there is no table
 * @param binary the body, little-endian
 */
record Table(JsonNode json, ByteBuffer binary) implements FeatureValues {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_TEXT = 1_000;
    private static final Set<String> NAMES = Set.of("name", "id", "gmlid", "gml_id", "gml:id", "identificatie", "building_id", "globalid");

    static Table of(ByteBuffer head, ByteBuffer body) throws IOException {
        if (!head.hasRemaining()) {
            return new Table(MissingNode.getInstance(), body.order(ByteOrder.LITTLE_ENDIAN));
        }
        byte[] text = new byte[head.remaining()];
        head.get(text);
        try {
            return new Table(MAPPER.readTree(text), body.order(ByteOrder.LITTLE_ENDIAN));
        } catch (JsonProcessingException e) {
            throw new DamagedModelException("table", e);
        }
    }

    /** A count or another single whole number. */
    int integer(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    /** Three numbers in the head, such as RTC_CENTER; {@code null} where there are none. */
    double[] three(String name) {
        JsonNode list = json.path(name);
        if (list.has("byteOffset")) {
            return floats(name, 3, 1) == null ? null : new double[] {floats(name, 3, 1)[0], floats(name, 3, 1)[1], floats(name, 3, 1)[2]};
        }
        return list.size() == 3 ? new double[] {list.path(0).asDouble(), list.path(1).asDouble(), list.path(2).asDouble()} : null;
    }

    boolean has(String name) {
        return json.has(name);
    }

    /** Floats of the binary body; {@code null} where the property is not there or the body too short. */
    float[] floats(String name, int components, int count) {
        long offset = json.path(name).path("byteOffset").asLong(-1);
        if (offset < 0 || count < 0 || offset + 4L * components * count > binary.limit()) {
            return null;
        }
        float[] values = new float[components * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = binary.getFloat((int) offset + 4 * i);
        }
        return values;
    }

    /** Unsigned shorts of the binary body; as {@link #floats}. */
    int[] shorts(String name, int components, int count) {
        long offset = json.path(name).path("byteOffset").asLong(-1);
        if (offset < 0 || count < 0 || offset + 2L * components * count > binary.limit()) {
            return null;
        }
        int[] values = new int[components * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = binary.getShort((int) offset + 2 * i) & 0xFFFF;
        }
        return values;
    }

    @Override
    public String name(int feature) {
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            if (NAMES.contains(property.getKey().toLowerCase(Locale.ROOT))) {
                Object value = value(property.getValue(), feature);
                if (value != null && !value.toString().isBlank()) {
                    return value.toString();
                }
            }
        }
        return "";
    }

    @Override
    public void describe(int feature, ModelLayer layer, int row) {
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            Object value = value(property.getValue(), feature);
            if (value != null && !property.getKey().equals("extensions") && property.getKey().length() < 200) {
                layer.attribute(row, property.getKey(), value);
            }
        }
    }

    private Object value(JsonNode property, int feature) {
        if (feature < 0) {
            return null;
        }
        if (property.isArray()) {
            JsonNode value = property.path(feature);
            if (value.isTextual()) {
                return value.asText().length() > LONGEST_TEXT ? value.asText().substring(0, LONGEST_TEXT) : value.asText();
            }
            return value.isBoolean() ? (Object) value.asBoolean() : value.isIntegralNumber() ? (Object) value.asLong()
                    : value.isNumber() ? (Object) value.asDouble() : null;
        }
        return property.path("type").asText("SCALAR").equals("SCALAR") ? binary(property, feature) : null;
    }

    private Object binary(JsonNode property, int feature) {
        long offset = property.path("byteOffset").asLong(-1);
        String type = property.path("componentType").asText();
        int size = switch (type) {
            case "BYTE", "UNSIGNED_BYTE" -> 1;
            case "SHORT", "UNSIGNED_SHORT" -> 2;
            case "INT", "UNSIGNED_INT", "FLOAT" -> 4;
            case "DOUBLE" -> 8;
            default -> 0;
        };
        long at = offset + (long) size * feature;
        if (offset < 0 || size == 0 || at + size > binary.limit()) {
            return null;
        }
        int i = (int) at;
        return switch (type) {
            case "BYTE" -> (Object) (long) binary.get(i);
            case "UNSIGNED_BYTE" -> (Object) (binary.get(i) & 0xFFL);
            case "SHORT" -> (Object) (long) binary.getShort(i);
            case "UNSIGNED_SHORT" -> (Object) (binary.getShort(i) & 0xFFFFL);
            case "INT" -> (Object) (long) binary.getInt(i);
            case "UNSIGNED_INT" -> (Object) (binary.getInt(i) & 0xFFFFFFFFL);
            case "FLOAT" -> (Object) (double) binary.getFloat(i);
            default -> (Object) binary.getDouble(i);
        };
    }
}
