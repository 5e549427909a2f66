package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;

/** Writes out one subtree of an implicit tileset (22-025r4, 7) as explicit tiles, the last of which may be implicit again. One use. */
final class ImplicitTiling {

    /** Where a tile stands, in the tiles written here: level, x, y, z. */
    private static final String AT = "kvarter at";
    /** Error of the implicit root. */
    private static final String ERROR = "kvarter error";
    private static final int MOST_TILES = 2_000_000;

    private final JsonNode json;
    private final JsonNode tiling;
    private final int dimensions;
    private final int levels;
    private final int available;
    private final double error;
    private final List<String> templates = new ArrayList<>();
    private Subtree subtree;

    private ImplicitTiling(JsonNode json) throws DamagedModelException {
        this.json = json;
        this.tiling = json.path("implicitTiling");
        this.dimensions = tiling.path("subdivisionScheme").asText().equals("OCTREE") ? 3 : 2;
        this.levels = tiling.path("subtreeLevels").asInt(0);
        this.available = tiling.path("availableLevels").asInt(0);
        this.error = json.path(ERROR).asDouble(json.path("geometricError").asDouble(0));
        if (levels < 1 || dimensions * levels > 24 || offset(levels) > MOST_TILES || available < 1 || available > 30) {
            throw new DamagedModelException("implicitTiling");
        }
        if (json.path("content").isObject()) {
            templates.add(json.path("content").path("uri").asText());
        }
        json.path("contents").forEach(content -> templates.add(content.path("uri").asText()));
    }

    /** Whether a tile is the root of implicit ones. */
    static boolean is(JsonNode json) {
        return json.has("implicitTiling");
    }

    /**
     * The tile written out as far as its subtree reaches.
     *
     * @param find a file that the tileset names; {@code null} where there is none
     */
    static JsonNode expand(JsonNode json, Function<String, Path> find, MemoryBudget budget) throws IOException {
        ImplicitTiling tiling = new ImplicitTiling(json);
        int[] at = {json.path(AT).path(0).asInt(0), json.path(AT).path(1).asInt(0), json.path(AT).path(2).asInt(0), json.path(AT).path(3).asInt(0)};
        Path file = find.apply(filled(tiling.tiling.path("subtrees").path("uri").asText(), at[0], at[1], at[2], at[3]));
        if (file == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        tiling.subtree = Subtree.read(file, find, budget);
        ObjectNode root = tiling.node(0, at[0], at[1], at[2], at[3], 0);
        return root == null ? JsonNodeFactory.instance.objectNode() : root;
    }

    /** Tiles above a level. */
    private long offset(int level) {
        return ((1L << dimensions * level) - 1) / ((1L << dimensions) - 1);
    }

    private ObjectNode node(int within, int level, int x, int y, int z, int morton) {
        int bit = (int) offset(within) + morton;
        if (!subtree.tiles().get(bit)) {
            return null;
        }
        ObjectNode tile = JsonNodeFactory.instance.objectNode();
        tile.put("geometricError", error / (1L << level));
        ArrayNode contents = tile.putArray("contents");
        for (int i = 0; i < templates.size() && i < subtree.contents().size(); i++) {
            if (subtree.contents().get(i).get(bit)) {
                contents.addObject().put("uri", filled(templates.get(i), level, x, y, z));
            }
        }
        ArrayNode children = tile.putArray("children");
        for (int c = 0; level + 1 < available && c < 1 << dimensions; c++) {
            int cx = 2 * x + (c & 1);
            int cy = 2 * y + (c >> 1 & 1);
            int cz = dimensions == 3 ? 2 * z + (c >> 2) : 0;
            int inner = morton << dimensions | c;
            if (within + 1 < levels) {
                ObjectNode child = node(within + 1, level + 1, cx, cy, cz, inner);
                if (child != null) {
                    children.add(child);
                }
            } else if (subtree.subtrees().get(inner)) {
                children.add(further(level + 1, cx, cy, cz));
            }
        }
        return tile;
    }

    private ObjectNode further(int level, int x, int y, int z) {
        ObjectNode tile = JsonNodeFactory.instance.objectNode();
        tile.set("implicitTiling", tiling);
        if (json.has("content")) {
            tile.set("content", json.path("content"));
        }
        if (json.has("contents")) {
            tile.set("contents", json.path("contents"));
        }
        tile.put("geometricError", error / (1L << level));
        tile.put(ERROR, error);
        tile.putArray(AT).add(level).add(x).add(y).add(z);
        return tile;
    }

    private static String filled(String template, int level, int x, int y, int z) {
        return template.replace("{level}", String.valueOf(level)).replace("{x}", String.valueOf(x)).replace("{y}", String.valueOf(y))
                .replace("{z}", String.valueOf(z));
    }
}
