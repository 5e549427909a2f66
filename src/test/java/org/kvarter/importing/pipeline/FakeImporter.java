package org.kvarter.importing.pipeline;

import java.util.List;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;

/** An importer for files of one ending that does what the test says. */
record FakeImporter(String ending, Script script) implements Importer {

    /** What reading does. */
    interface Script {
        void read(LayerSink sink, ReadOptions options, Progress progress) throws ImportException;
    }

    @Override
    public String format() {
        return "Fake" + ending;
    }

    @Override
    public List<String> extensions() {
        return List.of(ending);
    }

    @Override
    public double probe(SourceHead head) {
        return head.name().endsWith(ending) ? 0.5 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        script.read(sink, options, progress);
    }
}
