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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.model.Severity;

/**
 * Chooses the tiles to read: the coarsest whose error is small enough, refining where the error is largest first, as long as the tiles
 * together stay small enough. One use.
 */
final class Tileset {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double ERROR = 1;
    private static final long MEGABYTES = 400;
    private static final int DEEPEST = 200;
    private static final int MOST_TILES = 1_000_000;
    private static final long LARGEST_TILESET = 256L << 20;

    private final ModelLayer layer;
    private final Path root;
    private final double error;
    private final long mostBytes;
    private final List<Tile> chosen = new ArrayList<>();
    private int seen;
    private int unrefined;
    private double worst;

    Tileset(ModelLayer layer) {
        this.layer = layer;
        this.root = layer.file().toAbsolutePath().normalize().getParent();
        this.error = setting("error", ERROR);
        this.mostBytes = (long) (setting("megabytes", MEGABYTES) * (1 << 20));
    }

    private double setting(String name, double otherwise) {
        try {
            double value = layer.options().setting(name).map(Double::parseDouble).orElse(otherwise);
            return value >= 0 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    void read() throws IOException, ImportException {
        TileContent content = new TileContent(layer);
        if (isJson(layer.file())) {
            JsonNode tileset = open(layer.file());
            choose(tile(tileset.path("root"), layer.file().toAbsolutePath().getParent(), Matrix.IDENTITY, false, zUp(tileset), 0));
            for (int i = 0; i < chosen.size(); i++) {
                Tile tile = chosen.get(i);
                for (Path file : tile.contents()) {
                    read(content, file, tile);
                }
                layer.report((double) i / chosen.size());
            }
            if (unrefined > 0) {
                layer.problem(Severity.INFO, "tiles.coarse", "", unrefined, mostBytes >> 20, Math.round(worst * 10) / 10.0);
            }
        } else {
            content.read(layer.file(), Matrix.IDENTITY, false);
        }
        content.emit();
    }

    /** A damaged tile is left out, not the whole tileset. */
    private void read(TileContent content, Path file, Tile tile) throws IOException, ImportException {
        try {
            content.read(file, tile.matrix(), tile.zUp());
        } catch (DamagedModelException e) {
            layer.problem(Severity.WARNING, "tiles.damaged", "", root.relativize(file).toString(), e.getMessage());
        }
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private JsonNode open(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST_TILESET) {
            throw new DamagedModelException("> " + LARGEST_TILESET);
        }
        layer.budget().claim(4 * size);
        try {
            JsonNode tileset = MAPPER.readTree(Files.readAllBytes(file));
            if (tileset != null && tileset.path("root").isObject()) {
                return tileset;
            }
        } catch (JsonProcessingException e) {
            throw new DamagedModelException(file.getFileName().toString(), e);
        }
        throw new DamagedModelException(file.getFileName().toString());
    }

    private static boolean zUp(JsonNode tileset) {
        return tileset.path("asset").path("gltfUpAxis").asText("Y").equalsIgnoreCase("Z");
    }

    private Tile tile(JsonNode json, Path folder, Matrix outer, boolean adds, boolean zUp, int depth) throws IOException, ImportException {
        if (depth > DEEPEST || ++seen > MOST_TILES) {
            throw new DamagedModelException("tile " + seen);
        }
        if (json.path("extensions").has("3DTILES_implicit_tiling")) {
            throw ModelReading.unsupported(layer.fileName(), "3DTILES_implicit_tiling", "explicit");
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
        List<Path> contents = new ArrayList<>();
        long bytes = 0;
        List<JsonNode> entries = new ArrayList<>();
        if (!ImplicitTiling.is(json)) {
            entries.add(json.path("content"));
            json.path("contents").forEach(entries::add);
        }
        for (JsonNode entry : entries) {
            String uri = entry.path("uri").asText(entry.path("url").asText(""));
            Path file = uri.isEmpty() ? null : find(folder, uri);
            if (file != null) {
                contents.add(file);
                bytes += Files.size(file);
            }
        }
        boolean add = json.has("refine") ? json.path("refine").asText().equalsIgnoreCase("ADD") : adds;
        double own = json.path("geometricError").asDouble(0);
        return new Tile(json, folder, matrix, own, add, zUp, contents, bytes, depth);
    }

    /** A file of the tileset, beside its {@code tileset.json} or below; {@code null} and a word about it where it is not there. */
    private Path find(Path folder, String uri) {
        String plain = uri.replaceFirst("[?#].*$", "");
        try {
            for (String spelling : List.of(plain, decoded(plain))) {
                Path file = folder.resolve(spelling).normalize();
                if (file.startsWith(root) && Files.isRegularFile(file)) {
                    return file;
                }
            }
        } catch (InvalidPathException e) {
            // told below
        }
        layer.problem(Severity.WARNING, "tiles.missing", "", uri.length() > 100 ? uri.substring(0, 100) : uri);
        return null;
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    private void choose(Tile top) throws IOException, ImportException {
        PriorityQueue<Tile> open = new PriorityQueue<>(Comparator.comparingDouble((Tile t) -> -t.error()).thenComparingInt(Tile::depth));
        open.add(top);
        long bytes = top.bytes();
        while (!open.isEmpty()) {
            layer.progress().checkCancelled();
            Tile tile = open.poll();
            if (ImplicitTiling.is(tile.json())) {
                JsonNode written = ImplicitTiling.expand(tile.json(), uri -> find(tile.folder(), uri), layer.budget());
                Tile explicit = tile(written, tile.folder(), tile.matrix(), tile.adds(), tile.zUp(), tile.depth() + 1);
                bytes += explicit.bytes();
                open.add(explicit);
                continue;
            }
            List<Tile> inner = nested(tile);
            if (inner != null) {
                open.addAll(inner);
                bytes += inner.stream().mapToLong(Tile::bytes).sum() - tile.bytes();
                continue;
            }
            JsonNode children = tile.json().path("children");
            if (children.isEmpty() || tile.error() <= error && !tile.contents().isEmpty()) {
                chosen.add(tile);
                continue;
            }
            List<Tile> finer = new ArrayList<>();
            for (JsonNode child : children) {
                Tile inside = tile(child, tile.folder(), tile.matrix(), tile.adds(), tile.zUp(), tile.depth() + 1);
                if (TileVolume.mayMeet(child.path("boundingVolume"), inside.matrix(), layer.options())) {
                    finer.add(inside);
                }
            }
            long more = finer.stream().mapToLong(Tile::bytes).sum() - (tile.adds() ? 0 : tile.bytes());
            if (bytes + more > mostBytes && !tile.contents().isEmpty()) {
                unrefined++;
                worst = Math.max(worst, tile.error());
                chosen.add(tile);
                continue;
            }
            bytes += more;
            if (tile.adds()) {
                chosen.add(tile);
            }
            open.addAll(finer);
        }
    }

    /** The roots of tilesets that are a tile's content, beside what else it has; {@code null} where it has none. */
    private List<Tile> nested(Tile tile) throws IOException, ImportException {
        if (tile.contents().stream().noneMatch(Tileset::isJson)) {
            return null;
        }
        List<Tile> inner = new ArrayList<>();
        List<Path> plain = new ArrayList<>();
        for (Path file : tile.contents()) {
            if (isJson(file)) {
                JsonNode tileset = open(file);
                inner.add(tile(tileset.path("root"), file.getParent(), tile.matrix(), false, zUp(tileset), tile.depth() + 1));
            } else {
                plain.add(file);
            }
        }
        long bytes = 0;
        for (Path file : plain) {
            bytes += Files.size(file);
        }
        if (!plain.isEmpty() || tile.json().path("children").size() > 0) {
            inner.add(new Tile(tile.json(), tile.folder(), tile.matrix(), tile.error(), tile.adds(), tile.zUp(), plain, bytes, tile.depth()));
        }
        return inner;
    }
}
