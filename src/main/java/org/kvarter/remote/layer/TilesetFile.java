package org.kvarter.remote.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Fetches the tiles of a 3D Tiles tileset (OGC 18-053r2, 22-025r4) that an area needs into a folder beside a tileset of its own that names them: coarse ones
 * first, finer ones as long as there is room; where there is none, a tile keeps its own form for those below it. Tilesets within tilesets become one. Tiles
 * of another server than the tileset's are left out, implicit ones are not known. One use.
 */
final class TilesetFile {

    /** Begins the name of a folder of tiles. */
    static final String FOLDER = "tiles-";

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    private static final int MOST_TILES = 4_000;
    private static final int MOST_TILESETS = 500;
    private static final int DEEPEST = 64;

    private final FeedClient client;
    private final LayerSource source;
    private final long mostBytes;
    private final Path folder;
    private int tiles;
    private int tilesets;
    private long bytes;
    private boolean cut;
    private boolean elsewhere;

    /** A tile whose children are to be looked at. @param base address that its addresses are relative to */
    private record Open(ObjectNode tile, String base, double[] transform, int depth) {
    }

    /** @param mostBytes of all tiles together */
    TilesetFile(FeedClient client, LayerSource source, Path folder, long mostBytes) {
        this.client = client;
        this.source = source;
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    LayerFetcher.Result write(Path draft, Progress progress) throws FeedException, IOException {
        String url = source.query().url();
        JsonNode tileset = json(url);
        if (!(tileset.path("root") instanceof ObjectNode root)) {
            throw FeedException.lasting(TEXTS.get("noTileset", URI.create(url).getHost()));
        }
        Files.createDirectories(folder);
        Deque<Open> open = new ArrayDeque<>();
        open.add(own(root, url, TileReach.IDENTITY, 0));
        while (!open.isEmpty()) {
            progress.checkCancelled();
            progress.report(Double.NaN, TEXTS.get("fetched", tiles));
            Open next = open.poll();
            List<ObjectNode> wanted = new ArrayList<>();
            next.tile().path("children").forEach(c -> {
                if (c instanceof ObjectNode child && TileReach.touches(child, next.transform(), source.area())) {
                    wanted.add(child);
                }
            });
            next.tile().remove("children");
            boolean room = tiles + wanted.size() <= MOST_TILES && bytes < mostBytes && next.depth() < DEEPEST;
            cut |= !room && !wanted.isEmpty();
            if (room && !wanted.isEmpty()) {
                ArrayNode children = next.tile().putArray("children");
                for (ObjectNode child : wanted) {
                    Open below = own(child, next.base(), next.transform(), next.depth() + 1);
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
        return new LayerFetcher.Result(".tileset.json", tiles, elsewhere ? (remark + " " + TEXTS.get("tilesElsewhere")).strip() : remark);
    }

    private JsonNode json(String url) throws FeedException {
        try {
            return FeedJson.MAPPER.readTree(client.raw(source.request(url)).body());
        } catch (IOException e) {
            throw FeedException.lasting(TEXTS.get("noTileset", URI.create(url).getHost()));
        }
    }

    /** Fetches what a tile holds and names the copies in it; of a tileset within it the root becomes its child. */
    private Open own(ObjectNode tile, String base, double[] above, int depth) throws FeedException, IOException {
        if (tile.has("implicitTiling")) {
            throw FeedException.lasting(TEXTS.get("implicitTiles", source.title()));
        }
        double[] transform = TileReach.times(above, tile.path("transform"));
        List<ObjectNode> contents = new ArrayList<>();
        if (tile.path("content") instanceof ObjectNode content) {
            contents.add(content);
        }
        tile.path("contents").forEach(c -> {
            if (c instanceof ObjectNode content) {
                contents.add(content);
            }
        });
        Open open = new Open(tile, base, transform, depth);
        for (ObjectNode content : contents) {
            String said = content.path("uri").asText(content.path("url").asText());
            URI at = resolved(base, said);
            content.remove("url");
            if (!FeedAddress.origin(at).equals(FeedAddress.origin(URI.create(source.query().url())))) {
                elsewhere = true;
                tile.remove(List.of("content", "contents"));
                return open;
            }
            if (at.getPath().endsWith(".json")) {
                tile.remove(List.of("content", "contents"));
                if (++tilesets > MOST_TILESETS) {
                    cut = true;
                    return open;
                }
                JsonNode within = json(at.toString());
                if (within.path("root") instanceof ObjectNode root) {
                    tile.putArray("children").add(root);
                }
                return new Open(tile, at.toString(), transform, depth);
            }
            byte[] body = client.raw(source.request(at.toString())).body();
            bytes += body.length;
            if (bytes > 2 * mostBytes) {
                throw FeedException.lasting(TEXTS.get("tilesCut", tiles, bytes >> 20));
            }
            String ending = at.getPath().replaceFirst("^.*(\\.[A-Za-z0-9]{1,8})$", "$1");
            String name = ++tiles + (ending.startsWith(".") && ending.length() < 10 ? ending : ".glb");
            Files.write(folder.resolve(name), body);
            content.put("uri", folder.getFileName() + "/" + name);
        }
        return open;
    }

    private URI resolved(String base, String said) throws FeedException {
        try {
            return URI.create(base).resolve(said);
        } catch (IllegalArgumentException e) {
            throw FeedException.lasting(TEXTS.get("noTileset", URI.create(source.query().url()).getHost()));
        }
    }
}
