package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.textures.PictureHead;
import org.kvarter.model.ImageSource;
import org.kvarter.model.Severity;
import org.kvarter.model.Texture;

/** The materials of a document as colours and pictures. Not thread-safe. */
final class GltfMaterials {

    /**
     * A material.
     *
     * @param name    of it, empty for none
     * @param argb    base colour
     * @param blends  whether what lies behind shines through
     * @param texture base colour picture
     * @param set     which set of texture coordinates it uses
     * @param placing 2 × 3 numbers that move texture coordinates, {@code null} for none
     */
    record Material(String name, int argb, boolean blends, Optional<Texture> texture, int set, double[] placing) {
    }

    static final Material PLAIN = new Material("", 0, false, Optional.empty(), 0, null);

    private final GltfDocument document;
    private final ModelLayer layer;
    private final Map<Integer, Material> materials = new HashMap<>();
    private final Map<Integer, Optional<ImageSource>> images = new HashMap<>();

    GltfMaterials(GltfDocument document, ModelLayer layer) {
        this.document = document;
        this.layer = layer;
    }

    /** A material by number; {@link #PLAIN} where there is none. */
    Material get(int number) throws IOException {
        Material known = materials.get(number);
        if (known == null) {
            JsonNode json = document.entry("materials", number);
            known = json.isObject() ? read(json) : PLAIN;
            materials.put(number, known);
        }
        return known;
    }

    private Material read(JsonNode json) throws IOException {
        JsonNode glossy = json.path("extensions").path("KHR_materials_pbrSpecularGlossiness");
        JsonNode surface = glossy.isObject() ? glossy : json.path("pbrMetallicRoughness");
        JsonNode factor = surface.path(glossy.isObject() ? "diffuseFactor" : "baseColorFactor");
        JsonNode picture = surface.path(glossy.isObject() ? "diffuseTexture" : "baseColorTexture");
        String mode = json.path("alphaMode").asText("OPAQUE");
        int alpha = mode.equals("BLEND") ? Math.max(1, channel(factor.path(3).asDouble(1))) : 255;
        int rgb = encoded(factor.path(0).asDouble(1)) << 16 | encoded(factor.path(1).asDouble(1)) << 8 | encoded(factor.path(2).asDouble(1));
        Texture.Alpha transparency = mode.equals("BLEND") ? Texture.Alpha.BLEND : mode.equals("MASK") ? Texture.Alpha.MASK : Texture.Alpha.OPAQUE;
        Optional<Texture> texture = picture.isObject() ? texture(picture.path("index").asInt(-1), transparency, alpha << 24 | rgb)
                : Optional.empty();
        JsonNode transform = picture.path("extensions").path("KHR_texture_transform");
        int set = transform.path("texCoord").asInt(picture.path("texCoord").asInt(0));
        boolean coloured = factor.isArray() || texture.isEmpty() && !picture.isObject();
        return new Material(json.path("name").asText(""), coloured || texture.isEmpty() ? alpha << 24 | rgb : 0,
                mode.equals("BLEND"), texture, set, placing(transform));
    }

    /** Offset, turn and scale of KHR_texture_transform as one matrix. */
    private static double[] placing(JsonNode transform) {
        if (!transform.isObject()) {
            return null;
        }
        double sine = Math.sin(transform.path("rotation").asDouble(0));
        double cosine = Math.cos(transform.path("rotation").asDouble(0));
        double scaleU = transform.path("scale").path(0).asDouble(1);
        double scaleV = transform.path("scale").path(1).asDouble(1);
        return new double[] {cosine * scaleU, sine * scaleV, transform.path("offset").path(0).asDouble(0), -sine * scaleU, cosine * scaleV,
            transform.path("offset").path(1).asDouble(0)};
    }

    private Optional<Texture> texture(int number, Texture.Alpha alpha, int tint) throws IOException {
        JsonNode texture = document.entry("textures", number);
        int image = texture.path("source").asInt(-1);
        if (image < 0 && texture.path("extensions").size() > 0) {
            layer.problem(Severity.WARNING, "gltf.picture", "", texture.path("extensions").fieldNames().next());
            return Optional.empty();
        }
        if (!images.containsKey(image)) {
            images.put(image, image(image));
        }
        String name = document.entry("images", image).path("name").asText("image " + image);
        return images.get(image).map(source -> new Texture(name, source, alpha, tint));
    }

    private Optional<ImageSource> image(int number) throws IOException {
        JsonNode image = document.entry("images", number);
        if (image.has("uri") && !image.path("uri").asText().startsWith("data:")) {
            return layer.pictures().source(document.file().toAbsolutePath().getParent(), image.path("uri").asText());
        }
        ImageSource source;
        if (image.has("uri")) {
            byte[] bytes = document.data(image.path("uri").asText());
            source = new ImageSource.InMemory(bytes, 0, bytes.length);
        } else if (image.has("bufferView")) {
            ByteBuffer view = document.view(image.path("bufferView").asInt(-1));
            // a copy: the picture outlives the file's bytes
            byte[] bytes = new byte[view.remaining()];
            view.get(bytes);
            source = new ImageSource.InMemory(bytes, 0, bytes.length);
        } else {
            return Optional.empty();
        }
        if (!PictureHead.isSound(source)) {
            layer.problem(Severity.WARNING, "gltf.picture", "", image.path("mimeType").asText("image " + number));
            return Optional.empty();
        }
        return Optional.of(source);
    }

    /** A linear share as an sRGB channel (IEC 61966-2-1). */
    static int encoded(double linear) {
        double l = Math.max(0, Math.min(1, linear));
        return channel(l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055);
    }

    private static int channel(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
