package org.kvarter.importing.models;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A small GLB: views are added one by one, then the JSON around them is given without buffers and views. */
public final class Glb {

    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final List<String> views = new ArrayList<>();
    private final List<String> accessors = new ArrayList<>();

    /** Adds bytes as a view and answers its number. */
    public int view(byte[] bytes) {
        views.add("{\"buffer\":0,\"byteOffset\":" + binary.size() + ",\"byteLength\":" + bytes.length + "}");
        binary.writeBytes(bytes);
        while (binary.size() % 4 != 0) {
            binary.write(0);
        }
        return views.size() - 1;
    }

    private static byte[] bytes(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    /** Adds floats as an accessor of a type such as VEC3 and answers its number. */
    public int floats(String type, float... values) {
        int components = type.equals("SCALAR") ? 1 : type.charAt(3) - '0';
        return accessor("\"bufferView\":" + view(bytes(values)) + ",\"componentType\":5126,\"count\":" + values.length / components
                + ",\"type\":\"" + type + "\"");
    }

    /** Adds vertex numbers as an accessor. */
    public int indices(int... values) {
        return accessor("\"bufferView\":" + view(shorts(values)) + ",\"componentType\":5123,\"count\":" + values.length
                + ",\"type\":\"SCALAR\"");
    }

    /** Adds shorts as a view. */
    public int shortView(int... values) {
        return view(shorts(values));
    }

    /** Adds floats as a view. */
    public int floatView(float... values) {
        return view(bytes(values));
    }

    /** Adds an accessor of any kind and answers its number. */
    public int accessor(String members) {
        accessors.add("{" + members + "}");
        return accessors.size() - 1;
    }

    private String json(String members, String uri) {
        return "{\"asset\":{\"version\":\"2.0\"},\"buffers\":[{" + uri + "\"byteLength\":" + binary.size() + "}],\"bufferViews\":["
                + String.join(",", views) + "],\"accessors\":[" + String.join(",", accessors) + "]," + members + "}";
    }

    /** The file, {@code members} being the rest of its JSON object. */
    public byte[] bytes(String members) {
        byte[] text = json(members, "").getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(12 + 8 + padded + 8 + binary.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46546C67).putInt(2).putInt(out.capacity()).putInt(padded).putInt(0x4E4F534A).put(text);
        while (out.position() < 20 + padded) {
            out.put((byte) ' ');
        }
        out.putInt(binary.size()).putInt(0x004E4942).put(binary.toByteArray());
        return out.array();
    }

    /** The same as JSON text with its bytes within. */
    public String text(String members) {
        return json(members, "\"uri\":\"data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(binary.toByteArray()) + "\",");
    }

    /** A triangle (0 0 0), (1 0 0), (0 1 0) as accessor; its mesh is {@link #TRIANGLE_MESH} where it is the first accessor. */
    public Glb triangle() {
        floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0);
        return this;
    }

    /** A list of meshes with the first accessor's triangle. */
    public static final String TRIANGLE_MESH = "\"meshes\":[{\"name\":\"tri\",\"primitives\":[{\"attributes\":{\"POSITION\":0}}]}]";
}
