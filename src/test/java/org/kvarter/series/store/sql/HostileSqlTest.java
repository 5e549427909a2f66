package org.kvarter.series.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.task.Progress;
import org.kvarter.text.LocalText;

/**
 * Names of tables, columns, places and series that are made of what means something in SQL, through the statements of all three engines: DuckDB's are
 * run, Trino's run in an engine that was taught its functions, PostgreSQL's on the tests' server where there is one. The answers are those of harmless
 * names, and what lies beside is untouched.
 */
class HostileSqlTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final TimeAxis AXIS = new TimeAxis(START, Duration.ofHours(1), 3, ZoneOffset.UTC);
    private static final List<String> PIECES = List.of("'", "\"", "''", "\"\"", ";", "--", "/*", "*/", "\\", "$$", "$1", "?", "??", "{", "}", "%", "_", ":a", "(", ")", ",", "\n", "\t", " ", "`", "[x]",
            "DROP TABLE beside", "' OR 1=1 --", "\"; DELETE FROM beside; --", "x", "é", "漢", "😀", "\u00a0", "E'", "U&'", "::text", "@", "#", "=", "NULL", "select");

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor();

    @BeforeContainer
    static void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterContainer
    static void stop() {
        WATCH.shutdownNow();
    }

    /** One to five pieces; short enough for a name of PostgreSQL, which cuts those of more than 63 bytes. */
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(5).map(p -> String.join("", p)).filter(s -> !s.isBlank() && s.replace('\u00a0', ' ').strip().equals(s)
                && s.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 56);
    }

    private static SqlQuestions questions(SqlDialect dialect, List<String> table, String suffix, String names) {
        SqlSeries series = new SqlSeries("s", LocalText.EMPTY, "", "kWh", table, names + "t", names + "p", names + "v", AXIS);
        return new SqlQuestions(dialect, series, List.of(new SqlColumn(names + "t", suffix), new SqlColumn(names + "p", dialect == SqlDialect.TRINO ? "varchar" : "text"),
                new SqlColumn(names + "v", dialect == SqlDialect.TRINO ? "double" : "float8")));
    }

    /** In every statement of every engine a name stands quoted only, and a value not at all: in its place stands a question mark. */
    @Property(tries = 300)
    void namesAreQuotedAndValuesBound(@ForAll("hostile") String name, @ForAll("hostile") String key) {
        for (SqlDialect dialect : SqlDialect.all()) {
            SqlQuestions questions = questions(dialect, List.of(name + "1", name + "2"), dialect == SqlDialect.TRINO ? "timestamp(3) with time zone" : "timestamptz", name);
            TimeWindow window = new TimeWindow(AXIS.start(), AXIS.end());
            List<SqlText> all = new ArrayList<>(List.of(questions.slice(window, Aggregation.SUM), questions.trace(List.of(key + "§key", "b"), window, Duration.ofHours(1), Aggregation.MEAN),
                    questions.sum(List.of(key + "§key")), questions.block(0, 2, Aggregation.MAXIMUM), questions.keys(9)));
            for (SqlText text : all) {
                String bare = text.sql().replaceAll("\"(?:[^\"]|\"\")*\"", "name");
                assertThat(bare).as("%s: what is not quoted is the program's own", dialect).matches("[A-Za-z0-9_ ,.()<>=*/:'?+\\-]*").doesNotContain("§").doesNotContain("--").doesNotContain("/*").doesNotContain(";");
                assertThat(bare.chars().filter(c -> c == '?').count()).as("%s: a place for each value", bare).isEqualTo(text.values().size());
                assertThat(text.sql()).contains("\"" + (name + "2").replace("\"", "\"\"") + "\"");
            }
            assertThat(all.get(1).values().toString() + all.get(1).values().stream().filter(SqlText.ArrayOf.class::isInstance)
                    .map(a -> List.of(((SqlText.ArrayOf) a).elements()).toString()).toList()).contains(key + "§key");
        }
    }

    /** A store of a hostile name, with series, places and titles of hostile names. */
    @Property(tries = 10)
    void duckKeepsAndAnswers(@ForAll("hostile") String id, @ForAll("hostile") String place) throws Exception {
        Path folder = Files.createTempDirectory("hostile");
        try (DuckStore store = DuckStore.at(folder.resolve("a'b\"c--.duckdb"), new DuckLimits(2, 256))) {
            write(store, NewSeries.of("beside", "Beside", "q", "kWh", ZoneOffset.UTC), "a", 7);
            write(store, NewSeries.of(id, id, id, "kWh", ZoneOffset.UTC), place, 1);
            assertThat(store.series(id).titles().byLanguage().values()).contains(id);
            assertThat(store.keys(id)).containsExactlyInAnyOrder(place, "other");
            int at = List.of(store.keys(id)).indexOf(place);
            TimeWindow window = new TimeWindow(START, START.plus(Duration.ofHours(3)));
            assertThat(store.slice(id, window, Aggregation.SUM)[at]).isEqualTo(6);
            assertThat(store.trace(id, new int[] {at}, window, Duration.ofHours(1))[0]).containsExactly(1, 2, 3);
            store.remove(id);
            assertThat(store.list()).extracting(s -> s.id()).containsExactly("beside");
            assertThat(store.slice("beside", window, Aggregation.SUM)).contains(42);
        } finally {
            delete(folder);
        }
    }

    private static void write(DuckStore store, NewSeries series, String place, double first) throws StoreException {
        try (SeriesWriter writer = store.writer(series)) {
            for (int hour = 0; hour < 3; hour++) {
                writer.value(place, START.plus(Duration.ofHours(hour)), first * (hour + 1), Quality.MEASURED);
                writer.value("other", START.plus(Duration.ofHours(hour)), 0.5, Quality.MEASURED);
            }
            writer.finish();
        }
    }

    /** A file whose columns, and which itself, has a hostile name, loaded by DuckDB's own reader. */
    @Property(tries = 10)
    void duckLoads(@ForAll("hostile") String name, @ForAll("hostile") String place) throws Exception {
        Assume.that(!name.contains("\n") && !place.contains("\n") && !name.contains("\t"));
        Path folder = Files.createTempDirectory("hostile");
        try (DuckStore store = DuckStore.at(folder.resolve("s.duckdb"), new DuckLimits(2, 256))) {
            write(store, NewSeries.of("beside", "Beside", "q", "kWh", ZoneOffset.UTC), "a", 7);
            StringBuilder text = new StringBuilder(quoted(name + "t") + "," + quoted(name + "p") + "," + quoted(name + "v") + "\n");
            for (int hour = 0; hour < 3; hour++) {
                text.append("2025-01-01T0").append(hour).append(":00:00Z,").append(quoted(place)).append(',').append(hour + 1).append('\n');
                text.append("2025-01-01T0").append(hour).append(":00:00Z,other,0.5\n");
            }
            Path file = Files.writeString(folder.resolve("x'--\".csv"), text);
            store.load(file, LoadFormat.rows(name + "t", name + "p", name + "v"), NewSeries.of("s", "S", "q", "kWh", ZoneOffset.UTC), WATCH, Progress.NONE);
            int at = List.of(store.keys("s")).indexOf(place);
            assertThat(at).as("the place %s among %s", place, List.of(store.keys("s"))).isNotNegative();
            assertThat(store.trace("s", new int[] {at}, new TimeWindow(START, START.plus(Duration.ofHours(3))), Duration.ofHours(1))[0]).containsExactly(1, 2, 3);
            assertThat(store.list()).extracting(s -> s.id()).contains("beside");
        } finally {
            delete(folder);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Trino's statements in DuckDB, with Trino's functions. */
    @Property(tries = 15)
    void trinosStatementsAnswer(@ForAll("hostile") String name, @ForAll("hostile") String key) throws SQLException {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:"); Statement s = engine.createStatement()) {
            s.execute("SET TimeZone = 'UTC'");
            s.execute("CREATE MACRO to_unixtime(t) AS epoch_us(t::TIMESTAMPTZ) / 1000000.0");
            s.execute("CREATE MACRO is_finite(x) AS isfinite(x)");
            fill(engine, s, name, key);
            assertThat(answer(engine, questions(SqlDialect.TRINO, List.of(name + "T"), "timestamp(3) with time zone", name), key,
                    sql -> sql.replace("timestamp(3) with time zone", "timestamptz"))).isEqualTo(expected(key));
            assertThat(count(s)).isEqualTo(1);
        }
    }

    /** PostgreSQL's statements on the tests' server. */
    @Property(tries = 15)
    void postgresAnswers(@ForAll("hostile") String name, @ForAll("hostile") String key) throws SQLException {
        Assume.that(POSTGRES);
        try (Connection engine = PgServer.get().connect(); Statement s = engine.createStatement()) {
            engine.setAutoCommit(false);
            fill(engine, s, name, key);
            assertThat(answer(engine, questions(SqlDialect.POSTGRESQL, List.of(name + "T"), "timestamptz", name), key, sql -> sql)).isEqualTo(expected(key));
            assertThat(count(s)).isEqualTo(1);
            engine.rollback();
        }
    }

    private static final boolean POSTGRES = hasPostgres();

    private static boolean hasPostgres() {
        try {
            PgServer.get();
            return true;
        } catch (org.opentest4j.TestAbortedException e) {
            return false;
        }
    }

    private static void fill(Connection engine, Statement s, String name, String key) throws SQLException {
        s.execute("CREATE TABLE beside (x integer)");
        s.execute("INSERT INTO beside VALUES (1)");
        s.execute("CREATE TABLE " + quoted(name + "T") + " (" + quoted(name + "t") + " timestamptz, " + quoted(name + "p") + " varchar, " + quoted(name + "v") + " double precision)");
        try (PreparedStatement insert = engine.prepareStatement("INSERT INTO " + quoted(name + "T") + " VALUES (CAST(? AS timestamptz), ?, ?)")) {
            for (int hour = 0; hour < 3; hour++) {
                for (String place : List.of(key, "other")) {
                    insert.setString(1, "2025-01-01 0" + hour + ":00:00+00");
                    insert.setString(2, place);
                    insert.setDouble(3, place.equals(key) ? hour + 1 : 100);
                    insert.execute();
                }
            }
        }
    }

    private interface Wording {
        String of(String sql);
    }

    private static Map<String, Double> expected(String key) {
        return new TreeMap<>(Map.of("slice " + key, 6.0, "slice other", 300.0, "trace " + key, 6.0, "sum", 6.0));
    }

    private static Map<String, Double> answer(Connection engine, SqlQuestions questions, String key, Wording wording) throws SQLException {
        TimeWindow window = new TimeWindow(AXIS.start(), AXIS.end());
        Map<String, Double> all = new TreeMap<>();
        read(engine, questions.slice(window, Aggregation.SUM), wording, row -> all.put("slice " + row.getString("k"), row.getDouble("v")));
        read(engine, questions.trace(List.of(key), window, Duration.ofHours(1), Aggregation.SUM), wording, row -> all.merge("trace " + row.getString("k"), row.getDouble("v"), Double::sum));
        read(engine, questions.sum(List.of(key)), wording, row -> all.merge("sum", row.getDouble("v"), Double::sum));
        return all;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection engine, SqlText text, Wording wording, Row reader) throws SQLException {
        SqlText same = text;
        String sql = wording.of(text.sql());
        try (PreparedStatement query = sql.equals(text.sql()) ? same.prepare(engine) : engine.prepareStatement(sql)) {
            for (int i = 0; !sql.equals(text.sql()) && i < text.values().size(); i++) {
                query.setObject(i + 1, text.values().get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static long count(Statement s) throws SQLException {
        try (ResultSet row = s.executeQuery("SELECT count(*) FROM beside")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
