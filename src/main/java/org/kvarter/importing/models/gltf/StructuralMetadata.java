package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kvarter.importing.models.ModelLayer;

/**
 * The property tables of EXT_structural_metadata: texts, numbers, truth values and enumerations by feature. Arrays, vectors and property
 * textures are left out. Source: Cesium, 3D Metadata Specification 1.0, binary table format.
 */
final class StructuralMetadata {

    private static final int LONGEST_TEXT = 1_000;

    private final GltfDocument document;
    private final JsonNode extension;
    private final Map<Integer, FeatureValues> tables = new HashMap<>();

    StructuralMetadata(GltfDocument document) {
        this.document = document;
        this.extension = document.root().path("extensions").path("EXT_structural_metadata");
    }

    /** A table by number; without values where there is none. */
    FeatureValues table(int number) {
        return tables.computeIfAbsent(number, n -> {
            JsonNode table = extension.path("propertyTables").path(n);
            return n >= 0 && table.isObject() ? new Table(table) : FeatureValues.NONE;
        });
    }

    private final class Table implements FeatureValues {
        private final JsonNode table;
        private final JsonNode types;
        private final int count;
        private final Map<String, ByteBuffer> views = new HashMap<>();

        Table(JsonNode table) {
            this.table = table;
            this.count = table.path("count").asInt(0);
            this.types = extension.path("schema").path("classes").path(table.path("class").asText()).path("properties");
        }

        @Override
        public String name(int feature) throws IOException {
            for (Map.Entry<String, JsonNode> type : types.properties()) {
                String semantic = type.getValue().path("semantic").asText();
                String key = type.getKey().toLowerCase(Locale.ROOT);
                if (semantic.equals("NAME") || semantic.equals("ID") || key.equals("name") || key.equals("id") || key.equals("gmlid")) {
                    Object value = value(type.getKey(), feature);
                    if (value != null && !value.toString().isBlank()) {
                        return value.toString();
                    }
                }
            }
            return "";
        }

        @Override
        public void describe(int feature, ModelLayer layer, int row) throws IOException {
            for (Map.Entry<String, JsonNode> property : table.path("properties").properties()) {
                Object value = value(property.getKey(), feature);
                if (value != null) {
                    layer.attribute(row, property.getKey(), value);
                }
            }
        }

        private Object value(String name, int feature) throws IOException {
            JsonNode type = types.path(name);
            JsonNode property = table.path("properties").path(name);
            if (feature < 0 || feature >= count || !property.isObject() || type.path("array").asBoolean(false)) {
                return null;
            }
            ByteBuffer values = view(name, property.path("values").asInt(-1));
            return switch (type.path("type").asText()) {
                case "STRING" -> text(name, property, values, feature);
                case "BOOLEAN" -> feature / 8 < values.limit() ? (values.get(feature / 8) >> feature % 8 & 1) == 1 : null;
                case "SCALAR" -> plain(number(values, feature, type.path("componentType").asText()), type);
                case "ENUM" -> enumeration(values, feature, extension.path("schema").path("enums").path(type.path("enumType").asText()));
                default -> null;
            };
        }

        private ByteBuffer view(String key, int number) throws IOException {
            ByteBuffer known = views.get(key);
            if (known == null) {
                known = document.view(number);
                views.put(key, known);
            }
            return known;
        }

        private String text(String name, JsonNode property, ByteBuffer values, int feature) throws IOException {
            ByteBuffer offsets = view(name + "\0offsets", property.path("stringOffsets").asInt(-1));
            String type = property.path("stringOffsetType").asText("UINT32");
            Number from = number(offsets, feature, type);
            Number to = number(offsets, feature + 1, type);
            if (from == null || to == null || from.longValue() < 0 || to.longValue() < from.longValue() || to.longValue() > values.limit()) {
                return null;
            }
            byte[] bytes = new byte[(int) Math.min(LONGEST_TEXT, to.longValue() - from.longValue())];
            values.get(from.intValue(), bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private Object enumeration(ByteBuffer values, int feature, JsonNode type) {
            Number value = number(values, feature, type.path("valueType").asText("UINT16"));
            for (JsonNode entry : type.path("values")) {
                if (value != null && entry.path("value").asLong() == value.longValue()) {
                    return entry.path("name").asText();
                }
            }
            return null;
        }

        /** A number by its scale and offset; one that means that there is none becomes {@code null}. */
        private Object plain(Number value, JsonNode type) {
            if (value == null || type.has("noData") && value.doubleValue() == type.path("noData").asDouble()) {
                return null;
            }
            return type.has("scale") || type.has("offset")
                    ? (Object) (value.doubleValue() * type.path("scale").asDouble(1) + type.path("offset").asDouble(0)) : value;
        }
    }

    private static Number number(ByteBuffer in, int index, String type) {
        int size = switch (type) {
            case "INT8", "UINT8" -> 1;
            case "INT16", "UINT16" -> 2;
            case "INT32", "UINT32", "FLOAT32" -> 4;
            case "INT64", "UINT64", "FLOAT64" -> 8;
            default -> 0;
        };
        if (size == 0 || (long) (index + 1L) * size > in.limit()) {
            return null;
        }
        int at = index * size;
        return switch (type) {
            case "INT8" -> (long) in.get(at);
            case "UINT8" -> in.get(at) & 0xFFL;
            case "INT16" -> (long) in.getShort(at);
            case "UINT16" -> in.getShort(at) & 0xFFFFL;
            case "INT32" -> (long) in.getInt(at);
            case "UINT32" -> in.getInt(at) & 0xFFFFFFFFL;
            case "FLOAT32" -> (Number) (double) in.getFloat(at);
            case "FLOAT64" -> (Number) in.getDouble(at);
            default -> in.getLong(at);
        };
    }
}
