package org.kvarter.ui.databases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.scenario.Origin;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.ui.series.AddSeries;

/** Brings a series of a database into the session, with what is known of where it comes from. Stateless; JavaFX thread. */
final class DatabaseSeries {

    private DatabaseSeries() {
    }

    /** One step to undo. */
    static Change adding(Session session, Catalogue.Made made, TableChoice choice, SqlCatalog.Table table) {
        Change series = AddSeries.of(session, made.view(), made.source(), made.matched() > 0);
        DataBook before = session.dataBook();
        String id = made.view().id();
        String where = made.source().origin() instanceof SeriesOrigin.InDatabase database ? database.address().server() + " " + table.title() : table.title();
        DataBook after = before.with(new DataRecord(id, origin(choice), where, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), "", "", before.record(id).personal()));
        return Change.of(series.title(), () -> {
            session.dataBookProperty().set(after);
            series.apply();
        }, () -> {
            series.revert();
            session.dataBookProperty().set(before);
        });
    }

    /** What is said of all values; where a column says it of each, nothing is said of all. */
    private static Origin origin(TableChoice choice) {
        return !choice.quality().column().isEmpty() || choice.quality().whole() == Quality.MISSING ? Origin.UNSTATED : Origin.valueOf(choice.quality().whole().name());
    }
}
