package org.kvarter.importing.tiles3d;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kvarter.importing.models.Glb;

/** Tiles of triangles for tests. */
public final class Tiles {

    private Tiles() {
    }

    /** Two triangles, batch 0 and 1, the second one metre east; y up as glTF has it. */
    static byte[] glb() {
        Glb glb = new Glb();
        glb.floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0, 0, 1, 1, 0);
        int ids = glb.floats("SCALAR", 0, 0, 0, 1, 1, 1);
        return glb.bytes("\"nodes\":[{\"mesh\":0}],\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0,\"_BATCHID\":" + ids + "}}]}]");
    }

    private static byte[] padded(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
        Arrays.fill(all, text.length, all.length, (byte) ' ');
        return all;
    }

    /** A tile of a magic with a head of so many bytes. */
    static byte[] tile(String magic, int head, int format, String features, byte[] featureBody, String batch, byte[] batchBody, byte[] content) {
        byte[] f = padded(features);
        byte[] b = batch.isEmpty() ? new byte[0] : padded(batch);
        ByteBuffer out = ByteBuffer.allocate(head + f.length + featureBody.length + b.length + batchBody.length + content.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(magic.getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(out.capacity()).putInt(f.length).putInt(featureBody.length)
                .putInt(b.length).putInt(batchBody.length);
        if (head == 32) {
            out.putInt(format);
        }
        return out.put(f).put(featureBody).put(b).put(batchBody).put(content).array();
    }

    /** A b3dm of {@link #glb} with a batch table. */
    public static byte[] b3dm(String features) {
        ByteBuffer heights = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(3.5f).putFloat(7);
        return tile("b3dm", 28, 0, features, new byte[0], "{\"name\":[\"Mill\",\"Barn\"],\"storeys\":[1,2],\"height\":{\"byteOffset\":0,"
                + "\"componentType\":\"FLOAT\",\"type\":\"SCALAR\"}}", heights.array(), glb());
    }

    static byte[] floats(float... values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            out.putFloat(value);
        }
        return out.array();
    }

    /** A transform that puts east, north and up at a place on the ellipsoid (WGS 84), column by column. */
    public static String at(double longitude, double latitude, double height) {
        double l = Math.toRadians(longitude);
        double p = Math.toRadians(latitude);
        double e2 = 6.69437999014e-3;
        double n = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(p) * Math.sin(p));
        double[] m = {-Math.sin(l), Math.cos(l), 0, 0, -Math.sin(p) * Math.cos(l), -Math.sin(p) * Math.sin(l), Math.cos(p), 0,
            Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p), 0, (n + height) * Math.cos(p) * Math.cos(l),
            (n + height) * Math.cos(p) * Math.sin(l), (n * (1 - e2) + height) * Math.sin(p), 1};
        return Arrays.toString(m);
    }
}
