package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.List;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;

/**
 * Reads CityJSON 1.0, 1.1, 2.0 and sequences of CityJSON features, plain or compressed with gzip.
 *
 * <p>Settings: {@code interior=true} shows rooms, storeys, units and furniture inside shells too. Everything is held in compact arrays
 * until the end of the file, because vertices may come last; each layer is then handed on as one batch.
 */
public final class CityJsonImporter implements Importer {

    private final JsonFactory json = Json.factory();

    @Override
    public String format() {
        return "CityJSON";
    }

    @Override
    public List<String> extensions() {
        return List.of(".city.json", ".json", ".city.jsonl", ".jsonl", ".city.json.gz", ".json.gz");
    }

    @Override
    public double probe(SourceHead head) {
        return Probe.score(head);
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        new Reading(json, source, options, sink, progress).run();
    }
}
