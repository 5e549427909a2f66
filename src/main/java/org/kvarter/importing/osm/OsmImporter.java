package org.kvarter.importing.osm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
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
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * Reads OpenStreetMap extracts, as XML (also gzipped) and as PBF, in two passes: places of nodes take 16 bytes each, outlines of buildings
 * wait for their parts, all else is handed on as it comes. Longitude and latitude on WGS 84; buildings as solids over the ground.
 *
 * <p>Settings: {@code layers}, {@code metresPerStorey}, {@code defaultHeight}.
 */
public final class OsmImporter implements Importer {

    private static final Texts TEXTS = Texts.in(OsmImporter.class);
    private static final String CRS = "OGC:CRS84";
    private static final String LICENCE = "© OpenStreetMap contributors, ODbL";
    private static final double FIRST_SHARE = 0.4;

    @Override
    public String format() {
        return "OpenStreetMap";
    }

    @Override
    public List<String> extensions() {
        return List.of(".osm", ".osm.pbf", ".osm.gz", ".pbf");
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        if (OsmHead.isGzip(head)) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head.bytes()))) {
                text = new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return 0;
            }
        }
        return OsmHead.isPbf(text) || OsmHead.isXml(text) ? 1 : head.bytes().length == 0 && head.name().matches(".*\\.osm(\\.pbf)?") ? 0.3 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        String name = source.file().getFileName().toString();
        if (Files.isDirectory(source.file())) {
            throw new ImportException(TEXTS.get("folder", name));
        }
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        BuildingWriter writer = new BuildingWriter(options, notes, name);
        OsmFile file = OsmFile.of(source);
        MemoryBudget budget = MemoryBudget.ofHeap();
        try {
            FirstPass first = new FirstPass(budget);
            progress.checkCancelled();
            progress.report(0, TEXTS.get("looking", name));
            pass(file, first, progress, name, notes);
            if (first.elements() == 0) {
                throw new ImportException(TEXTS.get("nothing", name));
            }
            first.nodes().seal();
            progress.report(FIRST_SHARE, TEXTS.get("reading", name, first.elements()));
            sink.source(new SourceDescription(format(), "0.6", Optional.of(CRS), List.of(), FileNames.readable(base(name)), LICENCE));
            SecondPass second = new SecondPass(first, options, sink, notes, budget);
            pass(file, second, progress, name, null);
            if (second.finish(writer, progress::checkCancelled) == 0) {
                notes.add(Severity.WARNING, "empty", "", first.elements());
            }
        } catch (MemoryBudget.ExceededException e) {
            throw new ImportException(TEXTS.get("tooLarge", name), e);
        } finally {
            notes.finish();
        }
    }

    /** One pass; a file that breaks off counts as far as it goes, which is told where {@code notes} are given. */
    private static void pass(OsmFile file, OsmHandler handler, Progress progress, String name, DiagnosticTally notes)
            throws ImportException {
        try {
            file.read(handler, progress::checkCancelled);
        } catch (MalformedOsmException e) {
            if (handler instanceof FirstPass first && first.elements() == 0) {
                throw new ImportException(TEXTS.get("broken", name, e.getMessage()), e);
            }
            if (notes != null) {
                notes.add(Severity.ERROR, "cut", "", e.getMessage());
            }
        } catch (RefusedOsmException e) {
            throw new ImportException(TEXTS.get("refused", name, e.getMessage()), e);
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        }
    }

    private static String base(String name) {
        return name.replaceFirst("(?i)\\.(osm\\.pbf|osm\\.gz|osm|pbf)$", "");
    }
}
