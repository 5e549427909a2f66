package org.kvarter.importing.citygml;

import java.util.List;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;

/**
 * Reads CityGML 1.0, 2.0 and 3.0, plain, compressed with gzip, or as the first document in a zip archive.
 *
 * <p>Settings: {@code interior=true} shows rooms, storeys, units and furniture inside shells too; {@code axes=en} or {@code axes=ne} says in
 * which order coordinates are, where the file's own word is wrong. Memory is bounded by the largest member of the city model: batches go
 * out as they fill.
 */
public final class CityGmlImporter implements Importer {

    private final CoordinateSystems systems = new CoordinateSystems();

    @Override
    public String format() {
        return "CityGML";
    }

    @Override
    public List<String> extensions() {
        return List.of(".gml", ".citygml", ".gml.gz", ".gml.zip", ".xml");
    }

    @Override
    public double probe(SourceHead head) {
        return Probe.score(head);
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        new Reading(systems, source, options, sink, progress).run();
    }
}
