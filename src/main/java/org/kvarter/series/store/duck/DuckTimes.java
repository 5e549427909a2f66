package org.kvarter.series.store.duck;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.TimeSteps;
import org.kvarter.text.Figures;

/** Finds the time axis of rows that were taken, and writes which interval each of their times is. */
final class DuckTimes {

    /** Different times that are looked at to find the axis. */
    private static final int MOST_TIMES = 20_000_000;

    private final NewSeries series;
    private final int no;
    private final String millis;
    private final boolean end;

    /**
     * @param millis SQL of column {@code t} as milliseconds since 1970
     * @param end    whether a time names the end of its interval
     */
    DuckTimes(NewSeries series, int no, String millis, boolean end) {
        this.series = series;
        this.no = no;
        this.millis = millis;
        this.end = end;
    }

    /** @param diagnostics gets what is odd */
    TimeAxis find(Statement statement, List<Diagnostic> diagnostics) throws SQLException, StoreException {
        String times = DuckLayout.times(no);
        statement.execute("CREATE TABLE " + times + " AS SELECT t, " + millis + " AS ms, 0::INTEGER AS i FROM (SELECT DISTINCT t FROM " + DuckLayout.values(no) + ")");
        long count = DuckTables.number(statement, "SELECT count(*) FROM " + times);
        if (count > MOST_TIMES) {
            throw tooMany(count);
        }
        long[] found = new long[(int) count];
        int n = 0;
        try (ResultSet result = statement.executeQuery("SELECT DISTINCT ms FROM " + times + " ORDER BY ms")) {
            while (result.next()) {
                found[n++] = result.getLong(1);
            }
        }
        TimeSteps steps = TimeSteps.of(java.util.Arrays.copyOf(found, n), series.step());
        if (steps.count() > Integer.MAX_VALUE / 2) {
            throw tooMany(steps.count());
        }
        if (steps.offGrid() > 0) {
            diagnostics.add(warning("load.offGrid", Figures.of(steps.offGrid()), Figures.of(steps.step().toSeconds() / 60.0)));
        }
        Duration back = end ? steps.step() : Duration.ZERO;
        TimeAxis axis = new TimeAxis(Instant.ofEpochMilli(steps.start()).minus(back), steps.step(), (int) steps.count(), series.zone());
        statement.execute("UPDATE " + times + " SET i = ((ms - " + steps.start() + ") // " + steps.step().toMillis() + ")::INTEGER");
        gaps(statement, axis, diagnostics);
        return axis;
    }

    private void gaps(Statement statement, TimeAxis axis, List<Diagnostic> diagnostics) throws SQLException {
        String times = DuckLayout.times(no);
        try (PreparedStatement query = statement.getConnection().prepareStatement("SELECT ?::INTEGER - count(*), (SELECT min(r) FROM range(?) g(r) WHERE r NOT IN"
                + " (SELECT i FROM " + times + ")) FROM (SELECT DISTINCT i FROM " + times + ")")) {
            query.setInt(1, axis.count());
            query.setInt(2, axis.count());
            try (ResultSet found = query.executeQuery()) {
                if (found.next() && found.getLong(1) > 0) {
                    String first = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(axis.at(found.getInt(2)).atZone(axis.zone()));
                    diagnostics.add(warning("load.gaps", Figures.of(found.getLong(1)), Figures.of(axis.count()), first));
                }
            }
        }
    }

    private StoreException tooMany(long count) {
        return new StoreException(Kind.TOO_LARGE, DuckErrors.TEXTS.get("load.tooManyTimes", series.source(), Figures.of(count)));
    }

    private Diagnostic warning(String key, Object first, Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = series.source();
        all[1] = first;
        System.arraycopy(more, 0, all, 2, more.length);
        return new Diagnostic(Severity.WARNING, series.source(), "", DuckErrors.TEXTS.get(key, all));
    }
}
