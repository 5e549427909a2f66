package org.kvarter.importing.tiles3d;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.task.Progress;

/**
 * Reads a 3D Tiles tileset, of explicit or implicit tiles, from its {@code tileset.json}, the folder of it, or a single tile.
 *
 * <p>Settings: {@code error} in metres: tiles are refined while theirs is larger (1 without it); {@code megabytes} of tiles that are read at
 * most (400 without it); {@code heightOffset} in metres, added to heights above the ellipsoid; {@code kind} as for OBJ.
 */
public final class Tiles3dImporter implements Importer {

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

    /** The tileset of a folder. */
    private static SourceHead inner(SourceHead source) {
        Path inside = source.file().resolve(TILESET);
        if (!Files.isDirectory(source.file()) || !Files.isRegularFile(inside)) {
            return source;
        }
        try {
            return SourceHead.of(inside);
        } catch (IOException e) {
            return source;
        }
    }
}
