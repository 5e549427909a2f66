package org.kvarter.remote.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.tiles3d.ImplicitTiling;
import org.kvarter.importing.tiles3d.TileVolume;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Fetches the tiles of a 3D Tiles tileset (OGC 18-053r2, 22-025r4) that an area needs into a folder beside a tileset of its own that names them: coarse ones
 * first, finer ones as long as there is room; where there is none, a tile keeps its own form for those below it. Tilesets within tilesets become one, tiles
 * that are named by a rule (implicit tiling) are written out. One use.
 */
final class TilesetFile {

    /** Begins the name of a folder of tiles. */
    static final String FOLDER = "tiles-";

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    private static final int MOST_TILES = 4_000;
    private static final int MOST_TILESETS = 500;
    /** Of the tiles that a rule names, written out. */
    private static final long MOST_MEMORY = 256L << 20;
    private static final int DEEPEST = 64;

    private final TileServers servers;
    private final LayerSource source;
    private final long mostBytes;
    private final Path folder;
    private final MemoryBudget budget = new MemoryBudget(MOST_MEMORY);
    private int tiles;
    private int tilesets;
    private long bytes;
    private boolean cut;

    /** A tile whose children are to be looked at. @param base address that its addresses are relative to */
    private record Open(ObjectNode tile, String base, Matrix matrix, int depth) {
    }

    /** @param mostBytes of all tiles together */
    TilesetFile(FeedClient client, LayerSource source, Path folder, long mostBytes) throws FeedException {
        this.servers = new TileServers(client, source);
        this.source = source;
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    LayerFetcher.Result write(Path draft, Progress progress) throws FeedException, IOException {
        String url = source.query().url();
        JsonNode tileset = servers.tileset();
        if (!(tileset.path("root") instanceof ObjectNode root)) {
            throw servers.damaged();
        }
        Files.createDirectories(folder);
        Deque<Open> open = new ArrayDeque<>();
        open.add(own(root, url, Matrix.IDENTITY, 0));
        while (!open.isEmpty()) {
            progress.checkCancelled();
            progress.report(Double.NaN, TEXTS.get("fetched", tiles));
            Open next = open.poll();
            List<ObjectNode> wanted = new ArrayList<>();
            next.tile().path("children").forEach(c -> {
                if (c instanceof ObjectNode child && touches(child, next.matrix())) {
                    wanted.add(child);
                }
            });
            next.tile().remove("children");
            boolean room = tiles + wanted.size() <= MOST_TILES && bytes < mostBytes && next.depth() < DEEPEST;
            cut |= !room && !wanted.isEmpty();
            if (room && !wanted.isEmpty()) {
                ArrayNode children = next.tile().putArray("children");
                for (ObjectNode child : wanted) {
                    Open below = own(child, next.base(), next.matrix(), next.depth() + 1);
                    children.add(child);
                    open.add(below);
                }
            }
        }
        ObjectNode written = FeedJson.MAPPER.createObjectNode();
        written.putObject("asset").put("version", tileset.path("asset").path("version").asText("1.0"));
        written.put("geometricError", tileset.path("geometricError").asDouble());
        written.set("root", root);
        Files.write(draft, FeedJson.MAPPER.writer().without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(written));
        String remark = cut ? TEXTS.get("tilesCut", tiles, bytes >> 20) : "";
        return new LayerFetcher.Result(".tileset.json", tiles, servers.hasRefused() ? (remark + " " + TEXTS.get("tilesElsewhere")).strip() : remark);
    }

    private boolean touches(JsonNode tile, Matrix above) {
        Area area = source.area();
        return area == null || TileVolume.mayMeet(tile.path("boundingVolume"), matrix(tile, above), new TileVolume.Reach() {
            @Override
            public boolean accepts(double west, double south, double east, double north) {
                return west <= area.east() && east >= area.west() && south <= area.north() && north >= area.south();
            }

            @Override
            public boolean acceptsMetres(double west, double south, double east, double north) {
                return true; // where a model of its own metres stands is not known yet
            }
        });
    }

    private static Matrix matrix(JsonNode tile, Matrix above) {
        JsonNode transform = tile.path("transform");
        if (transform.size() != 16) {
            return above;
        }
        double[] columns = new double[16];
        for (int i = 0; i < 16; i++) {
            columns[i] = transform.path(i).asDouble();
        }
        return above.times(Matrix.ofColumns(columns));
    }

    /** Fetches what a tile holds and names the copies in it; of a tileset within it the root becomes its child, of a rule the tiles that it names do. */
    private Open own(ObjectNode tile, String base, Matrix above, int depth) throws FeedException, IOException {
        Open open = new Open(tile, base, matrix(tile, above), depth);
        if (tile.path("extensions").has("3DTILES_implicit_tiling")) {
            throw FeedException.lasting(TEXTS.get("implicitTiles", source.title()));
        }
        if (ImplicitTiling.is(tile)) {
            if (++tilesets > MOST_TILESETS) {
                cut = true;
                tile.removeAll();
            } else {
                writtenOut(tile, base);
            }
            return open;
        }
        List<ObjectNode> contents = new ArrayList<>();
        if (tile.path("content") instanceof ObjectNode content) {
            contents.add(content);
        }
        tile.path("contents").forEach(c -> {
            if (c instanceof ObjectNode content) {
                contents.add(content);
            }
        });
        for (ObjectNode content : contents) {
            URI at = servers.resolved(base, content.path("uri").asText(content.path("url").asText()));
            content.remove("url");
            if (!servers.allows(at)) {
                tile.remove(List.of("content", "contents"));
                return open;
            }
            if (at.getPath().endsWith(".json")) {
                tile.remove(List.of("content", "contents"));
                if (++tilesets > MOST_TILESETS) {
                    cut = true;
                    return open;
                }
                JsonNode within = servers.json(at);
                if (within.path("root") instanceof ObjectNode root) {
                    tile.putArray("children").add(root);
                }
                return new Open(tile, at.toString(), open.matrix(), depth);
            }
            content.put("uri", folder.getFileName() + "/" + copied(at));
        }
        return open;
    }

    /** Fetches a tile into the folder. */
    private String copied(URI at) throws FeedException, IOException {
        String ending = at.getPath().replaceFirst("^.*(\\.[A-Za-z0-9]{1,8})$", "$1");
        byte[] body = WholeFile.checked(servers.bytes(at), ending, at);
        bytes += body.length;
        if (bytes > 2 * mostBytes) {
            throw FeedException.lasting(TEXTS.get("tilesCut", tiles, bytes >> 20));
        }
        String name = ++tiles + (ending.startsWith(".") && ending.length() < 10 ? ending : ".glb");
        Files.write(folder.resolve(name), body);
        return name;
    }

    /** Puts the tiles that a rule names, as far as its subtree tells, below the tile that has it. */
    private void writtenOut(ObjectNode tile, String base) throws FeedException, IOException {
        List<Path> subtrees = new ArrayList<>();
        try {
            JsonNode below = ImplicitTiling.expand(tile, uri -> subtree(base, uri, subtrees), budget);
            double error = tile.path("geometricError").asDouble();
            JsonNode volume = tile.path("boundingVolume").deepCopy();
            JsonNode transform = tile.path("transform");
            JsonNode refine = tile.path("refine");
            tile.removeAll();
            tile.put("geometricError", error).set("boundingVolume", volume);
            if (transform.size() == 16) {
                tile.set("transform", transform);
            }
            if (refine.isTextual()) {
                tile.set("refine", refine);
            }
            if (below.has("boundingVolume")) {
                tile.putArray("children").add(below);
            }
        } catch (DamagedModelException | MemoryBudget.ExceededException e) {
            throw servers.damaged();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FeedException why) {
                throw why;
            }
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (Path subtree : subtrees) {
                Files.deleteIfExists(subtree);
            }
        }
    }

    /** A file that tells which tiles there are; {@code null} where it lies on a server that is not asked. */
    private Path subtree(String base, String said, List<Path> subtrees) {
        try {
            URI at = servers.resolved(base, said);
            if (!servers.allows(at)) {
                return null;
            }
            Path file = folder.resolve("subtree-" + tilesets + "-" + subtrees.size());
            byte[] body = WholeFile.checked(servers.bytes(at), at.getPath(), at);
            bytes += body.length;
            subtrees.add(file);
            return Files.write(file, body);
        } catch (FeedException e) {
            throw new CompletionException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
