package org.kvarter.exporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.kvarter.model.ImageSource;
import org.kvarter.model.Texture;

/**
 * The pictures of a glTF file: each with a material of its own, PNG and JPEG as they are, others as PNG (glTF 2.0, 3.8.2 knows no more).
 * One that cannot be read is none.
 */
final class GlbPictures {

    /** More bytes than this are no picture of a wall. */
    private static final int MOST_BYTES = 256 << 20;

    private record Image(byte[] bytes, String type) {
    }

    private final int firstMaterial;
    private final Map<Texture, Optional<Integer>> materials = new HashMap<>();
    private final Map<ImageSource, Optional<Integer>> numbers = new HashMap<>();
    private final List<Texture> textures = new ArrayList<>();
    private final List<Integer> imageOf = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private int unreadable;

    /** @param firstMaterial number of the first material that shows a picture */
    GlbPictures(int firstMaterial) {
        this.firstMaterial = firstMaterial;
    }

    /** Number of the material that shows a picture; empty where it cannot be read. */
    Optional<Integer> material(Texture texture) {
        Optional<Integer> known = materials.get(texture);
        if (known == null) {
            known = numbers.computeIfAbsent(texture.image(), this::read).map(image -> {
                textures.add(texture);
                imageOf.add(image);
                return firstMaterial + textures.size() - 1;
            });
            materials.put(texture, known);
        }
        return known;
    }

    /** How many pictures could not be read. */
    int unreadable() {
        return unreadable;
    }

    private Optional<Integer> read(ImageSource source) {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            Image image = isPng(bytes) ? new Image(bytes, "image/png") : isJpeg(bytes) ? new Image(bytes, "image/jpeg") : asPng(source);
            images.add(image);
            return Optional.of(images.size() - 1);
        } catch (IOException | RuntimeException e) {
            unreadable++;
            return Optional.empty();
        }
    }

    private static boolean isPng(byte[] b) {
        return b.length > 8 && (b[0] & 255) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G';
    }

    private static boolean isJpeg(byte[] b) {
        return b.length > 3 && (b[0] & 255) == 0xFF && (b[1] & 255) == 0xD8 && (b[2] & 255) == 0xFF;
    }

    private static Image asPng(ImageSource source) throws IOException {
        try (InputStream in = source.open()) {
            BufferedImage image = ImageIO.read(in);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (image == null || !ImageIO.write(image, "png", out)) {
                throw new IOException("no picture");
            }
            return new Image(out.toByteArray(), "image/png");
        }
    }

    /** Writes materials, textures and images; their bytes go to the end of the buffer. */
    void finish(ObjectNode root, ArrayNode views, ByteArrayOutputStream buffer) {
        if (textures.isEmpty()) {
            return;
        }
        ArrayNode into = root.withArray("materials");
        ArrayNode textureNodes = root.putArray("textures");
        for (int i = 0; i < textures.size(); i++) {
            Texture texture = textures.get(i);
            textureNodes.addObject().put("source", imageOf.get(i));
            ObjectNode material = into.addObject().put("name", texture.name()).put("alphaMode", texture.alpha().name()).put("doubleSided", true);
            ObjectNode surface = material.putObject("pbrMetallicRoughness").put("metallicFactor", 0).put("roughnessFactor", 0.9);
            surface.putObject("baseColorTexture").put("index", i);
            if (texture.tint() != Texture.WHITE) {
                ArrayNode factor = surface.putArray("baseColorFactor");
                for (int shift : new int[] {16, 8, 0}) {
                    factor.add(GlbWriter.linearShare(texture.tint() >> shift));
                }
                factor.add((texture.tint() >>> 24) / 255.0);
            }
        }
        ArrayNode imageNodes = root.putArray("images");
        for (Image image : images) {
            int start = buffer.size();
            buffer.writeBytes(image.bytes());
            buffer.writeBytes(new byte[(4 - buffer.size() % 4) % 4]);
            views.addObject().put("buffer", 0).put("byteOffset", start).put("byteLength", image.bytes().length);
            imageNodes.addObject().put("bufferView", views.size() - 1).put("mimeType", image.type());
        }
    }
}
