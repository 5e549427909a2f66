package org.kvarter.importing.obj;

import java.util.List;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;

/**
 * Reads Wavefront OBJ: objects, groups or materials become features, faces become polygons with the colour and picture
 * ({@code map_Kd}) of their material.
 *
 * <p>Settings: {@code up} is {@code y} or {@code z} (without it, z for real-world coordinates and otherwise what fits better, said in a
 * diagnostic); {@code kind} is a {@link org.kvarter.model.LayerKind} by name (BUILDINGS without it).
 */
public final class ObjImporter implements Importer {

    @Override
    public String format() {
        return "OBJ";
    }

    @Override
    public List<String> extensions() {
        return List.of(".obj");
    }

    @Override
    public double probe(SourceHead head) {
        return ObjProbe.score(head);
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        new ObjReading(source, options, sink, progress).run();
    }
}
