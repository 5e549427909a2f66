package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;

/** Writes out one subtree of an implicit tileset (22-025r4, 7) as explicit tiles, the last of which may be implicit again. One use. */
public final class ImplicitTiling {

    /** Where a tile stands, in the tiles written here: level, x, y, z. */
    private static final String AT = "kvarter at";
    /** Error of the implicit root. */
    private static final String ERROR = "kvarter error";
    /** Bounding volume of the implicit root. */
    private static final String VOLUME = "kvarter volume";
    /** What a tile with its volume takes in memory. */
    private static final long TILE_BYTES = 1_500;
    private static final int MOST_TILES = 2_000_000;

    private final JsonNode json;
    private final JsonNode tiling;
    private final int dimensions;
    private final int levels;
    private final int available;
    private final double error;
    private final JsonNode volume;
    private final List<String> templates = new ArrayList<>();
    private Subtree subtree;
    private MemoryBudget budget;

    private ImplicitTiling(JsonNode json) throws DamagedModelException {
        this.json = json;
        this.tiling = json.path("implicitTiling");
        this.dimensions = tiling.path("subdivisionScheme").asText().equals("OCTREE") ? 3 : 2;
        this.levels = tiling.path("subtreeLevels").asInt(0);
        this.available = tiling.path("availableLevels").asInt(0);
        this.error = json.path(ERROR).asDouble(json.path("geometricError").asDouble(0));
        this.volume = json.has(VOLUME) ? json.path(VOLUME) : json.path("boundingVolume");
        if (levels < 1 || dimensions * levels > 24 || offset(levels) > MOST_TILES || available < 1 || available > 30) {
            throw new DamagedModelException("implicitTiling");
        }
        if (json.path("content").isObject()) {
            templates.add(json.path("content").path("uri").asText());
        }
        json.path("contents").forEach(content -> templates.add(content.path("uri").asText()));
    }

    /** Whether a tile is the root of implicit ones. */
    public static boolean is(JsonNode json) {
        return json.has("implicitTiling");
    }

    /**
     * The tile written out as far as its subtree reaches.
     *
     * @param find   a file that the tileset names; {@code null} where there is none
     * @param budget of the tiles written out, too
     */
    public static JsonNode expand(JsonNode json, Function<String, Path> find, MemoryBudget budget) throws IOException {
        ImplicitTiling tiling = new ImplicitTiling(json);
        int[] at = {json.path(AT).path(0).asInt(0), json.path(AT).path(1).asInt(0), json.path(AT).path(2).asInt(0), json.path(AT).path(3).asInt(0)};
        Path file = find.apply(filled(tiling.tiling.path("subtrees").path("uri").asText(), at[0], at[1], at[2], at[3]));
        if (file == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        tiling.budget = budget;
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
        budget.claim(TILE_BYTES);
        ObjectNode tile = JsonNodeFactory.instance.objectNode();
        tile.put("geometricError", error / (1L << level));
        tile.set("boundingVolume", volume(level, x, y, z));
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
        tile.set("boundingVolume", volume(level, x, y, z));
        tile.set(VOLUME, volume);
        tile.putArray(AT).add(level).add(x).add(y).add(z);
        return tile;
    }

    /** The part of the root's box or region that a tile has (22-025r4, 7.3); other volumes are not divided. */
    private ObjectNode volume(int level, int x, int y, int z) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        double share = 1.0 / (1L << level);
        int[] at = {x, y, z};
        JsonNode region = volume.path("region");
        JsonNode box = volume.path("box");
        if (region.size() == 6) {
            // west, south, east, north, lowest, highest
            int[][] sides = {{0, 2}, {1, 3}, {4, 5}};
            double[] values = new double[6];
            for (int axis = 0; axis < 3; axis++) {
                double least = region.path(sides[axis][0]).asDouble();
                double size = region.path(sides[axis][1]).asDouble() - least;
                boolean divided = axis < dimensions;
                values[sides[axis][0]] = divided ? least + size * share * at[axis] : least;
                values[sides[axis][1]] = divided ? least + size * share * (at[axis] + 1) : least + size;
            }
            ArrayNode array = part.putArray("region");
            Arrays.stream(values).forEach(array::add);
        } else if (box.size() == 12) {
            double[] values = new double[12];
            for (int k = 0; k < 3; k++) {
                values[k] = box.path(k).asDouble();
            }
            for (int axis = 0; axis < 3; axis++) {
                double shrunk = axis < dimensions ? share : 1;
                for (int k = 0; k < 3; k++) {
                    double half = box.path(3 + 3 * axis + k).asDouble();
                    values[3 + 3 * axis + k] = half * shrunk;
                    values[k] += axis < dimensions ? half * (share * (2 * at[axis] + 1) - 1) : 0;
                }
            }
            ArrayNode array = part.putArray("box");
            Arrays.stream(values).forEach(array::add);
        }
        return part;
    }

    private static String filled(String template, int level, int x, int y, int z) {
        return template.replace("{level}", String.valueOf(level)).replace("{x}", String.valueOf(x)).replace("{y}", String.valueOf(y))
                .replace("{z}", String.valueOf(z));
    }
}
