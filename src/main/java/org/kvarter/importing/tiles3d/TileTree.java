package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelReading;

/** The tiles of a tileset and of those that it names, within its folder. One use. */
final class TileTree {

    /** Hears of what is left out, by the kind of its sentence. */
    interface Problems {
        void add(String kind, Object... arguments);
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int DEEPEST = 200;
    private static final int MOST_TILES = 1_000_000;
    private static final long LARGEST_TILESET = 256L << 20;

    private final Path file;
    private final Path folder;
    private final MemoryBudget budget;
    private final Problems problems;
    private int seen;

    TileTree(Path file, MemoryBudget budget, Problems problems) {
        this.file = file.toAbsolutePath().normalize();
        this.folder = this.file.getParent();
        this.budget = budget;
        this.problems = problems;
    }

    /** Where all of it lies. */
    Path folder() {
        return folder;
    }

    Tile root() throws IOException, ImportException {
        JsonNode tileset = open(file);
        return tile(tileset.path("root"), folder, Matrix.IDENTITY, false, zUp(tileset), 0);
    }

    static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private JsonNode open(Path tileset) throws IOException {
        long size = Files.size(tileset);
        if (size > LARGEST_TILESET) {
            throw new DamagedModelException("> " + LARGEST_TILESET);
        }
        budget.claim(4 * size);
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(tileset));
            if (json != null && json.path("root").isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new DamagedModelException(tileset.getFileName().toString(), e);
        }
        throw new DamagedModelException(tileset.getFileName().toString());
    }

    private static boolean zUp(JsonNode tileset) {
        return tileset.path("asset").path("gltfUpAxis").asText("Y").equalsIgnoreCase("Z");
    }

    private Tile tile(JsonNode json, Path within, Matrix outer, boolean adds, boolean zUp, int depth) throws IOException, ImportException {
        if (depth > DEEPEST || ++seen > MOST_TILES) {
            throw new DamagedModelException("tile " + seen);
        }
        if (json.path("extensions").has("3DTILES_implicit_tiling")) {
            throw ModelReading.unsupported(file.getFileName().toString(), "3DTILES_implicit_tiling", "explicit");
        }
        Matrix matrix = outer;
        if (json.path("transform").size() == 16) {
            double[] columns = new double[16];
            for (int i = 0; i < 16; i++) {
                columns[i] = json.path("transform").path(i).asDouble();
            }
            matrix = outer.times(Matrix.ofColumns(columns));
            if (!matrix.isFinite()) {
                throw new DamagedModelException("transform");
            }
        }
        List<Path> contents = contents(json, within);
        boolean add = json.has("refine") ? json.path("refine").asText().equalsIgnoreCase("ADD") : adds;
        return new Tile(json, within, matrix, json.path("geometricError").asDouble(0), add, zUp, contents, bytes(contents), depth);
    }

    private List<Path> contents(JsonNode json, Path within) {
        List<JsonNode> entries = new ArrayList<>();
        if (!ImplicitTiling.is(json)) {
            entries.add(json.path("content"));
            json.path("contents").forEach(entries::add);
        }
        List<Path> contents = new ArrayList<>();
        for (JsonNode entry : entries) {
            String uri = entry.path("uri").asText(entry.path("url").asText(""));
            Path found = uri.isEmpty() ? null : find(within, uri);
            if (found != null) {
                contents.add(found);
            }
        }
        return contents;
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path one : files) {
            bytes += Files.size(one);
        }
        return bytes;
    }

    /** A file of the tileset, beside its {@code tileset.json} or below; {@code null} and a word about it where it is not there. */
    private Path find(Path within, String uri) {
        String plain = uri.replaceFirst("[?#].*$", "");
        try {
            for (String spelling : List.of(plain, decoded(plain))) {
                Path found = within.resolve(spelling).normalize();
                if (found.startsWith(folder) && Files.isRegularFile(found)) {
                    return found;
                }
            }
        } catch (InvalidPathException e) {
            // told below
        }
        problems.add("tiles.missing", uri.length() > 100 ? uri.substring(0, 100) : uri);
        return null;
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    /** The tile below it that takes the place of one whose tiles are implicit. */
    Tile written(Tile implicit) throws IOException, ImportException {
        JsonNode json = ImplicitTiling.expand(implicit.json(), uri -> find(implicit.folder(), uri), budget);
        return below(implicit, json);
    }

    /** Its children. */
    List<Tile> children(Tile tile) throws IOException, ImportException {
        List<Tile> children = new ArrayList<>();
        for (JsonNode child : tile.json().path("children")) {
            children.add(below(tile, child));
        }
        return children;
    }

    private Tile below(Tile tile, JsonNode json) throws IOException, ImportException {
        return tile(json, tile.folder(), tile.matrix(), tile.adds(), tile.zUp(), tile.depth() + 1);
    }

    /** The roots of tilesets that are a tile's content, beside what else it has; {@code null} where it has none. */
    List<Tile> nested(Tile tile) throws IOException, ImportException {
        if (tile.contents().stream().noneMatch(TileTree::isJson)) {
            return null;
        }
        List<Tile> inner = new ArrayList<>();
        List<Path> plain = new ArrayList<>();
        for (Path content : tile.contents()) {
            if (isJson(content)) {
                JsonNode tileset = open(content);
                inner.add(tile(tileset.path("root"), content.getParent(), tile.matrix(), false, zUp(tileset), tile.depth() + 1));
            } else {
                plain.add(content);
            }
        }
        if (!plain.isEmpty() || tile.json().path("children").size() > 0) {
            inner.add(new Tile(tile.json(), tile.folder(), tile.matrix(), tile.error(), tile.adds(), tile.zUp(), plain, bytes(plain), tile.depth()));
        }
        return inner;
    }
}
