package org.kvarter.importing.trips;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.SecureXml;
import org.kvarter.text.Texts;

/**
 * SUMO's floating car data ({@code --fcd-output}), streamed: vehicles and persons by time step. Places are longitude and latitude, or
 * metres of the simulated network, whose coordinate reference system the file does not state. Document type definitions and external
 * entities are not read.
 */
public final class FcdImporter implements Importer {

    private static final Texts TEXTS = Texts.in(FcdImporter.class);

    @Override
    public String format() {
        return "SUMO FCD";
    }

    @Override
    public List<String> extensions() {
        return List.of(".xml", ".xml.gz");
    }

    @Override
    public boolean isOverDistrict() {
        return true;
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        if (text.startsWith("\u001f\u008b")) {
            try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(head.bytes()))) {
                text = new String(in.readNBytes(4096), java.nio.charset.StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return 0;
            }
        }
        return text.contains("<fcd-export") ? 1 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        String name = source.file().getFileName().toString();
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        progress.checkCancelled();
        Tracks tracks = new Tracks(MemoryBudget.ofHeap());
        try (InputStream raw = Files.newInputStream(source.file())) {
            InputStream in = source.bytes().length > 1 && source.bytes()[0] == 0x1f && source.bytes()[1] == (byte) 0x8b
                    ? new GZIPInputStream(raw, 1 << 16) : raw;
            steps(in, tracks, name, progress);
        } catch (XMLStreamException | java.io.EOFException | java.util.zip.ZipException e) {
            if (tracks.places() == 0) {
                throw new ImportException(TEXTS.get("notXml", name), e);
            }
            notes.add(Severity.WARNING, "cut", "", tracks.places());
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        } catch (MemoryBudget.ExceededException e) {
            throw new ImportException(TEXTS.get("tooLarge", name), e);
        }
        TripLayers.write(tracks, name, "SUMO FCD", tracks.isGeographic() ? Optional.of("OGC:CRS84") : Optional.empty(), sink, notes);
    }

    private static void steps(InputStream in, Tracks tracks, String name, Progress progress) throws XMLStreamException {
        XMLStreamReader xml = SecureXml.streaming().createXMLStreamReader(in);
        Map<String, Integer> known = new HashMap<>();
        double time = Double.NaN;
        long elements = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if ((++elements & 0x3FFF) == 0) {
                progress.checkCancelled();
                progress.report(Double.NaN, TEXTS.get("reading", name, tracks.size()));
            }
            switch (xml.getLocalName()) {
                case "timestep" -> time = number(xml.getAttributeValue(null, "time"));
                case "vehicle", "person", "container" -> {
                    String id = xml.getAttributeValue(null, "id");
                    if (id != null) {
                        tracks.add(known.computeIfAbsent(id, i -> track(xml, i, tracks)), time, number(xml.getAttributeValue(null, "x")),
                                number(xml.getAttributeValue(null, "y")));
                    }
                }
                default -> {
                }
            }
        }
    }

    private static int track(XMLStreamReader xml, String id, Tracks tracks) {
        String type = Optional.ofNullable(xml.getAttributeValue(null, "type")).orElse("");
        Mode mode = xml.getLocalName().equals("person") ? Mode.WALK : Mode.ofWord(type);
        int row = tracks.track(id, mode == Mode.OTHER ? Mode.CAR : mode);
        tracks.attributes().set(row, "type", type.isEmpty() ? null : type);
        return row;
    }

    private static double number(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
