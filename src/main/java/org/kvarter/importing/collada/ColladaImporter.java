package org.kvarter.importing.collada;

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
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.importing.models.UpAxis;
import org.kvarter.task.Progress;

/**
 * Reads COLLADA 1.4 and 1.5: each node with geometry is a feature; polygons have the diffuse colour or picture of their material. Unit and
 * axis up are the document's; skins stay in their rest; lines, splines and b-reps are left out.
 *
 * <p>Settings: {@code up} and {@code unit} against what a wrong document says, {@code kind} as for OBJ.
 */
public final class ColladaImporter implements Importer {

    @Override
    public String format() {
        return "COLLADA";
    }

    @Override
    public List<String> extensions() {
        return List.of(".dae");
    }

    @Override
    public double probe(SourceHead head) {
        if (head.text().contains("<COLLADA")) {
            return 1;
        }
        return head.name().endsWith(".dae") ? head.bytes().length == 0 ? 0.5 : 0.3 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        ModelReading.read(format(), source, options, sink, progress, layer -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()))) {
                ColladaDocument document = ColladaDocument.read(in, Files.size(source.file()), layer.budget());
                layer.report(0.4);
                boolean asked = options.setting("up").isPresent();
                new ColladaScene(document, layer, layer.pictures()::find, xyz -> { })
                        .read(asked ? Matrix.IDENTITY : document.upright());
                layer.emitLocal(document.version(), Optional.of(UpAxis.Z), document.metres());
            }
        });
    }
}
