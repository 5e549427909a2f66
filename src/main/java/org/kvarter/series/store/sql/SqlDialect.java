package org.kvarter.series.store.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What engines write differently. */
enum SqlDialect {
    POSTGRESQL {
        @Override
        SqlText millis(SqlColumn time, ZoneId zone) {
            SqlText text = new SqlText().add("extract(epoch FROM ");
            if (time.kind() == SqlColumn.Kind.INSTANT) {
                text.name(time.name());
            } else {
                text.add("(").name(time.name()).add("::timestamp AT TIME ZONE ").bind(zone.getId()).add(")");
            }
            return text.add(") * 1000");
        }

        @Override
        SqlText moment(SqlColumn time, Instant instant, ZoneId zone) {
            return time.kind() == SqlColumn.Kind.INSTANT ? new SqlText().bind(instant.atOffset(ZoneOffset.UTC))
                    : new SqlText().bind(LocalDateTime.ofInstant(instant, zone));
        }

        @Override
        SqlText finite(String column) {
            return new SqlText().name(column).add(" IS NOT NULL AND ").name(column).add("::double precision <> 'NaN'");
        }

        @Override
        SqlText among(SqlColumn place, List<String> keys) {
            return switch (place.kind()) {
                case TEXT -> place.type().equals("uuid")
                        ? new SqlText().name(place.name()).add(" = ANY(").bind(new SqlText.ArrayOf("uuid", keys.stream().map(UUID::fromString).toArray())).add(")")
                        : new SqlText().name(place.name()).add(" = ANY(").bind(new SqlText.ArrayOf("text", keys.toArray())).add(")");
                case WHOLE_NUMBER -> new SqlText().name(place.name()).add(" = ANY(")
                        .bind(new SqlText.ArrayOf("int8", keys.stream().map(Long::valueOf).toArray())).add(")");
                default -> new SqlText().add("CAST(").name(place.name()).add(" AS varchar) = ANY(").bind(new SqlText.ArrayOf("text", keys.toArray()))
                        .add(")");
            };
        }
    },
    TRINO {
        @Override
        SqlText millis(SqlColumn time, ZoneId zone) {
            SqlText text = new SqlText().add("to_unixtime(");
            if (time.kind() == SqlColumn.Kind.INSTANT) {
                text.name(time.name());
            } else {
                text.add("with_timezone(CAST(").name(time.name()).add(" AS timestamp(3)), ").bind(zone.getId()).add(")");
            }
            return text.add(") * 1000");
        }

        @Override
        SqlText moment(SqlColumn time, Instant instant, ZoneId zone) {
            return time.kind() == SqlColumn.Kind.INSTANT
                    ? new SqlText().add("CAST(").bind(WORDS.format(instant.atOffset(ZoneOffset.UTC)) + " UTC").add(" AS timestamp(3) with time zone)")
                    : new SqlText().add("CAST(").bind(WORDS.format(instant.atZone(zone))).add(" AS timestamp(3))");
        }

        @Override
        SqlText finite(String column) {
            return new SqlText().name(column).add(" IS NOT NULL AND is_finite(CAST(").name(column).add(" AS double precision))");
        }

        @Override
        SqlText among(SqlColumn place, List<String> keys) {
            SqlText text = new SqlText();
            if (place.kind() == SqlColumn.Kind.TEXT && place.type().startsWith("varchar")) {
                text.name(place.name());
            } else {
                text.add("CAST(").name(place.name()).add(" AS varchar)");
            }
            text.add(" IN (");
            for (int i = 0; i < keys.size(); i++) {
                text.add(i == 0 ? "" : ", ").bind(keys.get(i));
            }
            return text.add(")");
        }
    };

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    static SqlDialect of(SqlAddress.Engine engine) {
        return engine == SqlAddress.Engine.TRINO ? TRINO : POSTGRESQL;
    }

    /** A time as milliseconds since 1970, a number that may have a fraction. */
    abstract SqlText millis(SqlColumn time, ZoneId zone);

    /** A moment that {@code time} can be compared with as it is, so that an index or a partition serves. */
    abstract SqlText moment(SqlColumn time, Instant instant, ZoneId zone);

    /** Whether a value is there. */
    abstract SqlText finite(String column);

    /** Whether a place is one of some. */
    abstract SqlText among(SqlColumn place, List<String> keys);

    /** Keys that one statement asks for at most. */
    int mostKeys() {
        return this == TRINO ? 500 : 20_000;
    }

    /** All that SQL of this engine is written in. */
    static List<SqlDialect> all() {
        return Arrays.asList(values());
    }
}
