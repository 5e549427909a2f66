package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.Placer;
import org.kvarter.model.Severity;
import org.kvarter.model.Texture;

/** Puts the triangles of meshes into the layer. Not thread-safe. */
final class GltfMesh {

    private static final String DRACO = "KHR_draco_mesh_compression";
    private static final int TRIANGLES = 4;
    private static final int STRIP = 5;
    private static final int FAN = 6;

    private final GltfDocument document;
    private final ModelLayer layer;
    private final GltfMaterials materials;
    private final Placer placer;
    private final double[] point = new double[3];

    GltfMesh(GltfDocument document, ModelLayer layer, GltfMaterials materials, Placer placer) {
        this.document = document;
        this.layer = layer;
        this.materials = materials;
        this.placer = placer;
    }

    void read(JsonNode mesh, Matrix matrix, int row, GltfFeatures features) throws IOException, ImportException {
        for (JsonNode primitive : mesh.path("primitives")) {
            int mode = primitive.path("mode").asInt(TRIANGLES);
            if (mode < TRIANGLES) {
                layer.problem(Severity.INFO, "gltf.lines", mesh.path("name").asText(""));
            } else if (primitive.path("attributes").has("POSITION")) {
                primitive(primitive, mode, matrix, row, features);
            }
        }
    }

    private void primitive(JsonNode primitive, int mode, Matrix matrix, int row, GltfFeatures features) throws IOException, ImportException {
        JsonNode attributes = primitive.path("attributes");
        int positionNumber = attributes.path("POSITION").asInt(-1);
        if (primitive.path("extensions").has(DRACO) && !document.entry("accessors", positionNumber).has("bufferView")) {
            throw document.compressed(DRACO);
        }
        Accessor positions = document.accessor(positionNumber);
        if (positions.components() != 3 || mode > FAN) {
            throw new DamagedModelException("accessor " + positionNumber);
        }
        int[] indices = primitive.has("indices") ? document.integers(primitive.path("indices").asInt(-1)) : null;
        GltfMaterials.Material material = materials.get(primitive.path("material").asInt(-1));
        Accessor places = material.texture().isPresent() ? optional(attributes, "TEXCOORD_" + material.set(), 2) : null;
        Optional<Texture> texture = places == null || places.count() < positions.count() ? Optional.empty() : material.texture();
        Accessor colours = optional(attributes, "COLOR_0", 0);
        GltfFeatures.OfVertex rows = features.primitive(primitive, row);
        int first = vertices(positions, matrix);
        boolean mirrored = matrix.mirrors();
        int n = indices == null ? positions.count() : indices.length;
        for (int t = 0; mode == TRIANGLES ? 3 * t + 2 < n : t + 2 < n; t++) {
            int a = mode == TRIANGLES ? 3 * t : mode == STRIP ? t : 0;
            int b = mode == TRIANGLES ? 3 * t + 1 : mode == STRIP && t % 2 == 1 ? t + 2 : t + 1;
            int c = mode == TRIANGLES ? 3 * t + 2 : mode == STRIP && t % 2 == 1 ? t + 1 : t + 2;
            int va = indices == null ? a : indices[a];
            int vb = indices == null ? b : indices[b];
            int vc = indices == null ? c : indices[c];
            if (va < 0 || vb < 0 || vc < 0 || va >= positions.count() || vb >= positions.count() || vc >= positions.count()) {
                layer.problem(Severity.WARNING, "face.indexRange", "", positions.count());
                continue;
            }
            if (va == vb || vb == vc || va == vc) {
                continue;
            }
            int feature = rows.row(va);
            corner(first, va, places, texture, material);
            corner(first, mirrored ? vc : vb, places, texture, material);
            corner(first, mirrored ? vb : vc, places, texture, material);
            layer.polygons().endRing();
            layer.endPolygon(feature, colour(material, colours, va, vb, vc));
            texture.ifPresent(layer.polygons()::texture);
        }
    }

    private Accessor optional(JsonNode attributes, String name, int components) throws IOException {
        Accessor found = attributes.has(name) ? document.accessor(attributes.path(name).asInt(-1)) : null;
        return found == null || components > 0 && found.components() != components || found.components() == 1 ? null : found;
    }

    private int vertices(Accessor positions, Matrix matrix) {
        int first = -1;
        for (int v = 0; v < positions.count(); v++) {
            point[0] = positions.get(v, 0);
            point[1] = positions.get(v, 1);
            point[2] = positions.get(v, 2);
            matrix.apply(point);
            if (placer != null) {
                placer.place(point);
            }
            int number = layer.vertex(point[0], point[1], point[2]);
            first = first < 0 ? number : first;
        }
        return first;
    }

    private void corner(int first, int vertex, Accessor places, Optional<Texture> texture, GltfMaterials.Material material) {
        if (texture.isEmpty()) {
            layer.polygons().corner(first + vertex);
            return;
        }
        float u = places.get(vertex, 0);
        float v = places.get(vertex, 1);
        double[] m = material.placing();
        if (m != null) {
            float u0 = u;
            u = (float) (m[0] * u0 + m[1] * v + m[2]);
            v = (float) (m[3] * u0 + m[4] * v + m[5]);
        }
        layer.polygons().corner(first + vertex, Float.isFinite(u) ? u : 0, Float.isFinite(v) ? v : 0);
    }

    /** The material's colour times the mean of the corners' colours; where these differ in steps of eight, so that neighbours become one part. */
    private static int colour(GltfMaterials.Material material, Accessor colours, int a, int b, int c) {
        if (colours == null || Math.max(a, Math.max(b, c)) >= colours.count() || colours.components() < 3) {
            return material.argb();
        }
        int base = material.argb() == 0 ? 0xFFFFFFFF : material.argb();
        boolean same = true;
        int argb = base >>> 24;
        if (material.blends() && colours.components() == 4) {
            argb = Math.max(1, Math.round(argb * mean(colours, 3, a, b, c)));
        }
        for (int k = 0; k < 3; k++) {
            same &= colours.get(a, k) == colours.get(b, k) && colours.get(b, k) == colours.get(c, k);
        }
        for (int k = 0; k < 3; k++) {
            int channel = GltfMaterials.encoded(mean(colours, k, a, b, c)) * (base >> 8 * (2 - k) & 255) / 255;
            argb = argb << 8 | (same ? channel : Math.min(255, (channel + 4) / 8 * 8));
        }
        return argb;
    }

    private static float mean(Accessor colours, int component, int a, int b, int c) {
        float mean = (colours.get(a, component) + colours.get(b, component) + colours.get(c, component)) / 3;
        return mean >= 0 ? Math.min(1, mean) : 0;
    }
}
