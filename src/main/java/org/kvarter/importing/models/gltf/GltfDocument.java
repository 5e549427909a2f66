package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.ModelReading;

/** A glTF document with its buffers, which are opened when first asked for. Not thread-safe. */
public final class GltfDocument {

    private static final int GLB = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int BIN = 0x004E4942;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Extensions without which a model is no longer what it is and that are not read, with the way out. */
    private static final Map<String, String> REFUSED = Map.of("KHR_draco_mesh_compression", "compressed", "EXT_meshopt_compression", "compressed",
            "KHR_meshopt_compression", "compressed", "KHR_texture_basisu", "pictures", "EXT_texture_webp", "pictures",
            "EXT_texture_avif", "pictures", "MSFT_texture_dds", "pictures");
    private static final Set<String> KNOWN = Set.of("KHR_mesh_quantization", "KHR_texture_transform", "KHR_materials_unlit",
            "KHR_materials_pbrSpecularGlossiness", "KHR_lights_punctual", "EXT_mesh_gpu_instancing", "EXT_mesh_features",
            "EXT_structural_metadata", "EXT_instance_features", "CESIUM_RTC", "KHR_techniques_webgl");

    static {
        MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).maxNestingDepth(200)
                .build());
    }

    private final JsonNode root;
    private final ByteBuffer binary;
    private final Path file;
    private final MemoryBudget budget;
    private final Map<Integer, ByteBuffer> buffers = new HashMap<>();
    private final Map<Integer, Accessor> accessors = new HashMap<>();
    private final Map<Integer, int[]> integers = new HashMap<>();

    private GltfDocument(JsonNode root, ByteBuffer binary, Path file, MemoryBudget budget) {
        this.root = root;
        this.binary = binary;
        this.file = file;
        this.budget = budget;
    }

    /**
     * Opens a document.
     *
     * @param bytes  of a GLB or of a glTF's JSON
     * @param file   they are of: what they name lies beside it or below
     * @param budget what it may take from
     * @throws ImportException where it needs what is not read, such as Draco
     */
    public static GltfDocument open(ByteBuffer bytes, Path file, MemoryBudget budget) throws IOException, ImportException {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer json = in;
        ByteBuffer binary = null;
        if (in.remaining() >= 12 && in.getInt(0) == GLB) {
            if (in.getInt(4) != 2) {
                throw ModelReading.unsupported(file.getFileName().toString(), "glTF " + Math.abs(in.getInt(4) % 100), "gltf2");
            }
            json = null;
            for (int at = 12; at + 8 <= in.limit();) {
                int length = in.getInt(at);
                int type = in.getInt(at + 4);
                if (length < 0 || length > in.limit() - at - 8) {
                    throw new DamagedModelException("chunk");
                }
                ByteBuffer chunk = in.slice(at + 8, length);
                json = type == JSON && json == null ? chunk : json;
                binary = type == BIN && binary == null ? chunk : binary;
                at += 8 + length;
            }
            if (json == null) {
                throw new DamagedModelException("JSON");
            }
        }
        GltfDocument document = new GltfDocument(parse(json, budget), binary, file, budget);
        document.check();
        return document;
    }

    private static JsonNode parse(ByteBuffer json, MemoryBudget budget) throws IOException {
        byte[] text = new byte[json.remaining()];
        budget.claim(4L * text.length);
        json.duplicate().get(text);
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw new DamagedModelException("JSON", e);
        }
        throw new DamagedModelException("JSON");
    }

    private void check() throws IOException, ImportException {
        String version = root.path("asset").path("version").asText("");
        if (version.isEmpty() && !root.path("asset").isObject()) {
            throw new DamagedModelException("asset");
        }
        if (!version.startsWith("2.") && !version.equals("2")) {
            throw ModelReading.unsupported(name(), "glTF " + (version.length() > 8 ? "?" : version), "gltf2");
        }
        for (JsonNode extension : root.path("extensionsRequired")) {
            String wayOut = REFUSED.get(extension.asText());
            if (wayOut != null) {
                throw ModelReading.unsupported(name(), extension.asText(), wayOut);
            }
            if (!KNOWN.contains(extension.asText()) && !extension.asText().startsWith("KHR_materials_")) {
                String shown = extension.asText();
                throw ModelReading.unsupported(name(), shown.length() > 60 ? shown.substring(0, 60) : shown, "mesh");
            }
        }
    }

    /** The refusal of a mesh that is only there in compressed form. */
    ImportException compressed(String extension) {
        return ModelReading.unsupported(name(), extension, "compressed");
    }

    public JsonNode root() {
        return root;
    }

    /** Version of the format. */
    public String version() {
        return root.path("asset").path("version").asText("2.0");
    }

    private String name() {
        return file.getFileName().toString();
    }

    Path file() {
        return file;
    }

    MemoryBudget budget() {
        return budget;
    }

    /** An entry of one of the document's lists; missing where there is none of that number. */
    public JsonNode entry(String list, int number) {
        JsonNode entries = root.path(list);
        return number >= 0 && number < entries.size() ? entries.get(number) : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /**
     * The bytes of a buffer view, little-endian.
     *
     * @throws DamagedModelException where there is no such view or its buffer is too short
     */
    public ByteBuffer view(int number) throws IOException {
        JsonNode view = entry("bufferViews", number);
        long offset = view.path("byteOffset").asLong(0);
        long length = view.path("byteLength").asLong(-1);
        ByteBuffer buffer = buffer(view.path("buffer").asInt(-1));
        if (length < 0 || offset < 0 || offset > buffer.limit() || length > buffer.limit() - offset) {
            throw new DamagedModelException("bufferView " + number);
        }
        return buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The values of an accessor, read once; see {@link Accessor#read}. */
    Accessor accessor(int number) throws IOException {
        Accessor known = accessors.get(number);
        if (known == null) {
            known = Accessor.read(this, number);
            accessors.put(number, known);
        }
        return known;
    }

    /** The whole numbers of an accessor, read once; see {@link Accessor#integers}. Not to be written. */
    int[] integers(int number) throws IOException {
        int[] known = integers.get(number);
        if (known == null) {
            known = Accessor.integers(this, number);
            integers.put(number, known);
        }
        return known;
    }

    private ByteBuffer buffer(int number) throws IOException {
        ByteBuffer known = buffers.get(number);
        if (known == null) {
            JsonNode buffer = entry("buffers", number);
            if (buffer.isMissingNode()) {
                throw new DamagedModelException("buffer " + number);
            }
            known = buffer.has("uri") ? resource(buffer.path("uri").asText(), number) : number == 0 ? binary : null;
            if (known == null || known.limit() < buffer.path("byteLength").asLong(0)) {
                throw new DamagedModelException("buffer " + number);
            }
            buffers.put(number, known);
        }
        return known;
    }

    private ByteBuffer resource(String uri, int number) throws IOException {
        if (uri.startsWith("data:")) {
            return ByteBuffer.wrap(data(uri));
        }
        try {
            Path folder = file.toAbsolutePath().normalize().getParent();
            for (String spelling : List.of(uri, decoded(uri))) {
                Path found = folder.resolve(spelling).normalize();
                if (found.startsWith(folder) && Files.isRegularFile(found)) {
                    long size = Files.size(found);
                    if (size > Integer.MAX_VALUE - 16) {
                        throw new MemoryBudget.ExceededException();
                    }
                    budget.claim(size);
                    return ByteBuffer.wrap(Files.readAllBytes(found));
                }
            }
        } catch (InvalidPathException e) {
            throw new DamagedModelException("buffer " + number, e);
        }
        throw new DamagedModelException(uri.length() > 80 ? "buffer " + number : uri);
    }

    /** The bytes of a data URI. */
    byte[] data(String uri) throws IOException {
        int comma = uri.indexOf(',');
        budget.claim(uri.length());
        try {
            return Base64.getMimeDecoder().decode(uri.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new DamagedModelException("base64", e);
        }
    }

    static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }
}
