package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;

/**
 * Which tiles, contents and further subtrees there are in one subtree of an implicit tileset (22-025r4, 7). Immutable.
 *
 * @param tiles    by level, within it in Morton order
 * @param contents the same, for each content of a tile
 * @param subtrees in Morton order, below the last level
 */
record Subtree(Availability tiles, List<Availability> contents, Availability subtrees) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MAGIC = 0x74627573;
    private static final int HEAD = 24;
    private static final long LARGEST = 256L << 20;

    /** A bit for each, or the same for all; the bytes are not copied. */
    record Availability(ByteBuffer bits, boolean constant) {
        boolean get(int index) {
            return bits == null ? constant : index / 8 < bits.limit() && (bits.get(index / 8) >> index % 8 & 1) == 1;
        }
    }

    /**
     * Reads a subtree, JSON or binary.
     *
     * @param find a file that the subtree names; {@code null} where there is none
     */
    static Subtree read(Path file, Function<String, Path> find, MemoryBudget budget) throws IOException {
        ByteBuffer in = bytes(file, budget);
        ByteBuffer json = in;
        ByteBuffer internal = ByteBuffer.allocate(0);
        if (in.limit() >= HEAD && in.getInt(0) == MAGIC) {
            long text = in.getLong(8);
            long binary = in.getLong(16);
            if (text < 0 || binary < 0 || text > in.limit() - HEAD || binary > in.limit() - HEAD - text) {
                throw damaged(file);
            }
            json = in.slice(HEAD, (int) text);
            internal = in.slice(HEAD + (int) text, (int) binary);
        }
        JsonNode root;
        try {
            byte[] text = new byte[json.remaining()];
            json.get(text);
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DamagedModelException(file.getFileName().toString(), e);
        }
        List<ByteBuffer> buffers = new ArrayList<>();
        for (JsonNode buffer : root.path("buffers")) {
            Path named = buffer.has("uri") ? find.apply(buffer.path("uri").asText()) : null;
            buffers.add(named != null ? bytes(named, budget) : internal);
        }
        List<Availability> contents = new ArrayList<>();
        for (JsonNode content : root.path("contentAvailability")) {
            contents.add(availability(root, content, buffers, file));
        }
        if (root.path("contentAvailability").isObject()) {
            contents.clear();
            contents.add(availability(root, root.path("contentAvailability"), buffers, file));
        }
        return new Subtree(availability(root, root.path("tileAvailability"), buffers, file), contents,
                availability(root, root.path("childSubtreeAvailability"), buffers, file));
    }

    private static ByteBuffer bytes(Path file, MemoryBudget budget) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw damaged(file);
        }
        budget.claim(Files.size(file));
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static DamagedModelException damaged(Path file) {
        return new DamagedModelException(file.getFileName().toString());
    }

    private static Availability availability(JsonNode root, JsonNode json, List<ByteBuffer> buffers, Path file) throws IOException {
        if (!json.has("bitstream") && !json.has("bufferView")) {
            return new Availability(null, json.path("constant").asInt(0) == 1);
        }
        JsonNode view = root.path("bufferViews").path(json.path("bitstream").asInt(json.path("bufferView").asInt(-1)));
        int buffer = view.path("buffer").asInt(-1);
        long offset = view.path("byteOffset").asLong(0);
        long length = view.path("byteLength").asLong(-1);
        if (buffer < 0 || buffer >= buffers.size() || offset < 0 || length < 0 || offset + length > buffers.get(buffer).limit()) {
            throw damaged(file);
        }
        return new Availability(buffers.get(buffer).slice((int) offset, (int) length), false);
    }
}
