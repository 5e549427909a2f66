package org.kvarter.importing.stl;

import java.io.IOException;
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
 * Reads STL: a binary file is one feature, an ASCII file one per solid. Corners at the same place become one vertex.
 *
 * <p>Settings: {@code up} ({@code y} or {@code z}), {@code unit} (m, cm, mm, in, ft …), {@code kind} as for OBJ.
 */
public final class StlImporter implements Importer {

    @Override
    public String format() {
        return "STL";
    }

    @Override
    public List<String> extensions() {
        return List.of(".stl");
    }

    @Override
    public double probe(SourceHead head) {
        boolean named = head.name().endsWith(".stl");
        if (head.bytes().length == 0) {
            return named ? 0.5 : 0;
        }
        if (StlText.isText(head)) {
            return named ? 1 : 0.9;
        }
        try {
            return StlBinary.fits(head) ? named ? 1 : 0.7 : named ? 0.5 : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        ModelReading.read(format(), source, options, sink, progress, layer -> {
            if (StlText.isText(source)) {
                new StlText(layer).read();
            } else {
                new StlBinary(layer).read();
            }
            layer.emitLocal("", Optional.empty(), 1);
        });
    }
}
