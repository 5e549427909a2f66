package org.kvarter.series.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualityWords;

/** The questions about a series as SQL: the server filters and adds up, and one row per place or step travels. Immutable. */
final class SqlQuestions {

    private final SqlDialect dialect;
    private final SqlSeries series;
    private final SqlColumn time;
    private final SqlColumn place;

    /** @param columns of the table */
    SqlQuestions(SqlDialect dialect, SqlSeries series, List<SqlColumn> columns) {
        this.dialect = dialect;
        this.series = series;
        this.time = column(columns, series.timeColumn());
        this.place = column(columns, series.placeColumn());
    }

    private static SqlColumn column(List<SqlColumn> columns, String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(new SqlColumn(name, ""));
    }

    private SqlText key() {
        return new SqlText().add("CAST(").name(place.name()).add(" AS varchar)");
    }

    private SqlText value(Aggregation aggregation) {
        String function = switch (aggregation) {
            case MEAN -> "avg";
            case SUM -> "sum";
            case MAXIMUM -> "max";
        };
        return new SqlText().add(function + "(CAST(").name(series.valueColumn()).add(" AS double precision))");
    }

    /** Which step of {@code step} after {@code start} a row is in. */
    private SqlText number(Instant start, Duration step) {
        return new SqlText().add("CAST(floor((").add(dialect.millis(time, series.axis().zone())).add(" - ").add(Long.toString(start.toEpochMilli())).add(") / ")
                .add(Long.toString(step.toMillis())).add(") AS bigint)");
    }

    private SqlText from(Instant start, Instant end) {
        // a local time may be one of two: an hour more on both sides is asked for, and what is out of the window is left out by its number
        Duration more = time.kind() == SqlColumn.Kind.INSTANT ? Duration.ZERO : Duration.ofHours(time.kind() == SqlColumn.Kind.DATE ? 26 : 2);
        return new SqlText().add(" FROM ").table(series.table()).add(" WHERE ").name(time.name()).add(" >= ")
                .add(dialect.moment(time, start.minus(more), series.axis().zone())).add(" AND ").name(time.name()).add(" < ")
                .add(dialect.moment(time, end.plus(more), series.axis().zone())).add(" AND ").name(place.name()).add(" IS NOT NULL AND ")
                .add(dialect.finite(series.valueColumn()));
    }

    /** Rows of key, value. */
    SqlText slice(TimeWindow window, Aggregation aggregation) {
        return of(window, value(aggregation));
    }

    /** Rows of key, ordinal of the least certain quality. */
    SqlText quality(TimeWindow window) {
        return of(window, new SqlText().add("max(").add(quality()).add(")"));
    }

    private SqlText of(TimeWindow window, SqlText value) {
        if (time.kind() == SqlColumn.Kind.INSTANT) {
            return new SqlText().add("SELECT ").add(key()).add(" AS k, ").add(value).add(" AS v").add(from(window.start(), window.end())).add(" GROUP BY 1");
        }
        Duration length = Duration.between(window.start(), window.end());
        return new SqlText().add("SELECT k, v FROM (SELECT ").add(key()).add(" AS k, ").add(number(window.start(), length)).add(" AS b, ")
                .add(value).add(" AS v").add(from(window.start(), window.end())).add(" GROUP BY 1, 2) AS steps WHERE b = 0");
    }

    /** Rows of key, number of the step, value. */
    SqlText trace(List<String> keys, TimeWindow window, Duration step, Aggregation aggregation) {
        return new SqlText().add("SELECT ").add(key()).add(" AS k, ").add(number(window.start(), step)).add(" AS b, ").add(value(aggregation)).add(" AS v")
                .add(from(window.start(), window.end())).add(" AND ").add(dialect.among(place, keys)).add(" GROUP BY 1, 2");
    }

    /** Rows of interval, sum. @param keys empty for all places */
    SqlText sum(List<String> keys) {
        SqlText text = new SqlText().add("SELECT ").add(number(series.axis().start(), series.axis().step())).add(" AS b, ").add(value(Aggregation.SUM))
                .add(" AS v").add(from(series.axis().start(), series.axis().end()));
        return keys.isEmpty() ? text.add(" GROUP BY 1") : text.add(" AND ").add(dialect.among(place, keys)).add(" GROUP BY 1");
    }

    /** Rows of interval, ordinal of the least certain quality. @param keys empty for all places */
    SqlText qualities(List<String> keys) {
        SqlText text = new SqlText().add("SELECT ").add(number(series.axis().start(), series.axis().step())).add(" AS b, max(").add(quality()).add(") AS q")
                .add(from(series.axis().start(), series.axis().end()));
        return keys.isEmpty() ? text.add(" GROUP BY 1") : text.add(" AND ").add(dialect.among(place, keys)).add(" GROUP BY 1");
    }

    private SqlText quality() {
        int whole = series.quality().whole().ordinal();
        if (series.quality().column().isEmpty()) {
            return new SqlText().add(Integer.toString(whole));
        }
        SqlText text = new SqlText().add("CASE lower(trim(CAST(").name(series.quality().column()).add(" AS varchar))) WHEN ").bind("measured").add(" THEN 0");
        for (Quality quality : Quality.values()) {
            for (String word : QualityWords.of(quality)) {
                text.add(" WHEN ").bind(word).add(" THEN " + quality.ordinal());
            }
        }
        return text.add(" ELSE " + whole + " END");
    }

    /** Rows of key, interval, value. */
    SqlText block(int first, int end, Aggregation aggregation) {
        return new SqlText().add("SELECT ").add(key()).add(" AS k, ").add(number(series.axis().start(), series.axis().step())).add(" AS b, ")
                .add(value(aggregation)).add(" AS v").add(from(series.axis().at(first), series.axis().at(end))).add(" GROUP BY 1, 2");
    }

    /** Rows of key. */
    SqlText keys(int most) {
        return new SqlText().add("SELECT DISTINCT ").add(key()).add(" AS k FROM ").table(series.table()).add(" WHERE ").name(place.name())
                .add(" IS NOT NULL LIMIT " + most);
    }

    /** All statements once, for whoever wants to look at them. */
    List<SqlText> all() {
        TimeWindow window = new TimeWindow(series.axis().start(), series.axis().end());
        return Arrays.asList(slice(window, Aggregation.SUM), trace(List.of("1", "2"), window, Duration.ofDays(1), Aggregation.MEAN), sum(List.of("1")),
                sum(List.of()), quality(window), qualities(List.of("1")), qualities(List.of()), block(0, 1, Aggregation.MEAN), keys(10));
    }
}
