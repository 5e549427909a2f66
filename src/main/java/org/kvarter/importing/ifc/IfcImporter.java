package org.kvarter.importing.ifc;

import java.util.List;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;

/** Reads building models in IFC2x3, IFC4 and IFC4.3, as STEP files or zipped. Stateless and thread-safe. */
public final class IfcImporter implements Importer {

    @Override
    public String format() {
        return "IFC";
    }

    @Override
    public List<String> extensions() {
        return List.of(".ifc", ".ifczip");
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        boolean named = head.name().endsWith(".ifc") || head.name().endsWith(".ifczip");
        if (text.startsWith("PK\u0003\u0004")) {
            return head.name().endsWith(".ifczip") ? 1 : text.substring(0, Math.min(text.length(), 200)).toLowerCase(java.util.Locale.ROOT).contains(".ifc")
                    ? 0.8 : 0;
        }
        int start = text.indexOf("ISO-10303-21");
        if (start < 0 || start > 200) {
            return named && text.isBlank() ? 0.5 : 0;
        }
        return text.toUpperCase(java.util.Locale.ROOT).matches("(?s).*FILE_SCHEMA\\s*\\(\\s*\\(\\s*'IFC.*") ? 1 : named ? 0.6 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        new IfcReading(source, options, sink, progress).run();
    }
}
