package org.kvarter.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.PartTable;
import org.kvarter.model.SolidLayer;
import org.kvarter.task.Progress;

/**
 * Writes binary glTF 2.0 (ISO/IEC 12113:2022): one node per feature with its attributes as extras under one node per layer; normals
 * that are smooth over curves ({@link SmoothNormals}) and a colour per corner, so that one material serves all that is opaque, or a place on a picture. Metres, y upwards as glTF has it; where
 * zero stands is told in the scene's extras.
 */
final class GlbWriter {

    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int BIN = 0x004E4942;
    /** Bytes of one corner: position, normal, colour. */
    private static final int STRIDE = 28;
    /** Bytes of one corner with a picture: position, normal, place on it. */
    private static final int PICTURED = 32;
    /** Material of what lets nothing through, of what does; pictures have materials of their own after these. */
    private static final int OPAQUE = 0;
    private static final int TRANSLUCENT = 1;

    private final ObjectNode root = new ObjectMapper().createObjectNode();
    private final ArrayNode nodes = root.putArray("nodes");
    private final ArrayNode meshes = root.putArray("meshes");
    private final ArrayNode accessors = root.putArray("accessors");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream coloured = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pictured = new ByteArrayOutputStream();
    private final GlbPictures pictures = new GlbPictures(2);
    private final Map<String, ArrayNode> layerNodes = new LinkedHashMap<>();
    private int features;
    private long triangles;

    private GlbWriter() {
    }

    static ExportReport write(Scene scene, Path file, Path named, Progress progress) throws IOException {
        GlbWriter writer = new GlbWriter();
        Solids.visit(scene, progress, (layer, row, tile, first, end) -> writer.feature(scene, layer, row, tile, first, end));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writer.finish(scene, out);
        }
        return new ExportReport(writer.features, writer.triangles, Solids.others(scene));
    }

    private void feature(Scene scene, SolidLayer layer, int row, TileMesh tile, int first, int end) {
        int[] argb = new int[end - first];
        Map<Integer, List<Integer>> byMaterial = new TreeMap<>();
        for (int part = first; part < end; part++) {
            argb[part - first] = scene.colours().argb(layer, tile.parts(), part);
            if (tile.partTriangleEnds()[part] > tile.firstTriangle(part)) {
                int flat = argb[part - first] >>> 24 == 255 ? OPAQUE : TRANSLUCENT;
                byMaterial.computeIfAbsent(picture(tile, part).orElse(flat), m -> new ArrayList<>()).add(part);
            }
        }
        if (byMaterial.isEmpty()) {
            return;
        }
        ArrayNode primitives = meshes.addObject().putArray("primitives");
        Normals normals = new Normals(SmoothNormals.of(tile, first, end), 3 * tile.firstTriangle(first));
        byMaterial.forEach((material, parts) -> primitive(primitives.addObject().put("material", material), tile, normals, parts,
                material > TRANSLUCENT ? null : part -> argb[part - first]));
        features++;
        ObjectNode node = nodes.addObject().put("name", layer.features().ids()[row]).put("mesh", meshes.size() - 1);
        layerNodes.computeIfAbsent(layer.title(), t -> new ObjectMapper().createArrayNode()).add(nodes.size() - 1);
        ObjectNode extras = node.putObject("extras").put("type", layer.features().types()[row]);
        layer.features().attributes().row(row).forEach(extras::putPOJO);
    }

    /** Of corners from a first one on. */
    private record Normals(float[] of, int firstCorner) {
        float at(int corner, int axis) {
            return of[3 * (corner - firstCorner) + axis];
        }
    }

    private Optional<Integer> picture(TileMesh tile, int part) {
        int number = tile.texturing() == null ? -1 : tile.texturing().of()[part];
        return number < 0 ? Optional.empty() : pictures.material(tile.texturing().textures().get(number));
    }

    /** @param argb colours of parts; {@code null} where they have places on a picture instead */
    private void primitive(ObjectNode primitive, TileMesh tile, Normals normals, List<Integer> chosen, IntUnaryOperator argb) {
        int corners = chosen.stream().mapToInt(part -> 3 * (tile.partTriangleEnds()[part] - tile.firstTriangle(part))).sum();
        ByteBuffer buffer = ByteBuffer.allocate((argb == null ? PICTURED : STRIDE) * corners).order(ByteOrder.LITTLE_ENDIAN);
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int part : chosen) {
            int colour = argb == null ? 0 : argb.applyAsInt(part);
            for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c++) {
                int at = 3 * tile.corners()[c];
                float[] place = {tile.points()[at], tile.points()[at + 2], -tile.points()[at + 1]};
                for (int k = 0; k < 3; k++) {
                    low[k] = Math.min(low[k], place[k]);
                    high[k] = Math.max(high[k], place[k]);
                    buffer.putFloat(place[k]);
                }
                buffer.putFloat(normals.at(c, 0)).putFloat(normals.at(c, 2)).putFloat(-normals.at(c, 1));
                if (argb == null) {
                    buffer.putFloat(tile.texturing().uv()[2 * c]).putFloat(tile.texturing().uv()[2 * c + 1]);
                } else {
                    buffer.put(linear(colour >> 16)).put(linear(colour >> 8)).put(linear(colour)).put((byte) (colour >>> 24));
                }
            }
        }
        ByteArrayOutputStream into = argb == null ? pictured : coloured;
        int view = argb == null ? 1 : 0;
        int start = into.size();
        into.writeBytes(buffer.array());
        triangles += corners / 3;
        ObjectNode attributes = primitive.putObject("attributes");
        ObjectNode position = accessor(view, start, corners, 5126, "VEC3");
        for (int k = 0; k < 3; k++) {
            position.withArray("min").add(low[k]);
            position.withArray("max").add(high[k]);
        }
        attributes.put("POSITION", accessors.size() - 1);
        accessor(view, start + 12, corners, 5126, "VEC3");
        attributes.put("NORMAL", accessors.size() - 1);
        if (argb == null) {
            accessor(view, start + 24, corners, 5126, "VEC2");
        } else {
            accessor(view, start + 24, corners, 5121, "VEC4").put("normalized", true);
        }
        attributes.put(argb == null ? "TEXCOORD_0" : "COLOR_0", accessors.size() - 1);
    }

    private ObjectNode accessor(int view, int start, int count, int type, String shape) {
        return accessors.addObject().put("bufferView", view).put("byteOffset", start).put("componentType", type).put("count", count).put("type", shape);
    }

    /** glTF's vertex colours are linear (3.7.2.1); those of the twin are sRGB (IEC 61966-2-1). */
    private static byte linear(int channel) {
        return (byte) Math.round(255 * linearShare(channel));
    }

    /** The same as a share of one. */
    static double linearShare(int channel) {
        double c = (channel & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /**
     * One buffer: corners with colours, corners with places on pictures, pictures. A view of nothing is not allowed: where no corner has a
     * colour, the first view is that of the others.
     */
    private void putBuffer() {
        ArrayNode views = root.putArray("bufferViews");
        int second = coloured.size();
        bytes.writeBytes(coloured.toByteArray());
        if (coloured.size() > 0) {
            views.addObject().put("buffer", 0).put("byteLength", coloured.size()).put("byteStride", STRIDE).put("target", 34962);
        } else {
            accessors.forEach(a -> ((ObjectNode) a).put("bufferView", 0));
        }
        bytes.writeBytes(pictured.toByteArray());
        if (pictured.size() > 0) {
            views.addObject().put("buffer", 0).put("byteOffset", second).put("byteLength", pictured.size()).put("byteStride", PICTURED).put("target", 34962);
        }
        pictures.finish(root, views, bytes);
        root.putArray("buffers").addObject().put("byteLength", bytes.size());
    }

    /** Who is to be named, and where each layer comes from (glTF 2.0, 3.2). */
    private static void asset(ObjectNode asset, Scene scene) {
        String copyright = scene.solidCredits().stream().map(Credit::copyright).filter(c -> !c.isEmpty()).distinct().collect(Collectors.joining("; "));
        if (!copyright.isEmpty()) {
            asset.put("copyright", copyright);
        }
        if (!scene.solidCredits().isEmpty()) {
            ObjectNode layers = asset.putObject("extras").putObject("layers");
            scene.solidCredits().forEach(c -> layers.set(c.title(), c.extras()));
        }
    }

    private void finish(Scene scene, OutputStream out) throws IOException {
        asset(root.putObject("asset").put("version", "2.0").put("generator", "Kvarter"), scene);
        ArrayNode roots = root.putArray("scenes").addObject().put("name", scene.district().name()).putArray("nodes");
        LocalFrame frame = scene.frame();
        ((ObjectNode) root.get("scenes").get(0)).putObject("extras").put("crs", frame.crs()).put("originEast", frame.originEast())
                .put("originNorth", frame.originNorth()).put("originHeight", frame.originHeight());
        root.put("scene", 0);
        layerNodes.forEach((title, children) -> {
            nodes.addObject().put("name", title).set("children", children);
            roots.add(nodes.size() - 1);
        });
        ArrayNode materials = root.putArray("materials");
        for (String mode : new String[] {"OPAQUE", "BLEND"}) {
            ObjectNode material = materials.addObject().put("name", mode.toLowerCase(java.util.Locale.ROOT)).put("alphaMode", mode).put("doubleSided", true);
            material.putObject("pbrMetallicRoughness").put("metallicFactor", 0).put("roughnessFactor", 0.9);
        }
        if (features == 0) {
            for (String empty : new String[] {"nodes", "meshes", "accessors"}) {
                root.remove(empty); // empty lists are not allowed
            }
        } else {
            putBuffer();
        }
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        int end = json.length;
        json = Arrays.copyOf(json, (end + 3) / 4 * 4);
        Arrays.fill(json, end, json.length, (byte) ' ');
        ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(MAGIC).putInt(2).putInt(20 + json.length + (features == 0 ? 0 : 8 + bytes.size())).putInt(json.length).putInt(JSON);
        out.write(head.array());
        out.write(json);
        if (features > 0) {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.size()).putInt(BIN).array());
            bytes.writeTo(out);
        }
    }
}
