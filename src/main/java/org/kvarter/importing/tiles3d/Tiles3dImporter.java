package org.kvarter.importing.tiles3d;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kvarter.importing.EyeDetail;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.task.Progress;

/**
 * Reads a 3D Tiles tileset, of explicit or implicit tiles, from its {@code tileset.json}, the folder of it, or a single tile.
 *
 * <p>Settings: {@code error} in metres: tiles are refined while theirs is larger (1 without it); {@code view}: place of an eye and its focal
 * length in pixels ({@code longitude,latitude,height,focal}, or in the tileset's own metres where it has no place): then tiles are refined only
 * while they are off by more than {@code pixels} on its screen (16 without it); {@code megabytes} of tiles that are read at most (400 without
 * it); {@code heightOffset} in metres, added to heights above the ellipsoid; {@code kind} as for OBJ.
 */
public final class Tiles3dImporter implements Importer, EyeDetail {

    private static final String TILESET = "tileset.json";

    @Override
    public String format() {
        return "3D Tiles";
    }

    @Override
    public List<String> extensions() {
        return List.of(".json", ".b3dm", ".i3dm", ".cmpt");
    }

    @Override
    public double probe(SourceHead head) {
        if (Files.isDirectory(head.file())) {
            return Files.isRegularFile(head.file().resolve(TILESET)) ? 0.95 : 0;
        }
        String text = head.text();
        if (text.startsWith("b3dm") || text.startsWith("i3dm") || text.startsWith("cmpt")) {
            return 1;
        }
        boolean tileset = text.stripLeading().startsWith("{") && text.contains("\"geometricError\"") && text.contains("\"root\"");
        return tileset ? 1 : head.name().equals(TILESET) ? 0.4 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        ModelReading.read(format(), inner(source), options, sink, progress, layer -> new Tileset(layer).read());
    }

    @Override
    public Cut cut(Path source, ReadOptions options, Progress progress) {
        Path file = tileset(source);
        try {
            TileTree tree = new TileTree(file, MemoryBudget.ofHeap(), (kind, arguments) -> { });
            return TileTree.isJson(file) ? new TileChooser(tree, options, progress).choose() : TileCut.NONE;
        } catch (IOException | ImportException | MemoryBudget.ExceededException e) {
            return TileCut.NONE;
        }
    }

    /** The file of a tileset that is given by its folder. */
    private static Path tileset(Path file) {
        Path inside = file.resolve(TILESET);
        return Files.isDirectory(file) && Files.isRegularFile(inside) ? inside : file;
    }

    private static SourceHead inner(SourceHead source) {
        Path inside = tileset(source.file());
        try {
            return inside.equals(source.file()) ? source : SourceHead.of(inside);
        } catch (IOException e) {
            return source;
        }
    }
}
