package org.kvarter.importing.ply;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.task.Progress;

/**
 * Reads PLY meshes as one feature. A face whose corners have colours gets their mean.
 *
 * <p>Settings: {@code up} ({@code y} or {@code z}), {@code unit} (m, cm, mm, in, ft …), {@code kind} as for OBJ.
 */
public final class PlyImporter implements Importer {

    @Override
    public String format() {
        return "PLY";
    }

    @Override
    public List<String> extensions() {
        return List.of(".ply");
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        if (text.startsWith("ply\n") || text.startsWith("ply\r")) {
            return text.contains("element") ? 1 : 0.6;
        }
        return head.name().endsWith(".ply") ? head.bytes().length == 0 ? 0.5 : 0.2 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        ModelReading.read(format(), source, options, sink, progress, layer -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()), 1 << 16)) {
                PlyHeader header = PlyHeader.read(in);
                new PlyMesh(layer, header, PlyValues.of(header, in)).read();
                layer.emitLocal(header.version(), Optional.empty(), 1);
            }
        });
    }
}
