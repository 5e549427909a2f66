package org.kvarter.series.store.duck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.store.NewSeries;
import org.kvarter.text.SqlNames;

/**
 * Times without an offset as moments of a zone. Where clocks go back an hour is there twice: of two rows of a place at one such time the first is
 * of summer. A table that has the hour that clocks skip was written in standard time all year.
 *
 * @param millis SQL of column {@code t} as milliseconds since 1970
 * @param note   what a person should know; empty for nothing
 */
record DuckLocalTimes(String millis, Optional<Diagnostic> note) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Looks at the rows {@code t, p, k} of a table, and marks those that are of summer: their times get a microsecond. */
    static DuckLocalTimes of(Statement statement, String table, NewSeries series) throws SQLException {
        ZoneId zone = series.zone();
        if (zone.normalized() instanceof ZoneOffset offset) {
            return new DuckLocalTimes("epoch_ms(t::TIMESTAMP) - " + offset.getTotalSeconds() * 1000L, Optional.empty());
        }
        List<ZoneOffsetTransition> changes = changes(statement, table, zone);
        for (ZoneOffsetTransition change : changes) {
            String inGap = between(change.getDateTimeBefore(), change.getDateTimeAfter());
            if (change.isGap() && DuckTables.number(statement, "SELECT count(*) FROM " + table + " WHERE " + inGap) > 0) {
                long standard = zone.getRules().getStandardOffset(change.getInstant()).getTotalSeconds() * 1000L;
                String said = DuckErrors.TEXTS.get("load.standardTime", series.source(), SHOWN.format(change.getDateTimeBefore()), zone.getId());
                return new DuckLocalTimes("epoch_ms(t::TIMESTAMP) - " + standard, Optional.of(new Diagnostic(Severity.INFO, series.source(), "", said)));
            }
        }
        StringBuilder summer = new StringBuilder();
        for (ZoneOffsetTransition change : changes) {
            if (change.isOverlap()) {
                String inOverlap = between(change.getDateTimeAfter(), change.getDateTimeBefore());
                statement.execute("UPDATE " + table + " SET t = t + INTERVAL 1 MICROSECOND WHERE rowid IN (SELECT r FROM (SELECT rowid AS r, row_number()"
                        + " OVER (PARTITION BY p, k, t ORDER BY rowid) AS n, count(*) OVER (PARTITION BY p, k, t) AS twice FROM " + table + " WHERE " + inOverlap + ") WHERE n = 1 AND twice = 2)");
                summer.append(" WHEN epoch_us(t) % 1000 = 1 AND ").append(inOverlap).append(" THEN ").append(-change.getDuration().toMillis());
            }
        }
        String later = "epoch_ms(timezone(" + SqlNames.word(zone.getId()) + ", t::TIMESTAMP))"; // of the two DuckDB takes the one of winter
        return new DuckLocalTimes(summer.isEmpty() ? later : later + " - CASE" + summer + " ELSE 0 END", Optional.empty());
    }

    private static String between(LocalDateTime from, LocalDateTime to) {
        return "t >= TIMESTAMP '" + from + "' AND t < TIMESTAMP '" + to + "'";
    }

    private static List<ZoneOffsetTransition> changes(Statement statement, String table, ZoneId zone) throws SQLException {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        try (ResultSet ends = statement.executeQuery("SELECT epoch_ms(min(t)::TIMESTAMP), epoch_ms(max(t)::TIMESTAMP) FROM " + table)) {
            if (!ends.next() || ends.getObject(1) == null) {
                return changes;
            }
            Instant last = Instant.ofEpochMilli(ends.getLong(2)).plusSeconds(86_400);
            ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochMilli(ends.getLong(1)).minusSeconds(86_400));
            while (next != null && next.getInstant().isBefore(last) && changes.size() < 1_000) {
                changes.add(next);
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return changes;
    }
}
