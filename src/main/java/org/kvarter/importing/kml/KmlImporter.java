package org.kvarter.importing.kml;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.kvarter.geo.store.MemoryStore;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.vector.TableImporter;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Reads KML 2.x (OGC 07-147r2, 12-007r2) and KMZ archives without models: placemarks with points, lines, polygons and multi-geometries as
 * layers, one for each folder of the document; {@code gx:Track} and {@code gx:MultiTrack} as trips. Longitude and latitude on WGS 84.
 * Document types and external entities are not read, network links are not followed.
 */
public final class KmlImporter extends TableImporter {

    private static final Texts TEXTS = Texts.in(KmlImporter.class);
    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?kml[\\s>]");
    private static final int MOST_ENTRIES = 100_000;

    public KmlImporter() {
        super("KML", ".kml", ".kmz");
    }

    @Override
    public double probe(SourceHead head) {
        if (head.text().startsWith("PK\u0003\u0004")) {
            return head.name().endsWith(".kmz") || head.text().contains(".kml") ? isPlainKmz(head) ? 0.95 : 0 : 0;
        }
        if (ROOT.matcher(head.text().substring(0, Math.min(4_000, head.text().length()))).find()) {
            return 1;
        }
        return head.bytes().length == 0 && head.name().endsWith(".kml") ? 0.3 : 0;
    }

    /** Whether an archive holds KML but no models. */
    private static boolean isPlainKmz(SourceHead head) {
        try (ZipFile zip = new ZipFile(head.file().toFile())) {
            return zip.size() <= MOST_ENTRIES && document(zip).isPresent()
                    && zip.stream().noneMatch(e -> e.getName().toLowerCase(Locale.ROOT).endsWith(".dae"));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<ZipEntry> document(ZipFile zip) {
        ZipEntry usual = zip.getEntry("doc.kml");
        return usual != null ? Optional.of(usual)
                : zip.stream().filter(e -> e.getName().toLowerCase(Locale.ROOT).endsWith(".kml")).map(ZipEntry.class::cast).findFirst();
    }

    @Override
    protected Tables tables(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, MemoryBudget budget, Progress progress)
            throws ImportException, IOException {
        String name = head.file().getFileName().toString();
        DiagnosticTally tally = new DiagnosticTally(name, TEXTS, notes);
        Placemarks placemarks = new Placemarks(name.replaceFirst("(?i)\\.km[lz]$", ""), budget, tally);
        KmlReader reader = new KmlReader(placemarks, budget, tally, progress);
        try {
            read(head, reader);
        } catch (XMLStreamException e) {
            if (placemarks.isEmpty()) {
                throw new ImportException(TEXTS.get("notXml", name), e);
            }
            tally.add(Severity.WARNING, "cut", "", placemarks.count());
        }
        reader.tellLeftOut();
        tally.finish();
        if (placemarks.isEmpty()) {
            throw new ImportException(TEXTS.get("nothing", name));
        }
        List<Consumer<LayerSink>> further = placemarks.trips().isEmpty() ? List.of() : List.of(sink -> placemarks.trips().get().accept(sink));
        return new Tables(new MemoryStore(head.file(), format(), reader.version(), Optional.of("OGC:CRS84"), placemarks.tables()), further);
    }

    private static void read(SourceHead head, KmlReader reader) throws IOException, XMLStreamException, ImportException {
        if (!head.text().startsWith("PK")) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(head.file()))) {
                reader.read(in);
            }
            return;
        }
        try (ZipFile zip = new ZipFile(head.file().toFile())) {
            ZipEntry entry = document(zip).orElseThrow(() -> new ImportException(TEXTS.get("nothing", head.file().getFileName())));
            try (InputStream in = new Guarded(new BufferedInputStream(zip.getInputStream(entry)))) {
                reader.read(in);
            }
        } catch (java.util.zip.ZipException e) {
            throw new XMLStreamException(e);
        }
    }

    /** A damaged archive ends the document where it breaks, as a cut file does. */
    private static final class Guarded extends FilterInputStream {
        Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                return -1;
            }
        }
    }
}
