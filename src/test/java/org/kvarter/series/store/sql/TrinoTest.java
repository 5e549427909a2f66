package org.kvarter.series.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualitySource;
import org.kvarter.text.LocalText;

/**
 * The questions as SQL of Trino: word by word, by what they answer in another engine that was taught Trino's few own functions, and against a server
 * where one is given, see {@link #given()}.
 */
class TrinoTest {

    private static final Instant START = Instant.parse("2025-03-29T23:00:00Z");
    private static final TimeAxis AXIS = new TimeAxis(START, Duration.ofHours(1), 24, ZoneId.of("Europe/Stockholm"));
    private static final List<String> HOSTILE = List.of("lake", "m", "a \"b\"; DROP TABLE x; --");

    private Connection engine;

    @BeforeEach
    void anEngineThatKnowsTrinosFunctions() throws SQLException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        engine = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement s = engine.createStatement()) {
            s.execute("SET TimeZone = 'UTC'");
            s.execute("CREATE MACRO to_unixtime(t) AS epoch_us(t::TIMESTAMPTZ) / 1000000.0");
            s.execute("CREATE MACRO with_timezone(t, z) AS timezone(z, t::TIMESTAMP)");
            s.execute("CREATE MACRO is_finite(x) AS isfinite(x)");
            s.execute("ATTACH ':memory:' AS lake");
            s.execute("CREATE SCHEMA lake.m");
            s.execute("CREATE TABLE lake.m.\"a \"\"b\"\"; DROP TABLE x; --\" AS SELECT TIMESTAMPTZ '2025-03-29 23:00:00+00' + INTERVAL 1 HOUR * h.range AS \"t'\","
                    + " 'P' || p.range AS \"p\"\"\", (p.range * 100 + h.range)::DOUBLE AS \"v;\" FROM range(24) h, range(1, 4) p WHERE NOT (p.range = 2 AND h.range = 5)");
            s.execute("INSERT INTO lake.m.\"a \"\"b\"\"; DROP TABLE x; --\" VALUES (TIMESTAMPTZ '2025-03-30 00:00:00+00', 'P1', 'NaN'::DOUBLE), (NULL, 'P1', 1),"
                    + " (TIMESTAMPTZ '2025-03-30 00:00:00+00', NULL, 1)");
            s.execute("CREATE TABLE lake.m.loc AS SELECT (\"t'\" AT TIME ZONE 'Europe/Stockholm')::TIMESTAMP AS \"t'\", \"p\"\"\", \"v;\" FROM"
                    + " lake.m.\"a \"\"b\"\"; DROP TABLE x; --\"");
        }
    }

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private static SqlQuestions questions(List<String> table, String timeType) {
        return new SqlQuestions(SqlDialect.TRINO, series(table), columns(timeType));
    }

    private static SqlSeries series(List<String> table) {
        return new SqlSeries("s", LocalText.EMPTY, "", "kWh", table, "t'", "p\"", "v;", AXIS);
    }

    private static List<SqlColumn> columns(String timeType) {
        return List.of(new SqlColumn("t'", timeType), new SqlColumn("p\"", "varchar"), new SqlColumn("v;", "double"));
    }

    /** The answer as words, a row each. */
    private List<String> answers(SqlText text) throws SQLException {
        String sql = text.sql().replace("timestamp(3) with time zone", "timestamptz").replace("timestamp(3)", "timestamp");
        List<String> rows = new ArrayList<>();
        try (PreparedStatement query = engine.prepareStatement(sql)) {
            for (int i = 0; i < text.values().size(); i++) {
                query.setObject(i + 1, text.values().get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        line.append(i == 1 ? "" : " ").append(row.getString(i));
                    }
                    rows.add(line.toString());
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    /** Where a server is given: {@code -Dkvarter.trino=trino://user@host:8080/tpch/tiny}; {@code installer/trino} starts one on this machine. */
    private static SqlAddress given() throws StoreException {
        String given = System.getProperty("kvarter.trino", "");
        Assumptions.assumeTrue(!given.isEmpty(), "no Trino server is given: -Dkvarter.trino=trino://user@host:8080/tpch/tiny");
        return SqlAddress.parse(given);
    }

    private static SqlStore store(SqlAddress address) {
        return SqlStore.at(address, () -> Optional.ofNullable(System.getenv("KVARTER_TRINO_PASSWORD")));
    }

    private static TimeWindow hours(int from, int to) {
        return new TimeWindow(AXIS.at(from), AXIS.at(to));
    }

    private enum Times {
        WITH_OFFSET, LOCAL
    }

    @ParameterizedTest
    @EnumSource(Times.class)
    void answersAsTheRowsSay(Times times) throws SQLException {
        // the clocks go forward in the third hour: no local time is there twice
        SqlQuestions q = times == Times.LOCAL ? questions(List.of("lake", "m", "loc"), "timestamp(3)") : questions(HOSTILE, "timestamp(3) with time zone");
        assertThat(answers(q.slice(hours(5, 6), Aggregation.SUM))).containsExactly("P1 105.0", "P3 305.0");
        assertThat(answers(q.slice(hours(1, 3), Aggregation.MEAN))).containsExactly("P1 101.5", "P2 201.5", "P3 301.5");
        assertThat(answers(q.slice(hours(0, 24), Aggregation.MAXIMUM))).containsExactly("P1 123.0", "P2 223.0", "P3 323.0");
        assertThat(answers(q.trace(List.of("P2", "P3"), hours(4, 8), Duration.ofHours(2), Aggregation.SUM)).stream().filter(r -> !r.matches("P\\d (-\\d|2) .*")).toList())
                .containsExactly("P2 0 204.0", "P2 1 413.0", "P3 0 609.0", "P3 1 613.0");
        assertThat(answers(q.sum(List.of("P1", "P3")))).contains("5 410.0", "0 400.0").hasSize(24);
        assertThat(answers(q.sum(List.of()))).contains("5 410.0", "0 600.0");
        assertThat(answers(q.block(5, 6, Aggregation.SUM))).contains("P1 5 105.0", "P3 5 305.0").noneMatch(r -> r.startsWith("P2 5"));
        assertThat(answers(q.keys(2))).hasSize(2);
        assertThat(answers(q.qualities(List.of("P1")))).hasSize(24).allMatch(r -> r.endsWith(" 0"));
        SqlQuestions assumed = new SqlQuestions(SqlDialect.TRINO, series(HOSTILE).withQuality(new QualitySource(Quality.MODELLED, "p\"")), columns("timestamp(3) with time zone"));
        if (times == Times.WITH_OFFSET) {
            assertThat(answers(assumed.qualities(List.of()))).hasSize(24).allMatch(r -> r.endsWith(" 1"));
        }
    }

    @Test
    void isWrittenAsTrinoReadsIt() {
        SqlText slice = questions(HOSTILE, "timestamp(3) with time zone").slice(hours(0, 2), Aggregation.SUM);
        assertThat(slice.sql()).isEqualTo("SELECT CAST(\"p\"\"\" AS varchar) AS k, sum(CAST(\"v;\" AS double precision)) AS v FROM \"lake\".\"m\".\"a \"\"b\"\"; DROP"
                + " TABLE x; --\" WHERE \"t'\" >= CAST(? AS timestamp(3) with time zone) AND \"t'\" < CAST(? AS timestamp(3) with time zone) AND \"p\"\"\" IS NOT NULL"
                + " AND \"v;\" IS NOT NULL AND is_finite(CAST(\"v;\" AS double precision)) GROUP BY 1");
        assertThat(slice.values()).containsExactly("2025-03-29 23:00:00.000 UTC", "2025-03-30 01:00:00.000 UTC");
        for (String type : List.of("timestamp(3) with time zone", "timestamp(6)", "date")) {
            for (SqlText text : questions(HOSTILE, type).all()) {
                String outside = text.sql().replaceAll("\"([^\"]|\"\")*\"", "x");
                assertThat(outside).doesNotContain("\"", ";", "--", "DROP", "'");
                assertThat(outside.chars().filter(c -> c == '?').count()).isEqualTo(text.values().size());
            }
        }
    }

    @Test
    void anAddressBecomesOneOfTheDriver() throws StoreException {
        SqlAddress address = SqlAddress.parse("trino://an@lake.example.org/hive/meters");
        assertThat(address.jdbc()).isEqualTo("jdbc:trino://lake.example.org:8080/hive/meters");
        assertThat(address.server()).hasToString("trino://lake.example.org:8080");
    }

    @Test
    void asksARealServerWhereOneIsGiven() throws StoreException {
        try (SqlStore store = store(given())) {
            List<String> orders = List.of("tpch", "tiny", "orders");
            assertThat(store.catalog().tables()).extracting(SqlCatalog.Table::names).contains(orders);
            SqlSeries series = store.catalog().series("o", LocalText.EMPTY, "", "kWh", orders, "orderdate", "orderpriority", "totalprice", ZoneOffset.UTC);
            SqlSeries days = new SqlSeries("o", series.titles(), "", "kWh", orders, "orderdate", "orderpriority", "totalprice",
                    new TimeAxis(LocalDate.of(1992, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant(), Duration.ofDays(1), 2_500, ZoneOffset.UTC));
            store.add(days);
            TreeMap<String, Double> expected = new TreeMap<>();
            store.each(new SqlText().add("SELECT orderpriority, sum(totalprice) FROM tpch.tiny.orders WHERE orderdate BETWEEN date '1995-01-01' AND date '1995-01-31'"
                    + " GROUP BY 1"), 100, row -> expected.put(row.getString(1), row.getDouble(2)));
            Instant january = Instant.parse("1995-01-01T00:00:00Z");
            double[] slice = store.slice("o", new TimeWindow(january, january.plus(Duration.ofDays(31))), Aggregation.SUM);
            String[] keys = store.keys("o");
            for (int p = 0; p < keys.length; p++) {
                assertThat(slice[p]).isEqualTo(expected.get(keys[p]));
            }
            double[] sum = store.sum("o", new int[] {0, 1, 2, 3, 4});
            assertThat(java.util.Arrays.stream(sum).filter(v -> v > 0).count()).isGreaterThan(2_000);
        }
    }

    /** The rows of {@link #anEngineThatKnowsTrinosFunctions()} in the server's own memory: the same answers, from the engine that they are written for. */
    @ParameterizedTest
    @EnumSource(Times.class)
    void aRealServerAnswersAsTheRowsSay(Times times) throws SQLException, StoreException {
        SqlAddress address = given();
        String name = "kvarter \"" + times + "\"; DROP TABLE x; --";
        String quoted = "memory.default.\"" + name.toLowerCase(Locale.ROOT).replace("\"", "\"\"") + "\"";
        try (Connection connection = DriverManager.getConnection(address.jdbc() + "?user=test"); Statement s = connection.createStatement()) {
            s.execute("DROP TABLE IF EXISTS " + quoted);
            String time = "from_unixtime(1743289200 + 3600 * h)";
            s.execute("CREATE TABLE " + quoted + " AS SELECT " + (times == Times.LOCAL ? "CAST(" + time + " AT TIME ZONE 'Europe/Stockholm' AS timestamp(3))"
                    : "CAST(" + time + " AS timestamp(3) with time zone)") + " AS \"t'\", CAST('P' || CAST(p AS varchar) AS varchar) AS \"p\"\"\","
                    + " CAST(p * 100 + h AS double) AS \"v;\" FROM UNNEST(sequence(0, 23)) a(h) CROSS JOIN UNNEST(sequence(1, 3)) b(p) WHERE NOT (p = 2 AND h = 5)");
            s.execute("INSERT INTO " + quoted + " SELECT \"t'\", 'P1', nan() FROM " + quoted + " WHERE \"v;\" = 101");
            s.execute("INSERT INTO " + quoted + " VALUES (NULL, 'P1', 1)");
            try (SqlStore store = store(address)) {
                List<String> table = List.of("memory", "default", name.toLowerCase(Locale.ROOT));
                SqlSeries found = store.catalog().series("s", LocalText.EMPTY, "", "kWh", table, "t'", "p\"", "v;", ZoneId.of("Europe/Stockholm"));
                assertThat(found.axis()).isEqualTo(AXIS);
                store.add(found);
                assertThat(store.keys("s")).containsExactly("P1", "P2", "P3");
                assertThat(store.slice("s", hours(5, 6), Aggregation.SUM)).containsExactly(105, Double.NaN, 305);
                assertThat(store.slice("s", hours(1, 3), Aggregation.MEAN)).containsExactly(101.5, 201.5, 301.5);
                assertThat(store.slice("s", hours(0, 24), Aggregation.MAXIMUM)).containsExactly(123, 223, 323);
                assertThat(store.trace("s", new int[] {1, 2}, hours(4, 8), Duration.ofHours(2), Aggregation.SUM)).isDeepEqualTo(
                        new double[][] {{204, 413}, {609, 613}});
                assertThat(store.sum("s", new int[] {0, 2})).startsWith(400, 402).hasSize(24);
                assertThat(store.block("s", 5, 6)).containsExactly(105, Float.NaN, 305);
            } finally {
                s.execute("DROP TABLE " + quoted);
            }
        }
    }
}
