package org.kvarter.series.store.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.LocalText;

class DuckStoreTest {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor();
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final NewSeries POWER = NewSeries.of("power", "Power", "electricity", "kW", ZoneOffset.UTC);
    private static final NewSeries ENERGY = NewSeries.of("energy", "Energy", "electricity", "kWh", ZoneOffset.UTC);
    private static final LoadFormat ROWS = LoadFormat.rows("time", "place", "value");

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        WATCH.shutdownNow();
    }

    private DuckStore store() {
        return DuckStore.at(folder.resolve("series.duckdb"), new DuckLimits(2, 512));
    }

    private static LoadReport write(DuckStore store, NewSeries series, Object... placeHourValue) throws StoreException {
        try (SeriesWriter writer = store.writer(series)) {
            for (int i = 0; i < placeHourValue.length; i += 3) {
                writer.value((String) placeHourValue[i], START.plus(HOUR.multipliedBy((Integer) placeHourValue[i + 1])), (Double) placeHourValue[i + 2],
                        Quality.MEASURED);
            }
            return writer.finish();
        }
    }

    private static TimeWindow hours(int from, int to) {
        return new TimeWindow(START.plus(HOUR.multipliedBy(from)), START.plus(HOUR.multipliedBy(to)));
    }

    private LoadReport load(DuckStore store, String name, String text, LoadFormat format, NewSeries series) throws IOException, StoreException {
        Path file = Files.writeString(folder.resolve(name), text);
        return store.load(file, format, series, WATCH, Progress.NONE);
    }

    @Test
    void answersSlicesAndTracesAsTheRowsSay() throws StoreException {
        try (DuckStore store = store()) {
            write(store, POWER, "b", 0, 1.0, "a", 0, 2.0, "a", 1, 4.0, "a", 2, 6.0, "b", 3, 8.0);
            assertThat(store.keys("power")).containsExactly("a", "b");
            StoredSeries series = store.series("power");
            assertThat(series.axis().start()).isEqualTo(START);
            assertThat(series.axis().step()).isEqualTo(HOUR);
            assertThat(series.axis().count()).isEqualTo(4);
            assertThat(series.rows()).isEqualTo(5);
            assertThat(store.slice("power", hours(1, 2), Aggregation.MEAN)).containsExactly(4, Double.NaN);
            assertThat(store.slice("power", hours(0, 4), Aggregation.MEAN)).containsExactly(4, 4.5);
            assertThat(store.slice("power", hours(0, 4), Aggregation.SUM)).containsExactly(12, 9);
            assertThat(store.slice("power", hours(0, 4), Aggregation.MAXIMUM)).containsExactly(6, 8);
            assertThat(store.slice("power", hours(-9, 0), Aggregation.SUM)).containsExactly(Double.NaN, Double.NaN);
            assertThat(store.trace("power", new int[] {1, 0, 1}, hours(0, 4), HOUR)).isEqualTo(new double[][] {
                {1, Double.NaN, Double.NaN, 8}, {2, 4, 6, Double.NaN}, {1, Double.NaN, Double.NaN, 8}});
            assertThat(store.trace("power", new int[] {0}, hours(-1, 3), Duration.ofHours(2))).isEqualTo(new double[][] {{2, 5}});
            assertThat(store.sum("power", new int[] {0, 1})).containsExactly(3, 4, 6, 8);
            assertThat(store.block("power", 2, 4)).containsExactly(6, Float.NaN, Float.NaN, 8);
        }
    }

    @Test
    void energiesAddUpAndPowersDoNotWhereATraceIsResampled() throws StoreException {
        try (DuckStore store = store()) {
            write(store, ENERGY, "a", 0, 1.0, "a", 1, 2.0);
            write(store, POWER, "a", 0, 1.0, "a", 1, 2.0);
            assertThat(store.trace("energy", new int[] {0}, hours(0, 2), Duration.ofHours(2))[0]).containsExactly(3);
            assertThat(store.trace("power", new int[] {0}, hours(0, 2), Duration.ofHours(2))[0]).containsExactly(1.5);
        }
    }

    @Test
    void tilesAnswerAsAPlainTableDoes() throws StoreException {
        int places = 2_300;
        int hours = 260;
        try (DuckStore store = store()) {
            try (SeriesWriter writer = store.writer(POWER)) {
                for (int p = places - 1; p >= 0; p--) {
                    for (int h = 0; h < hours; h++) {
                        if ((p + h) % 7 != 0) {
                            writer.value("%05d".formatted(p), START.plus(HOUR.multipliedBy(h)), p * 1000 + h, Quality.MODELLED);
                        }
                    }
                }
                writer.finish();
            }
            double[] slice = store.slice("power", hours(125, 126), Aggregation.MEAN);
            double[] trace = store.trace("power", new int[] {1_234}, hours(0, hours), HOUR)[0];
            float[] block = store.block("power", 119, 121);
            for (int p = 0; p < places; p++) {
                assertThat(slice[p]).isEqualTo((Double) (double) ((p + 125) % 7 == 0 ? Double.NaN : p * 1000 + 125));
                assertThat(block[places + p]).isEqualTo((Float) ((p + 120) % 7 == 0 ? Float.NaN : p * 1000f + 120));
            }
            for (int h = 0; h < hours; h++) {
                assertThat(trace[h]).isEqualTo((Double) (double) ((1_234 + h) % 7 == 0 ? Double.NaN : 1_234_000 + h));
            }
            assertThat(store.sum("power", new int[] {3, 4})[0]).isEqualTo(7_000);
        }
    }

    @Test
    void theLeastCertainQualityOfAWindowOrOfPlacesCounts() throws StoreException {
        try (DuckStore store = store()) {
            try (SeriesWriter writer = store.writer(POWER)) {
                writer.value("a", START, 1, Quality.MEASURED);
                writer.value("a", START.plus(HOUR), 1, Quality.ASSUMED);
                writer.value("b", START.plus(HOUR), Double.NaN, Quality.MEASURED);
                writer.value("c", START, 1, Quality.MODELLED);
                writer.finish();
            }
            assertThat(store.keys("power")).containsExactly("a", "c");
            assertThat(store.quality("power", hours(0, 1))).containsExactly(Quality.MEASURED, Quality.MODELLED);
            assertThat(store.quality("power", hours(0, 2))).containsExactly(Quality.ASSUMED, Quality.MODELLED);
            assertThat(store.quality("power", hours(1, 2))).containsExactly(Quality.ASSUMED, Quality.MISSING);
            assertThat(store.qualities("power", new int[] {0})).containsExactly(Quality.MEASURED, Quality.ASSUMED);
            assertThat(store.qualities("power", new int[] {1})).containsExactly(Quality.MODELLED, Quality.MISSING);
            assertThat(store.qualities("power", new int[] {0, 1})).containsExactly(Quality.MODELLED, Quality.ASSUMED);
            assertThat(store.qualities("power", new int[0])).containsExactly(Quality.MISSING, Quality.MISSING);
        }
    }

    @Test
    void keepsTitlesZoneAndSourceForTheNextProgram() throws StoreException {
        NewSeries told = new NewSeries("x'; DROP TABLE kvarter_series; --", new LocalText(java.util.Map.of("en", "Heat", "sv", "V\u00e4rme")), "heat", "kWh",
                ZoneId.of("Europe/Stockholm"), Optional.of(Duration.ofMinutes(15)), Quality.MEASURED, "meters.csv");
        try (DuckStore store = store()) {
            write(store, told, "a\"b';--", 0, 1.0);
        }
        try (DuckStore store = store()) {
            StoredSeries found = store.list().get(0);
            assertThat(found.titles().in(Locale.forLanguageTag("sv"))).isEqualTo("V\u00e4rme");
            assertThat(found).isEqualTo(store.series(told.id()));
            assertThat(found.axis().zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
            assertThat(found.axis().step()).isEqualTo(Duration.ofMinutes(15));
            assertThat(store.keys(told.id())).containsExactly("a\"b';--");
        }
    }

    @Test
    void aSeriesOfTheSameIdIsReplacedAndOthersStay() throws StoreException {
        try (DuckStore store = store()) {
            write(store, POWER, "a", 0, 1.0, "a", 1, 2.0);
            write(store, ENERGY, "a", 0, 5.0, "a", 1, 2.0);
            write(store, POWER, "z", 0, 3.0, "z", 1, 2.0);
            assertThat(store.list()).extracting(StoredSeries::id).containsExactly("energy", "power");
            assertThat(store.keys("power")).containsExactly("z");
            assertThat(store.slice("energy", hours(0, 1), Aggregation.SUM)).containsExactly(5);
            store.remove("power");
            assertThat(store.list()).extracting(StoredSeries::id).containsExactly("energy");
            assertThatThrownBy(() -> store.keys("power")).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING));
        }
    }

    @Test
    void aWriterThatIsNotFinishedLeavesNothingBehind() throws StoreException, IOException {
        try (DuckStore store = store()) {
            write(store, POWER, "a", 0, 1.0, "a", 1, 2.0);
            try (SeriesWriter writer = store.writer(POWER)) {
                writer.value("b", START, 1, Quality.MEASURED);
            }
            assertThat(store.keys("power")).containsExactly("a");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactly("series.duckdb");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "time,place,value~2025-01-01 00:00,a,1~2025-01-01 01:00,a,2~|2024-12-31T23:00:00Z",
        "time,place,value~2025-01-01T00:00:00Z,a,1~2025-01-01T01:00:00Z,a,2~|2025-01-01T00:00:00Z",
        "time,place,value~2025-07-01 00:00:00,a,1~2025-07-01 01:00:00,a,2~|2025-06-30T22:00:00Z",
        "time,place,value~2025-01-01T00:00:00+02:00,a,1~2025-01-01T01:00:00+02:00,a,2~|2024-12-31T22:00:00Z"})
    void localTimesAreOfTheZoneAndOthersSayTheirOffset(String text, Instant start) throws IOException, StoreException {
        try (DuckStore store = store()) {
            NewSeries series = NewSeries.of("s", "S", "q", "kW", ZoneId.of("Europe/Stockholm"));
            assertThat(load(store, "t.csv", text.replace("~", "\n"), ROWS, series).series().axis().start()).isEqualTo(start);
            assertThat(store.sum("s", new int[] {0})).containsExactly(1, 2);
        }
    }

    @Test
    void theHourThatIsThereTwiceInAutumnIsTwoHours() throws IOException, StoreException {
        NewSeries series = NewSeries.of("s", "S", "q", "kWh", ZoneId.of("Europe/Stockholm"));
        try (DuckStore store = store()) {
            String rows = "time,place,value\n2025-10-26 01:00,a,1\n2025-10-26 02:00,a,2\n2025-10-26 02:00,a,3\n2025-10-26 03:00,a,4\n2025-10-26 02:00,b,20\n"
                    + "2025-10-26 02:00,b,30\n";
            LoadReport report = load(store, "autumn.csv", rows, ROWS, series);
            assertThat(report.diagnostics()).isEmpty();
            assertThat(report.series().axis().start()).isEqualTo("2025-10-25T23:00:00Z");
            assertThat(store.block("s", 0, 4)).containsExactly(1, Float.NaN, 2, 20, 3, 30, 4, Float.NaN);
            LoadReport wide = load(store, "wide.csv", "t,a\n2025-10-26 02:00,2\n2025-10-26 02:15,2.5\n2025-10-26 02:00,3\n2025-10-26 02:15,3.5\n", LoadFormat.columns("t"),
                    series.withStep(Duration.ofMinutes(15)));
            assertThat(wide.series().axis().start()).isEqualTo("2025-10-26T00:00:00Z");
            assertThat(store.trace("s", new int[] {0}, new TimeWindow(Instant.parse("2025-10-26T00:00:00Z"), Instant.parse("2025-10-26T02:00:00Z")),
                    Duration.ofMinutes(15))[0]).containsExactly(2, 2.5, Double.NaN, Double.NaN, 3, 3.5, Double.NaN, Double.NaN);
        }
    }

    @Test
    void theHourThatIsSkippedInSpringIsNoGapAndWhoeverHasItWritesStandardTime() throws IOException, StoreException {
        NewSeries series = NewSeries.of("s", "S", "q", "kWh", ZoneId.of("Europe/Stockholm"));
        try (DuckStore store = store()) {
            LoadReport report = load(store, "spring.csv", "time,place,value\n2025-03-30 01:00,a,1\n2025-03-30 03:00,a,2\n2025-03-30 04:00,a,3\n", ROWS, series);
            assertThat(report.diagnostics()).isEmpty();
            assertThat(store.block("s", 0, 3)).containsExactly(1, 2, 3);
            LoadReport standard = load(store, "normal.csv", "time,place,value\n2025-03-30 01:00,a,1\n2025-03-30 02:00,a,2\n2025-03-30 03:00,a,3\n", ROWS, series);
            assertThat(standard.diagnostics()).extracting(Diagnostic::message).singleElement().asString().contains("standard time all year");
            assertThat(standard.series().axis().start()).isEqualTo("2025-03-30T00:00:00Z");
            assertThat(store.block("s", 0, 3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void loadsWideTablesDecimalCommasAndEndsOfIntervals() throws IOException, StoreException {
        try (DuckStore store = store()) {
            LoadFormat wide = new LoadFormat("Tid", "", "", "", ';', true, true);
            LoadReport report = load(store, "wide.csv", "Tid;A 1;B\n2025-01-01 01:00;1,5;2\n2025-01-01 02:00;;3,25\n", wide, POWER);
            assertThat(report.diagnostics()).isEmpty();
            assertThat(report.series().axis().start()).isEqualTo(START);
            assertThat(store.keys("power")).containsExactly("A 1", "B");
            assertThat(store.block("power", 0, 2)).containsExactly(1.5f, 2, Float.NaN, 3.25f);
        }
    }

    @Test
    void tellsWhatWasOdd() throws IOException, StoreException {
        try (DuckStore store = store()) {
            String text = "time,place,value,q\n2025-01-01 00:00,a,1,modelled\n2025-01-01 00:00,a,3,measured\n2025-01-01 01:00,a,n/a,\n2025-01-01 01:00,a,7,\n"
                    + "2025-01-01 01:00,,7,\n2025-01-01 05:00,b,9,assumed\n";
            LoadReport report = load(store, "odd.csv", text, new LoadFormat("time", "place", "value", "q", ',', false, false), POWER);
            assertThat(report.rows()).isEqualTo(6);
            assertThat(report.series().rows()).isEqualTo(3);
            assertThat(report.diagnostics()).extracting(Diagnostic::message).satisfiesExactlyInAnyOrder(
                    m -> assertThat(m).contains("odd.csv: 1 values fall into an interval"), m -> assertThat(m).contains("2 rows have no place"),
                    m -> assertThat(m).contains("3 of 6 intervals have no row, the first at 2025-01-01 02:00"));
            assertThat(store.slice("power", hours(0, 1), Aggregation.SUM)[0]).isEqualTo(2);
            assertThat(store.qualities("power", new int[] {0, 1})).containsExactly(Quality.MODELLED, Quality.MEASURED, Quality.MISSING, Quality.MISSING, Quality.MISSING, Quality.ASSUMED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "time,place,wert~2025-01-01 00:00,a,1~|has no column “value”. Its columns are: time, place, wert",
        "time,place,value~noon,a,1~|could not be read as a table",
        "time,place,value~2025-01-01 00:00,a,x~|holds no readable values",
        "''|has no column"})
    void whatCannotBeReadIsSaidAndTheStoreStays(String text, String said) throws IOException, StoreException {
        try (DuckStore store = store()) {
            write(store, POWER, "a", 0, 1.0, "a", 1, 2.0);
            assertThatThrownBy(() -> load(store, "bad.csv", text.replace("~", "\n"), ROWS, POWER)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("bad.csv").hasMessageContaining(said);
            assertThat(store.keys("power")).containsExactly("a");
        }
    }

    @Test
    void readsParquet() throws Exception {
        Path parquet = folder.resolve("it's.parquet");
        try (java.sql.Connection c = java.sql.DriverManager.getConnection("jdbc:duckdb:"); java.sql.Statement s = c.createStatement()) {
            s.execute("COPY (SELECT TIMESTAMPTZ '2025-01-01 00:00:00+00' + INTERVAL 1 HOUR * (r // 3) AS time, 'p' || r % 3 AS place, r::DOUBLE AS value"
                    + " FROM range(30) t(r)) TO '" + parquet.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        try (DuckStore store = store()) {
            LoadReport report = store.load(parquet, ROWS, POWER, WATCH, Progress.NONE);
            assertThat(report.series().axis().count()).isEqualTo(10);
            assertThat(report.diagnostics()).isEmpty();
            assertThat(store.slice("power", hours(9, 10), Aggregation.MEAN)).containsExactly(27, 28, 29);
        }
    }

    @Test
    void aCancelledLoadLeavesTheStoreAsItWas() throws IOException, StoreException {
        Path file = folder.resolve("long.csv");
        StringBuilder text = new StringBuilder("time,place,value\n");
        for (int i = 0; i < 200_000; i++) {
            text.append("2025-01-01 00:00,p").append(i).append(",1\n");
        }
        Files.writeString(file, text);
        Progress cancelled = new Progress() {
            private int asked;

            @Override
            public void report(double fraction, String message) {
                asked++;
            }

            @Override
            public boolean isCancelled() {
                return asked > 0;
            }
        };
        try (DuckStore store = store()) {
            write(store, POWER, "a", 0, 1.0, "a", 1, 2.0);
            assertThatThrownBy(() -> store.load(file, ROWS, POWER, WATCH, cancelled)).isInstanceOf(WorkCancelledException.class);
            assertThat(store.keys("power")).containsExactly("a");
        }
    }

    @Test
    void readsNoOtherFileThanTheOneItIsAskedFor() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        try (DuckStore store = store()) {
            write(store, POWER, "a", 0, 1.0);
        }
        try (DuckDatabase open = DuckDatabase.reading(folder.resolve("series.duckdb"), new DuckLimits(1, 256)); var c = open.connect();
             var s = c.createStatement()) {
            for (String hostile : new String[] {"SELECT * FROM read_csv('" + secret + "')", "COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'",
                "ATTACH '" + folder.resolve("other.duckdb") + "'", "INSTALL httpfs", "LOAD httpfs", "SET enable_external_access = true",
                "SELECT * FROM read_csv('https://example.invalid/x.csv')", "DELETE FROM kvarter_series"}) {
                assertThatThrownBy(() -> s.execute(hostile)).as(hostile).isInstanceOf(java.sql.SQLException.class);
            }
        }
    }

    @Test
    void aFileThatIsNoStoreIsSaid() throws IOException {
        Path file = Files.write(folder.resolve("series.duckdb"), new byte[50_000]);
        try (DuckStore store = DuckStore.at(file, new DuckLimits(1, 256))) {
            assertThatThrownBy(store::list).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING));
        }
        try (DuckStore store = DuckStore.at(folder.resolve("none.duckdb"), new DuckLimits(1, 256))) {
            assertThatThrownBy(store::list).isInstanceOf(StoreException.class).hasMessageContaining("none.duckdb is not there");
        }
    }

    @Test
    void readsWhileOthersReadAndSaysWhenAnotherWrites() throws Exception {
        try (DuckStore store = store()) {
            write(store, POWER, "a", 0, 1.0);
            float[][] answers = new float[40][];
            Arrays.parallelSetAll(answers, n -> {
                try {
                    return store.block("power", 0, 1);
                } catch (StoreException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(Arrays.asList(answers)).allSatisfy(a -> assertThat(a).containsExactly(1));
            store.list();
            try (DuckStore again = store()) {
                assertThat(again.list()).hasSize(1);
                assertThatThrownBy(() -> again.remove("power")).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
            }
        }
    }

    /** The driver reads options behind a semicolon. */
    @Test
    void aFolderWhoseNameWouldBeOptionsIsRefusedByName() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("a;threads=1"));
        Path table = Files.writeString(folder.resolve("t.csv"), "time,place,value\n2025-01-01 00:00,a,1\n2025-01-01 01:00,a,2\n");
        try (DuckStore store = DuckStore.at(odd.resolve("s.duckdb"), new DuckLimits(2, 512))) {
            assertThatThrownBy(() -> store.load(table, LoadFormat.rows("time", "place", "value"), NewSeries.of("s", "S", "heat", "kWh", ZoneOffset.UTC), WATCH, Progress.NONE))
                    .isInstanceOf(StoreException.class).hasMessageContaining("a;threads=1");
        }
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
