package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.kvarter.importing.models.DamagedModelException;

/**
 * The values of an accessor. The array is not copied.
 *
 * @param components numbers of an element: 1 for SCALAR … 16 for MAT4
 * @param values     components × count numbers; normalised integers are shares already
 */
public record Accessor(int components, float[] values) {

    private static final int BYTE = 5120;
    private static final int UNSIGNED_BYTE = 5121;
    private static final int SHORT = 5122;
    private static final int UNSIGNED_SHORT = 5123;
    private static final int UNSIGNED_INT = 5125;
    private static final int FLOAT = 5126;

    public int count() {
        return values.length / components;
    }

    public float get(int element, int component) {
        return values[components * element + component];
    }

    /**
     * Reads an accessor.
     *
     * @throws DamagedModelException where there is none of that number or its bytes do not bear it out
     */
    public static Accessor read(GltfDocument document, int number) throws IOException {
        JsonNode accessor = document.entry("accessors", number);
        int components = components(accessor.path("type").asText());
        int type = accessor.path("componentType").asInt();
        int count = count(accessor, number);
        if (components == 0 || size(type) == 0) {
            throw new DamagedModelException("accessor " + number);
        }
        boolean normalised = accessor.path("normalized").asBoolean(false);
        document.budget().claim(4L * components * count);
        float[] values = new float[components * count];
        if (accessor.has("bufferView")) {
            fill(document, accessor, number, components, type, normalised, values);
        }
        JsonNode sparse = accessor.path("sparse");
        if (sparse.isObject()) {
            patch(document, sparse, number, components, type, normalised, values);
        }
        return new Accessor(components, values);
    }

    /**
     * The whole numbers of a scalar accessor, such as vertex numbers, exactly.
     *
     * @throws DamagedModelException as {@link #read}, or where it holds no whole numbers
     */
    public static int[] integers(GltfDocument document, int number) throws IOException {
        JsonNode accessor = document.entry("accessors", number);
        int type = accessor.path("componentType").asInt();
        int count = count(accessor, number);
        if (!accessor.path("type").asText().equals("SCALAR") || size(type) == 0) {
            throw new DamagedModelException("accessor " + number);
        }
        if (!accessor.has("bufferView") || accessor.has("sparse") || type == FLOAT) {
            Accessor plain = read(document, number);
            int[] rounded = new int[count];
            for (int i = 0; i < count; i++) {
                rounded[i] = Math.round(plain.values[i]);
            }
            return rounded;
        }
        ByteBuffer view = document.view(accessor.path("bufferView").asInt());
        int stride = stride(document, accessor, size(type));
        long offset = offset(accessor, number, view, stride, size(type), count);
        document.budget().claim(4L * count);
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = integer(view, (int) offset + i * stride, type);
        }
        return values;
    }

    private static int integer(ByteBuffer in, int at, int type) {
        return switch (type) {
            case BYTE -> in.get(at);
            case UNSIGNED_BYTE -> in.get(at) & 0xFF;
            case SHORT -> in.getShort(at);
            case UNSIGNED_SHORT -> in.getShort(at) & 0xFFFF;
            default -> in.getInt(at);
        };
    }

    private static int count(JsonNode accessor, int number) throws DamagedModelException {
        long count = accessor.path("count").asLong(-1);
        if (count < 0 || count > 100_000_000) {
            throw new DamagedModelException("accessor " + number);
        }
        return (int) count;
    }

    private static void fill(GltfDocument document, JsonNode accessor, int number, int components, int type, boolean normalised,
                             float[] values) throws IOException {
        ByteBuffer view = document.view(accessor.path("bufferView").asInt(-1));
        int stride = stride(document, accessor, components * size(type));
        int count = values.length / components;
        long offset = offset(accessor, number, view, stride, components * size(type), count);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < components; c++) {
                values[components * i + c] = value(view, (int) offset + i * stride + c * size(type), type, normalised);
            }
        }
    }

    private static int stride(GltfDocument document, JsonNode accessor, int packed) {
        int stride = document.entry("bufferViews", accessor.path("bufferView").asInt(-1)).path("byteStride").asInt(0);
        return stride > 0 && stride < 4096 ? stride : packed;
    }

    private static long offset(JsonNode accessor, int number, ByteBuffer view, int stride, int element, int count)
            throws DamagedModelException {
        long offset = accessor.path("byteOffset").asLong(0);
        if (offset < 0 || count > 0 && offset + (long) stride * (count - 1) + element > view.limit()) {
            throw new DamagedModelException("accessor " + number);
        }
        return offset;
    }

    private static void patch(GltfDocument document, JsonNode sparse, int number, int components, int type, boolean normalised,
                              float[] values) throws IOException {
        int count = sparse.path("count").asInt(0);
        JsonNode indices = sparse.path("indices");
        int indexType = indices.path("componentType").asInt();
        ByteBuffer where = document.view(indices.path("bufferView").asInt(-1));
        ByteBuffer what = document.view(sparse.path("values").path("bufferView").asInt(-1));
        long whereAt = indices.path("byteOffset").asLong(0);
        long whatAt = sparse.path("values").path("byteOffset").asLong(0);
        int element = components * size(type);
        if (count < 0 || whereAt < 0 || whatAt < 0 || size(indexType) == 0 || whereAt + (long) count * size(indexType) > where.limit()
                || whatAt + (long) count * element > what.limit()) {
            throw new DamagedModelException("accessor " + number);
        }
        for (int i = 0; i < count; i++) {
            int target = integer(where, (int) whereAt + i * size(indexType), indexType);
            if (target < 0 || target >= values.length / components) {
                throw new DamagedModelException("accessor " + number);
            }
            for (int c = 0; c < components; c++) {
                values[components * target + c] = value(what, (int) whatAt + i * element + c * size(type), type, normalised);
            }
        }
    }

    private static float value(ByteBuffer in, int at, int type, boolean normalised) {
        return switch (type) {
            case BYTE -> normalised ? Math.max(-1, in.get(at) / 127f) : in.get(at);
            case UNSIGNED_BYTE -> (in.get(at) & 0xFF) / (normalised ? 255f : 1);
            case SHORT -> normalised ? Math.max(-1, in.getShort(at) / 32_767f) : in.getShort(at);
            case UNSIGNED_SHORT -> (in.getShort(at) & 0xFFFF) / (normalised ? 65_535f : 1);
            case UNSIGNED_INT -> in.getInt(at) & 0xFFFFFFFFL;
            default -> in.getFloat(at);
        };
    }

    private static int size(int type) {
        return switch (type) {
            case BYTE, UNSIGNED_BYTE -> 1;
            case SHORT, UNSIGNED_SHORT -> 2;
            case UNSIGNED_INT, FLOAT -> 4;
            default -> 0;
        };
    }

    private static int components(String type) {
        return switch (type) {
            case "SCALAR" -> 1;
            case "VEC2" -> 2;
            case "VEC3" -> 3;
            case "VEC4" -> 4;
            default -> 0;
        };
    }
}
