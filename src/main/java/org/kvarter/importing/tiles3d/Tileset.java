package org.kvarter.importing.tiles3d;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.model.Severity;

/** Reads the tiles of a tileset that are fine enough ({@link TileChooser}), or a tile on its own. One use. */
final class Tileset {

    private final ModelLayer layer;

    Tileset(ModelLayer layer) {
        this.layer = layer;
    }

    void read() throws IOException, ImportException {
        TileContent content = new TileContent(layer);
        if (TileTree.isJson(layer.file())) {
            TileTree tree = new TileTree(layer.file(), layer.budget(), (kind, arguments) -> layer.problem(Severity.WARNING, kind, "", arguments));
            TileCut cut = new TileChooser(tree, layer.options(), layer.progress()).choose();
            read(content, tree.folder(), cut.tiles());
            if (!cut.coarse().isEmpty()) {
                double worst = cut.coarse().stream().mapToDouble(Tile::error).max().orElse(0);
                layer.problem(Severity.INFO, "tiles.coarse", "", cut.coarse().size(), TileChooser.bytes(layer.options()) >> 20, Math.round(worst * 10) / 10.0);
            }
        } else {
            content.read(layer.file(), Matrix.IDENTITY, false);
        }
        content.emit();
    }

    private void read(TileContent content, Path folder, List<Tile> tiles) throws IOException, ImportException {
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            for (Path file : tile.contents()) {
                read(content, folder, file, tile);
            }
            layer.report((double) i / tiles.size());
        }
    }

    /** A damaged tile is left out, not the whole tileset. */
    private void read(TileContent content, Path folder, Path file, Tile tile) throws IOException, ImportException {
        try {
            content.read(file, tile.matrix(), tile.zUp());
        } catch (DamagedModelException e) {
            layer.problem(Severity.WARNING, "tiles.damaged", "", folder.relativize(file).toString(), e.getMessage());
        }
    }
}
