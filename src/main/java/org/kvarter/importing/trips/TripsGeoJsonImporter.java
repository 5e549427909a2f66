package org.kvarter.importing.trips;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * GeoJSON lines with a time at each point: as a property {@code timestamps}, {@code coordTimes} or {@code times} (also within {@code
 * coordinateProperties}), or as a fourth coordinate. Times are ISO 8601, or seconds or milliseconds since 1970 or since a start that is
 * not stated.
 */
public final class TripsGeoJsonImporter implements Importer {

    private static final Texts TEXTS = Texts.in(TripsGeoJsonImporter.class);
    private static final Pattern TIMES = Pattern.compile("\"(?:timestamps|coordTimes|times)\"\\s*:\\s*\\[");
    private static final String NUMBER = "-?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?";
    private static final Pattern FOURTH = Pattern.compile("\\[\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*,\\s*\\d{6,13}(?:\\.\\d*)?\\s*\\]");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxDocumentLength(1L << 34).build()).build();

    @Override
    public String format() {
        return "GeoJSON trips";
    }

    @Override
    public List<String> extensions() {
        return List.of(".geojson", ".json");
    }

    @Override
    public boolean isOverDistrict() {
        return true;
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        boolean json = text.stripLeading().startsWith("{") || text.startsWith("\u00EF\u00BB\u00BF{");
        boolean lines = json && text.contains("\"Feature") && text.contains("LineString\"");
        return lines && (TIMES.matcher(text).find() || FOURTH.matcher(text).find()) ? 0.98 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        String name = source.file().getFileName().toString();
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        progress.checkCancelled();
        Tracks tracks = new Tracks(MemoryBudget.ofHeap());
        TripFeatures features = new TripFeatures(tracks, notes, progress, name);
        try (InputStream in = Files.newInputStream(source.file()); JsonParser parser = JSON.createParser(in)) {
            features.read(parser);
        } catch (JsonProcessingException e) {
            if (tracks.places() == 0) {
                throw new ImportException(TEXTS.get("notJson", name), e);
            }
            notes.add(Severity.WARNING, "cut", "", tracks.places());
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        } catch (MemoryBudget.ExceededException e) {
            throw new ImportException(TEXTS.get("tooLarge", name), e);
        }
        TripLayers.write(tracks, name, "GeoJSON trips", features.crs().or(() -> Optional.of("OGC:CRS84")), sink, notes);
    }
}
