package org.kvarter.importing.trips;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Reads GPX 1.0 and 1.1 (topografix.com/GPX/1/1): way points as points, routes and tracks without times as lines, tracks with a time at
 * each point as trips. Longitude and latitude on WGS 84. Document types and external entities are not read.
 */
public final class GpxImporter implements Importer {

    private static final Texts TEXTS = Texts.in(GpxImporter.class);

    @Override
    public String format() {
        return "GPX";
    }

    @Override
    public List<String> extensions() {
        return List.of(".gpx");
    }

    @Override
    public boolean isOverDistrict() {
        return true;
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        int root = text.indexOf("<gpx");
        return root >= 0 && root + 4 < text.length() && " \t\r\n>".indexOf(text.charAt(root + 4)) >= 0 ? 1
                : head.bytes().length == 0 && head.name().endsWith(".gpx") ? 0.3 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        String name = source.file().getFileName().toString();
        if (Files.isDirectory(source.file())) {
            throw new ImportException(TEXTS.get("gpx.folder", name));
        }
        progress.checkCancelled();
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        GpxReader reader = new GpxReader(MemoryBudget.ofHeap(), options, notes, progress);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()))) {
            reader.read(in);
        } catch (XMLStreamException e) {
            if (reader.isEmpty()) {
                throw new ImportException(TEXTS.get("notXml", name), e);
            }
            notes.add(Severity.WARNING, "gpx.cut", "", reader.places());
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        } catch (MemoryBudget.ExceededException e) {
            throw new ImportException(TEXTS.get("tooLarge", name), e);
        }
        try {
            if (reader.isEmpty()) {
                throw new ImportException(TEXTS.get("gpx.nothing", name));
            }
            sink.source(new SourceDescription(format(), reader.version(), Optional.of("OGC:CRS84"), List.of(),
                    org.kvarter.text.FileNames.readable(name.replaceFirst("(?i)\\.gpx$", "")), ""));
            reader.write(sink);
        } finally {
            notes.finish();
        }
    }
}
