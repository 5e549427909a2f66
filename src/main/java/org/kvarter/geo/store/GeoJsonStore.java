package org.kvarter.geo.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;

/**
 * The one table of a GeoJSON file (RFC 7946, and the {@code crs} member of the 2008 specification): a FeatureCollection, a Feature, a
 * bare geometry, or any number of these one after the other, as in newline-delimited GeoJSON and GeoJSON text sequences.
 *
 * <p>The file is streamed twice: once to learn attributes, count and box, and once per reading. Nested property objects become
 * attributes with dotted names, arrays JSON text.
 */
public final class GeoJsonStore extends VectorStore {

    private final Runnable check;
    private GeoJsonTable table;

    GeoJsonStore(Path file, Consumer<Diagnostic> notes, Runnable check) {
        super(file, notes);
        this.check = check;
    }

    @Override
    public String format() {
        return "GeoJSON";
    }

    @Override
    public String version() {
        return table != null && table.scan().namedCrs() ? "2008" : "RFC 7946";
    }

    @Override
    List<GeoJsonTable> tables() throws IOException {
        if (table == null) {
            table = new GeoJsonTable(this, scan());
        }
        return List.of(table);
    }

    private GeoJsonScan scan() throws IOException {
        GeoJsonScan scan = new GeoJsonScan(fileName(), check);
        try {
            scan.run(file(), null);
        } catch (JsonProcessingException | CharConversionException e) {
            if (isEncoding(e)) {
                note(Severity.WARNING, "", StoreTexts.get("geojson.encoding", fileName()));
                scan = scanAs(StandardCharsets.ISO_8859_1);
            } else {
                broken(scan, e);
            }
        }
        if (scan.tooManyColumns()) {
            note(Severity.WARNING, "", StoreTexts.get("geojson.columns", fileName(), Integer.toString(StoreLimits.MAX_COLUMNS)));
        }
        return scan;
    }

    private GeoJsonScan scanAs(Charset charset) throws IOException {
        GeoJsonScan scan = new GeoJsonScan(fileName(), check);
        try {
            scan.run(file(), charset);
        } catch (JsonProcessingException e) {
            broken(scan, e);
        }
        return scan;
    }

    private static boolean isEncoding(IOException e) {
        return e instanceof CharConversionException || String.valueOf(e.getMessage()).contains("UTF-8");
    }

    /** The features before the break are kept; without any the file is refused. */
    private void broken(GeoJsonScan scan, IOException e) throws VectorStoreException {
        String line = e instanceof JsonProcessingException p && p.getLocation() != null
                ? Integer.toString(p.getLocation().getLineNr()) : "1";
        String what = StoreTexts.get(e instanceof JsonEOFException ? "geojson.endsEarly" : "geojson.invalid", line);
        if (scan.features() == 0) {
            throw new VectorStoreException(StoreTexts.get("geojson.broken", fileName(), what), e);
        }
        note(Severity.ERROR, "", StoreTexts.get("geojson.brokenAfter", fileName(), what, Long.toString(scan.features())));
    }
}
