package org.kvarter.session.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.kvarter.analysis.DataBook;
import org.kvarter.session.Session;

/** Notes when data were read into the project, and by what. Not a step of its own to undo: it comes with one. JavaFX thread only. */
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
            book = book.with(book.record(id).withRead(read));
        }
        session.dataBookProperty().set(book);
    }
}
