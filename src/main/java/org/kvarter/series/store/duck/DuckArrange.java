package org.kvarter.series.store.duck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.TimeSteps;
import org.kvarter.text.Figures;

/**
 * Puts rows as they came into the order of a store: finds the time axis and the places, sorts, and reports what was odd. Several values of
 * a place in one interval become their mean. One use, one thread.
 */
final class DuckArrange {

    /** Different times that are looked at to find the axis. */
    private static final int MOST_TIMES = 20_000_000;

    private final NewSeries series;
    private final String millis;
    private final boolean intervalEnd;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /**
     * @param millis      SQL of column {@code t} as milliseconds since 1970
     * @param intervalEnd whether a time names the end of its interval
     */
    DuckArrange(NewSeries series, String millis, boolean intervalEnd) {
        this.series = series;
        this.millis = millis;
        this.intervalEnd = intervalEnd;
    }

    /** Reports a note, too. */
    DuckArrange saying(Optional<Diagnostic> note) {
        note.ifPresent(diagnostics::add);
        return this;
    }

    /** What was arranged. @param rows rows that came, values that are kept */
    record Arranged(TimeAxis axis, int places, long rows, long values, List<Diagnostic> diagnostics) {
    }

    /** Long statements go through {@code statement}, which whoever watches may stop. */
    Arranged arrange(Connection connection, Statement statement) throws SQLException, StoreException {
        long rows = number(statement, "SELECT count(*) FROM raw");
        long unusable = number(statement, "SELECT count(*) FROM raw WHERE k IS NULL OR trim(k) = '' OR t IS NULL OR v IS NULL OR NOT isfinite(v)");
        statement.execute("CREATE TABLE places AS SELECT (row_number() OVER (ORDER BY k))::INTEGER - 1 AS p, k FROM"
                + " (SELECT DISTINCT trim(k) AS k FROM raw WHERE k IS NOT NULL AND trim(k) <> '' AND v IS NOT NULL AND isfinite(v))");
        int places = (int) number(statement, "SELECT count(*) FROM places");
        long[] times = times(statement);
        if (places == 0 || times.length == 0) {
            throw new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.noValues", series.source()));
        }
        TimeAxis axis = axis(times);
        statement.execute("CREATE TABLE times AS SELECT t, ((ms - " + axis.start().toEpochMilli() + ") // " + axis.step().toMillis()
                + ")::INTEGER AS i FROM (SELECT t, " + shifted(axis) + " AS ms FROM (SELECT DISTINCT t FROM raw WHERE t IS NOT NULL))");
        statement.execute("CREATE TABLE arranged AS SELECT times.i, places.p, raw.v::FLOAT AS v, raw.q FROM raw JOIN times ON raw.t = times.t"
                + " JOIN places ON trim(raw.k) = places.k WHERE raw.v IS NOT NULL AND isfinite(raw.v) ORDER BY " + DuckLayout.order(places));
        statement.execute("DROP TABLE raw");
        mergeDoubles(statement, places);
        long values = number(statement, "SELECT count(*) FROM arranged");
        say(unusable, "load.unusable", unusable);
        gaps(connection, axis);
        return new Arranged(axis, places, rows, values, diagnostics);
    }

    private String shifted(TimeAxis axis) {
        return intervalEnd ? "(" + millis + ") - " + axis.step().toMillis() : millis;
    }

    private long[] times(Statement statement) throws SQLException, StoreException {
        long count = number(statement, "SELECT count(DISTINCT t) FROM raw WHERE v IS NOT NULL AND isfinite(v)");
        if (count > MOST_TIMES) {
            throw new StoreException(Kind.TOO_LARGE, DuckErrors.TEXTS.get("load.tooManyTimes", series.source(), Figures.of(count)));
        }
        long[] times = new long[(int) count];
        try (ResultSet found = statement.executeQuery("SELECT " + millis + " AS ms FROM (SELECT DISTINCT t FROM raw WHERE t IS NOT NULL AND v IS NOT NULL"
                + " AND isfinite(v)) ORDER BY ms")) {
            int n = 0;
            while (found.next() && n < times.length) {
                times[n++] = found.getLong(1);
            }
        }
        return times;
    }

    private TimeAxis axis(long[] times) throws StoreException {
        TimeSteps found = TimeSteps.of(times, series.step());
        if (found.count() > Integer.MAX_VALUE / 2) {
            throw new StoreException(Kind.TOO_LARGE, DuckErrors.TEXTS.get("load.tooManyTimes", series.source(), Figures.of(found.count())));
        }
        say(found.offGrid(), "load.offGrid", Figures.of(found.offGrid()), Figures.of(found.step().toSeconds() / 60.0));
        Duration back = intervalEnd ? found.step() : Duration.ZERO;
        return new TimeAxis(Instant.ofEpochMilli(found.start()).minus(back), found.step(), (int) found.count(), series.zone());
    }

    private void mergeDoubles(Statement statement, int places) throws SQLException {
        // rows are sorted, so that two of one place and interval are neighbours
        long doubles = number(statement, "SELECT count(*) FROM (SELECT i, p, lag(i) OVER () AS li, lag(p) OVER () AS lp FROM arranged)"
                + " WHERE i = li AND p = lp");
        if (doubles > 0) {
            statement.execute("CREATE TABLE merged AS SELECT i, p, avg(v)::FLOAT AS v, max(q) AS q FROM arranged GROUP BY i, p ORDER BY "
                    + DuckLayout.order(places));
            statement.execute("DROP TABLE arranged");
            statement.execute("ALTER TABLE merged RENAME TO arranged");
            say(doubles, "load.doubles", Figures.of(doubles));
        }
    }

    private void gaps(Connection connection, TimeAxis axis) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT ?::INTEGER - count(*), (SELECT min(r) FROM range(?) g(r) WHERE r NOT IN"
                + " (SELECT i FROM times)) FROM (SELECT DISTINCT i FROM times)")) {
            query.setInt(1, axis.count());
            query.setInt(2, axis.count());
            try (ResultSet found = query.executeQuery()) {
                if (found.next() && found.getLong(1) > 0) {
                    String first = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(axis.at(found.getInt(2)).atZone(axis.zone()));
                    say(found.getLong(1), "load.gaps", Figures.of(found.getLong(1)), Figures.of(axis.count()), first);
                }
            }
        }
    }

    private void say(long count, String key, Object... arguments) {
        if (count > 0) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = series.source();
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            diagnostics.add(new Diagnostic(Severity.WARNING, series.source(), "", DuckErrors.TEXTS.get(key, all)));
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
