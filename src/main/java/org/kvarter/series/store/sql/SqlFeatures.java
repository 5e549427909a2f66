package org.kvarter.series.store.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kvarter.series.TimeWindow;

/** Rows with a geometry as SQL: the server leaves out what lies elsewhere or at another time. */
public final class SqlFeatures {

    private SqlFeatures() {
    }

    /**
     * A question for features.
     *
     * @param geometry column of the geometry
     * @param box      min east, min north, max east, max north in the geometry's own coordinates; empty for everything
     * @param srid     identifier of their reference system in the database, 0 where it states none
     * @param time     column of a time and the window that it must be in; empty for all times
     */
    public record Question(List<String> table, String geometry, Optional<double[]> box, int srid, Optional<Timed> time) {
    }

    /** A window of a column's times. */
    public record Timed(SqlColumn column, TimeWindow window) {
    }

    /** One row with the identifier of the reference system that the geometries state. */
    public static SqlText srid(SqlAddress.Engine engine, List<String> table, String geometry) {
        return engine == SqlAddress.Engine.TRINO ? new SqlText().add("SELECT 0")
                : new SqlText().add("SELECT ST_SRID(").name(geometry).add("::geometry) FROM ").table(table).add(" WHERE ").name(geometry)
                        .add(" IS NOT NULL LIMIT 1");
    }

    /** Rows of the geometry as (extended) well-known binary, and then the columns. */
    public static SqlText of(SqlAddress.Engine engine, Question question, List<SqlColumn> columns) {
        boolean trino = engine == SqlAddress.Engine.TRINO;
        SqlText text = new SqlText().add(trino ? "SELECT ST_AsBinary(" : "SELECT ST_AsEWKB(").name(question.geometry()).add(trino ? ")" : "::geometry)");
        columns.forEach(c -> text.add(", ").name(c.name()));
        text.add(" FROM ").table(question.table()).add(" WHERE ").name(question.geometry()).add(" IS NOT NULL");
        question.box().ifPresent(b -> {
            if (trino) {
                text.add(" AND ST_Intersects(").name(question.geometry()).add(", ST_GeometryFromText(").bind(("POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s"
                        + " %4$s, %1$s %2$s))").formatted(b[0], b[1], b[2], b[3])).add("))");
            } else {
                text.add(" AND ").name(question.geometry()).add("::geometry && ST_MakeEnvelope(").bind(b[0]).add(", ").bind(b[1]).add(", ").bind(b[2]).add(", ")
                        .bind(b[3]).add(", ").bind(question.srid()).add(")");
            }
        });
        question.time().ifPresent(t -> text.add(" AND ").name(t.column().name()).add(" >= ").add(moment(engine, t, t.window().start())).add(" AND ")
                .name(t.column().name()).add(" < ").add(moment(engine, t, t.window().end())));
        return text;
    }

    private static SqlText moment(SqlAddress.Engine engine, Timed timed, Instant instant) {
        return SqlDialect.of(engine).moment(timed.column(), instant, ZoneOffset.UTC);
    }
}
