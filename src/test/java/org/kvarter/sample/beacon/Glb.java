package org.kvarter.sample.beacon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A glTF 2.0 document while it is made, written as GLB: one scene whose nodes hang below one root. */
final class Glb {
    private static final int FLOAT = 5126;
    private static final int SHORT = 5123;

    private final ObjectNode json = new ObjectMapper().createObjectNode();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ArrayNode children;
    private int pictured = -1;

    Glb(String root) {
        json.putObject("asset").put("version", "2.0").put("generator", "Kvarter sample generator").put("copyright", "CC0-1.0");
        json.put("scene", 0).putArray("scenes").addObject().put("name", root).putArray("nodes").add(0);
        ObjectNode node = json.putArray("nodes").addObject().put("name", root);
        children = node.putArray("children");
        for (String list : new String[] {"meshes", "materials", "accessors", "bufferViews"}) {
            json.putArray(list);
        }
    }

    /** A material of one colour; transparent below an alpha of 1. Answers its number. */
    int material(String name, int rgb, double alpha, double metal, double rough) {
        ObjectNode material = ((ArrayNode) json.get("materials")).addObject().put("name", name);
        ObjectNode surface = material.putObject("pbrMetallicRoughness").put("metallicFactor", metal).put("roughnessFactor", rough);
        surface.putArray("baseColorFactor").add(linear(rgb >> 16)).add(linear(rgb >> 8)).add(linear(rgb)).add(alpha);
        if (alpha < 1) {
            material.put("alphaMode", "BLEND");
        }
        return json.get("materials").size() - 1;
    }

    /** The one material with a PNG picture. */
    int material(String name, byte[] png) {
        json.putArray("images").addObject().put("name", name).put("mimeType", "image/png").put("bufferView", view(png, 0));
        json.putArray("samplers").addObject().put("magFilter", 9729).put("minFilter", 9987).put("wrapS", 10497).put("wrapT", 33071);
        json.putArray("textures").addObject().put("sampler", 0).put("source", 0);
        ObjectNode surface = ((ArrayNode) json.get("materials")).addObject().put("name", name).putObject("pbrMetallicRoughness");
        surface.put("metallicFactor", 0).put("roughnessFactor", 0.9).putObject("baseColorTexture").put("index", 0);
        pictured = json.get("materials").size() - 1;
        return pictured;
    }

    /** sRGB to linear (IEC 61966-2-1), to four decimals. */
    private static double linear(int channel) {
        double c = (channel & 255) / 255.0;
        return StrictMath.rint(1e4 * (c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4))) / 1e4;
    }

    int mesh(String name, Mesh mesh, int material) {
        int n = mesh.positions.size();
        ByteBuffer positions = little(12 * n);
        ByteBuffer places = little(8 * n);
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                positions.putFloat(mesh.positions.get(i)[k]);
                low[k] = Math.min(low[k], mesh.positions.get(i)[k]);
                high[k] = Math.max(high[k], mesh.positions.get(i)[k]);
            }
            places.putFloat(mesh.places.get(i)[0]).putFloat(mesh.places.get(i)[1]);
        }
        ByteBuffer indices = little(2 * mesh.indices.size());
        mesh.indices.forEach(i -> indices.putShort((short) (int) i));
        ObjectNode primitive = ((ArrayNode) json.get("meshes")).addObject().put("name", name).putArray("primitives").addObject();
        int position = accessor(view(positions.array(), 34962), FLOAT, n, "VEC3");
        ObjectNode bounds = (ObjectNode) json.get("accessors").get(position);
        for (int k = 0; k < 3; k++) {
            bounds.withArray("min").add(low[k]);
            bounds.withArray("max").add(high[k]);
        }
        ObjectNode attributes = primitive.putObject("attributes").put("POSITION", position);
        if (material == pictured) {
            attributes.put("TEXCOORD_0", accessor(view(places.array(), 34962), FLOAT, n, "VEC2"));
        }
        primitive.put("indices", accessor(view(indices.array(), 34963), SHORT, mesh.indices.size(), "SCALAR")).put("material", material);
        return json.get("meshes").size() - 1;
    }

    /** A node turned by {@code angle} (counter-clockwise seen from above, radians) about the axis, then moved out by {@code out} and up by {@code up}. */
    void node(String name, int mesh, double angle, double out, double up) {
        ArrayNode nodes = (ArrayNode) json.get("nodes");
        children.add(nodes.size());
        ObjectNode node = nodes.addObject().put("name", name).put("mesh", mesh);
        node.putArray("translation").add(round(out * StrictMath.cos(angle))).add(round(up)).add(round(-out * StrictMath.sin(angle)));
        if (angle != 0) {
            node.putArray("rotation").add(0).add(round(StrictMath.sin(angle / 2))).add(0).add(round(StrictMath.cos(angle / 2)));
        }
    }

    /** Says something of the node made last. */
    void say(String name, String value) {
        ArrayNode nodes = (ArrayNode) json.get("nodes");
        ((ObjectNode) nodes.get(nodes.size() - 1)).withObject("/extras").put(name, value);
    }

    private static double round(double value) {
        return StrictMath.rint(value * 1e6) / 1e6;
    }

    private int accessor(int view, int component, int count, String type) {
        ((ArrayNode) json.get("accessors")).addObject().put("bufferView", view).put("componentType", component).put("count", count).put("type", type);
        return json.get("accessors").size() - 1;
    }

    private int view(byte[] data, int target) {
        ObjectNode view = ((ArrayNode) json.get("bufferViews")).addObject().put("buffer", 0).put("byteOffset", bytes.size()).put("byteLength", data.length);
        if (target > 0) {
            view.put("target", target);
        }
        bytes.writeBytes(data);
        bytes.writeBytes(new byte[(4 - data.length % 4) % 4]);
        return json.get("bufferViews").size() - 1;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] write() {
        json.putArray("buffers").addObject().put("byteLength", bytes.size());
        String text;
        try {
            text = new ObjectMapper().writeValueAsString(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        byte[] head = (text + " ".repeat((4 - text.length() % 4) % 4)).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = little(12 + 8 + head.length + 8 + bytes.size());
        out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
        out.putInt(head.length).putInt(0x4E4F534A).put(head);
        out.putInt(bytes.size()).putInt(0x004E4942).put(bytes.toByteArray());
        return out.array();
    }
}
