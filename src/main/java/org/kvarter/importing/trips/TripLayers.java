package org.kvarter.importing.trips;

import java.util.List;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SourceDescription;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/** Tracks that were read, as a layer. Stateless. */
final class TripLayers {

    private static final Texts TEXTS = Texts.in(TripLayers.class);

    private TripLayers() {
    }

    static void write(Tracks tracks, String name, String format, Optional<String> crs, LayerSink sink, DiagnosticTally notes)
            throws ImportException {
        try {
            if (tracks.places() == 0) {
                throw new ImportException(TEXTS.get("nothing", name));
            }
            if (tracks.isRelative()) {
                notes.add(Severity.INFO, "relative", "");
            }
            sink.source(new SourceDescription(format, "", crs, List.of(), base(name), ""));
            sink.count("Place", tracks.places());
            sink.movement(tracks.batch(base(name), org.kvarter.text.FileNames.readable(base(name))));
        } finally {
            notes.finish();
        }
    }

    private static String base(String name) {
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
