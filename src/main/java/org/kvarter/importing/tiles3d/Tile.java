package org.kvarter.importing.tiles3d;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.kvarter.importing.models.Matrix;

/**
 * A tile that may be shown or refined.
 *
 * @param json     of the tile
 * @param folder   of the tileset that it stands in
 * @param matrix   from its own coordinates to those of the outermost tileset
 * @param error    geometric error, metres
 * @param adds     whether its children are shown beside it, not in its place
 * @param zUp      whether glTF in it has z up already, as old tilesets may say
 * @param contents files of its own, tilesets among them
 * @param bytes    that these take together
 * @param depth    below the outermost root
 */
record Tile(JsonNode json, Path folder, Matrix matrix, double error, boolean adds, boolean zUp, List<Path> contents, long bytes, int depth) {
}
