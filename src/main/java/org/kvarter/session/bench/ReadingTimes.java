package org.kvarter.session.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.project.ProjectSource;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.session.Session;

/** Notes when data were read into the project, and of layers of services where from and under which terms. Not a step of its own to undo: it comes with one. JavaFX thread only. */
public final class ReadingTimes {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private ReadingTimes() {
    }

    /** Notes that layers or series were read now. @param data their ids */
    public static void note(Session session, Collection<String> data) {
        note(session, data, Instant.now());
    }

    static void note(Session session, Collection<String> data, Instant now) {
        DataBook book = session.dataBook();
        String read = MINUTE.format(now.atZone(ZoneId.systemDefault()));
        for (String id : data) {
            DataRecord noted = book.record(id).withRead(read);
            book = book.with(fetched(session, id).map(settings -> ofService(noted, settings)).orElse(noted));
        }
        session.dataBookProperty().set(book);
    }

    /** Settings of the file that a layer was fetched into from a service; empty for one of another file. */
    private static Optional<Map<String, String>> fetched(Session session, String layerId) {
        String file = session.layer(layerId).map(l -> l.source().file()).orElse("");
        return session.sources().stream().filter(s -> !file.isEmpty() && s.file().equals(file)).map(ProjectSource::settings).filter(s -> LayerSource.of(s).isPresent()).findFirst();
    }

    private static DataRecord ofService(DataRecord noted, Map<String, String> settings) {
        LayerSource service = LayerSource.of(settings).orElseThrow();
        String address = service.query().url().replaceFirst("[?#].*", "");
        String when = LayerSource.fetched(settings).map(at -> MINUTE.format(at.atZone(ZoneId.systemDefault()))).orElse(noted.read());
        return new DataRecord(noted.data(), noted.origin(), noted.source().isEmpty() ? address : noted.source(), when, noted.recipe(),
                noted.licence().isEmpty() ? service.attribution() : noted.licence(), noted.personal());
    }
}
