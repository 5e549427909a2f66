package org.kvarter.series.store.duck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.text.Figures;

/**
 * Takes rows into a store in one go, in their own order and at the speed of the engine: keys become the numbers of places that the head of the rows
 * named, and places that turn up later keep their keys until the series is arranged. What is unusable is left out and counted. Writes
 * {@link DuckLayout#values}, {@link DuckLayout#times} and the series' places. One use, one thread.
 */
final class DuckIntake {

    private static final String KEYS = "kvarter_keys";
    private static final String USABLE = "(p IS NOT NULL OR k IS NOT NULL) AND t IS NOT NULL AND v IS NOT NULL";

    private final NewSeries series;
    private final int no;
    private final String values;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    DuckIntake(NewSeries series, int no) {
        this.series = series;
        this.no = no;
        this.values = DuckLayout.values(no);
    }

    /**
     * What was taken.
     *
     * @param rows    rows that came
     * @param values  values that were kept
     * @param doubles how many of them are of an interval that has one already
     */
    record Taken(TimeAxis axis, int places, long rows, long values, long doubles, List<Diagnostic> diagnostics) {
    }

    Taken take(DuckSource source, Statement statement) throws SQLException, StoreException {
        statement.execute("CREATE OR REPLACE TEMP TABLE " + KEYS + " AS SELECT k, (dense_rank() OVER (ORDER BY trim(k)))::INTEGER - 1 AS p FROM (SELECT DISTINCT k"
                + " FROM (" + source.head() + ") WHERE v IS NOT NULL AND isfinite(v) AND k IS NOT NULL AND t IS NOT NULL) WHERE trim(k) <> ''");
        statement.execute("CREATE TABLE " + values + " AS SELECT r.t AS t, n.p AS p, CASE WHEN n.p IS NULL THEN nullif(trim(r.k), '') END AS k,"
                + " CASE WHEN isfinite(r.v) THEN TRY_CAST(r.v AS FLOAT) END AS v, r.q AS q FROM (" + source.rows() + ") r LEFT JOIN " + KEYS
                + " n ON r.k = n.k");
        long rows = number(statement, "SELECT count(*) FROM " + values);
        long unusable = number(statement, "SELECT count(*) FROM " + values + " WHERE NOT (" + USABLE + ")");
        if (rows == unusable) {
            throw new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.noValues", series.source()));
        }
        if (unusable > 0) {
            statement.execute("DELETE FROM " + values + " WHERE NOT (" + USABLE + ")");
        }
        boolean strangers = number(statement, "SELECT count(*) FROM " + values + " WHERE k IS NOT NULL") > 0;
        int places = places(statement, strangers);
        String millis = source.millis().isPresent() ? source.millis().get() : millis(statement);
        TimeAxis axis = new DuckTimes(series, no, millis, source.end()).find(statement, diagnostics);
        String at = DuckLayout.rowsOf(no, strangers);
        long doubles = number(statement, "SELECT coalesce(sum(c - bit_count(b)), 0) FROM (SELECT count(*) AS c, bit_or(1::BIGINT << (i % 60)) AS b FROM "
                + at + " GROUP BY p, i // 60)");
        say(unusable, "load.unusable", Figures.of(unusable));
        say(doubles, "load.doubles", Figures.of(doubles));
        return new Taken(axis, places, rows, rows - unusable, doubles, diagnostics);
    }

    /** Writes the places, those that turned up late after the others, and answers how many there are. */
    private int places(Statement statement, boolean strangers) throws SQLException {
        statement.execute("INSERT INTO kvarter_places SELECT " + no + ", p, min(trim(k)) FROM " + KEYS + " GROUP BY p ORDER BY p");
        String known = "SELECT count(*) FROM kvarter_places WHERE no = " + no;
        if (strangers) {
            statement.execute("INSERT INTO kvarter_places SELECT " + no + ", (" + number(statement, known) + " - 1 + row_number() OVER (ORDER BY k))::INTEGER, k FROM"
                    + " (SELECT DISTINCT k FROM " + values + " WHERE k IS NOT NULL AND k NOT IN (SELECT key FROM kvarter_places WHERE no = " + no + "))");
        }
        return (int) number(statement, known);
    }

    private String millis(Statement statement) throws SQLException, StoreException {
        try (ResultSet result = statement.executeQuery("SELECT typeof(t) FROM " + values + " LIMIT 1")) {
            String type = result.next() ? result.getString(1).toUpperCase(Locale.ROOT) : "";
            if (type.startsWith("TIMESTAMP WITH")) {
                return "epoch_ms(t)";
            }
            if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
                DuckLocalTimes local = DuckLocalTimes.of(statement, values, series);
                local.note().ifPresent(diagnostics::add);
                return local.millis();
            }
            throw new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.noTimes", series.source(), "t"));
        }
    }

    private void say(long count, String key, String figure) {
        if (count > 0) {
            diagnostics.add(new Diagnostic(Severity.WARNING, series.source(), "", DuckErrors.TEXTS.get(key, series.source(), figure)));
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        return DuckTables.number(statement, sql);
    }
}
