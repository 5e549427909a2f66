package org.kvarter.series.store.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.StoreException;
import org.kvarter.task.Progress;

/** A table that lies as its file did answers as it does in tiles. */
class DuckArrangeTest {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor();
    private static final DuckLimits LIMITS = new DuckLimits(2, 512);
    private static final LoadFormat ROWS = new LoadFormat("time", "place", "value", "q", '\0', false, false);

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        WATCH.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "by time            |2025-01-01 00:00,a,1,~2025-01-01 00:00,b,2,modelled~2025-01-01 01:00,a,3,~2025-01-01 01:00,b,4,",
        "by place           |2025-01-01 00:00,a,1,~2025-01-01 01:00,a,2,assumed~2025-01-01 00:00,b,3,~2025-01-01 01:00,b,4,",
        "in no order        |2025-01-01 05:00,b,1,~2025-01-01 00:00,a,2,~2025-01-01 03:00,c,4,~2025-01-01 01:00,a,8,",
        "gaps and nonsense  |2025-01-01 00:00,a,1,~2025-01-01 01:00,,7,~2025-01-01 04:00,b,x,~2025-01-01 03:00,b,4,~,a,5,",
        "blanks around keys |2025-01-01 00:00, a ,1,~2025-01-01 01:00,a,2,~2025-01-01 01:00, b,3,",
        "autumn, twice      |2025-10-26 01:00,a,1,~2025-10-26 02:00,a,2,~2025-10-26 02:00,a,3,~2025-10-26 03:00,a,4,~2025-10-26 02:00,b,9,",
        "spring             |2025-03-30 01:00,a,1,~2025-03-30 03:00,a,2,~2025-03-30 04:00,a,3,",
        "standard all year  |2025-03-30 01:00,a,1,~2025-03-30 02:00,a,2,~2025-03-30 03:00,a,3,",
        "off the grid       |2025-01-01 00:00,a,1,~2025-01-01 01:10,a,2,~2025-01-01 02:00,a,3,~2025-01-01 03:00,a,4,~2025-01-01 04:00,a,4,"})
    void rowsAsTheyCameAnswerAsTiles(String what, String text) throws IOException, StoreException {
        Path file = Files.writeString(folder.resolve("meters.csv"), "time,place,value,q\n" + text.replace('~', '\n') + "\n");
        NewSeries series = NewSeries.of("s", "S", "electricity", "kWh", ZoneId.of("Europe/Stockholm"));
        try (DuckStore rows = DuckStore.at(folder.resolve("rows.duckdb"), LIMITS, 0); DuckStore tiles = DuckStore.at(folder.resolve("tiles.duckdb"), LIMITS)) {
            LoadReport late = rows.load(file, ROWS, series, WATCH, Progress.NONE);
            LoadReport once = tiles.load(file, ROWS, series, WATCH, Progress.NONE);
            assertThat(late).as(what).isEqualTo(once);
            assertThat(rows.isArranged("s")).isFalse();
            assertThat(tiles.isArranged("s")).isTrue();
            String expected = answers(tiles);
            assertThat(answers(rows)).isEqualTo(expected);
            rows.arrange("s");
            assertThat(rows.isArranged("s")).isTrue();
            assertThat(answers(rows)).isEqualTo(expected);
        }
    }

    private static String answers(DuckStore store) throws StoreException {
        TimeAxis axis = store.series("s").axis();
        int[] all = IntStream.range(0, store.series("s").places()).toArray();
        TimeWindow whole = new TimeWindow(axis.start(), axis.at(axis.count()));
        List<Object> answers = new ArrayList<>(List.of(store.keys("s"), store.trace("s", all, whole, axis.step()),
                store.trace("s", all, whole, axis.step().multipliedBy(2), Aggregation.MEAN), store.sum("s", all), store.block("s", 0, axis.count()),
                store.quality("s", whole)));
        for (Aggregation aggregation : Aggregation.values()) {
            answers.add(store.slice("s", whole, aggregation));
            answers.add(store.slice("s", new TimeWindow(axis.start(), axis.at(1)), aggregation));
        }
        return Arrays.deepToString(answers.toArray());
    }

    /** Against sums reckoned here, with windows about the edges of the spans that are reckoned once. */
    @ParameterizedTest
    @CsvSource({"0, 200", "0, 60", "60, 120", "59, 121", "1, 120", "60, 181", "10, 50", "59, 61", "119, 200", "-5, 300", "200, 260"})
    void windowsOverWholeSpansAnswerAsTheirValues(int first, int end) throws IOException, StoreException {
        int hours = 200;
        int places = 3;
        Path file = folder.resolve("meters.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("time,place,value,q\n");
            for (int h = 0; h < hours; h++) {
                for (int p = 0; p < places; p++) {
                    if (isThere(h, p)) {
                        writer.write(java.time.LocalDateTime.of(2025, 1, 1, 0, 0).plusHours(h) + ",p" + p + "," + value(h, p) + "," + (h == 70 ? "assumed" : "measured") + "\n");
                    }
                }
            }
        }
        NewSeries series = NewSeries.of("s", "S", "electricity", "kWh", ZoneOffset.UTC);
        try (DuckStore store = DuckStore.at(folder.resolve("spans.duckdb"), LIMITS)) {
            TimeAxis axis = store.load(file, ROWS, series, WATCH, Progress.NONE).series().axis();
            assertThat(axis.count()).isEqualTo(hours);
            TimeWindow window = new TimeWindow(axis.at(first), axis.at(end));
            Quality[] quality = store.quality("s", window);
            for (int p = 0; p < places; p++) {
                int place = p;
                int[] there = IntStream.range(Math.max(0, first), Math.min(hours, end)).filter(h -> isThere(h, place)).toArray();
                double sum = Arrays.stream(there).mapToDouble(h -> value(h, place)).sum();
                double most = Arrays.stream(there).mapToDouble(h -> value(h, place)).max().orElse(Double.NaN);
                List<Double> asked = new ArrayList<>();
                for (Aggregation aggregation : List.of(Aggregation.SUM, Aggregation.MEAN, Aggregation.MAXIMUM)) {
                    asked.add(store.slice("s", window, aggregation)[p]);
                }
                assertThat(asked).containsExactly(there.length == 0 ? Double.NaN : sum, sum / there.length, most);
                assertThat(quality[p]).isEqualTo(there.length == 0 ? Quality.MISSING : first <= 70 && end > 70 ? Quality.ASSUMED : Quality.MEASURED);
            }
            double[] sums = store.sum("s", new int[] {0, 1, 2});
            for (int h = 0; h < hours; h++) {
                int hour = h;
                assertThat(sums[h]).isEqualTo(IntStream.range(0, places).filter(p -> isThere(hour, p)).mapToDouble(p -> value(hour, p)).sum());
            }
        }
    }

    /** Place 2 begins late and has gaps. */
    private static boolean isThere(int hour, int place) {
        return place < 2 || hour >= 65 && hour % 3 != 0 || hour == 199;
    }

    private static double value(int hour, int place) {
        return place * 1000 + (hour * 37 % 101) / 4.0;
    }

    @Test
    void placesThatTurnUpLateAreFoundByTheirKeys() throws IOException, StoreException {
        int minutes = 110_000;
        Path file = folder.resolve("by-place.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("time,place,value\n");
            for (int p = 0; p < 11; p++) {
                for (int m = 0; m < minutes; m++) {
                    writer.write(java.time.LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(m) + ",p" + (99 - p) + "," + (p * 1000 + m % 7) + "\n");
                }
            }
        }
        NewSeries series = NewSeries.of("s", "S", "electricity", "kWh", ZoneOffset.UTC);
        try (DuckStore store = DuckStore.at(folder.resolve("rows.duckdb"), LIMITS, 0)) {
            LoadReport report = store.load(file, LoadFormat.rows("time", "place", "value"), series, WATCH, Progress.NONE);
            assertThat(report.series().places()).isEqualTo(11);
            assertThat(report.diagnostics()).isEmpty();
            String[] keys = store.keys("s");
            assertThat(keys).containsExactlyInAnyOrder("p99", "p98", "p97", "p96", "p95", "p94", "p93", "p92", "p91", "p90", "p89");
            for (boolean arranged : new boolean[] {false, true}) {
                TimeWindow minute = new TimeWindow(report.series().axis().at(15), report.series().axis().at(16));
                double[] slice = store.slice("s", minute, Aggregation.MEAN);
                int last = Arrays.asList(keys).indexOf("p89");
                assertThat(slice[last]).isEqualTo(10_001);
                assertThat(store.trace("s", new int[] {last}, minute, Duration.ofMinutes(1))[0]).containsExactly(10_001);
                assertThat(store.isArranged("s")).isEqualTo(arranged);
                store.arrange("s");
            }
        }
    }

    @Test
    void severalValuesOfAnIntervalAreMergedBeforeAnythingIsAsked() throws IOException, StoreException {
        Path file = Files.writeString(folder.resolve("twice.csv"), "time,place,value\n2025-01-01 00:00,a,1\n2025-01-01 00:00,a,3\n2025-01-01 01:00,a,5\n");
        NewSeries series = NewSeries.of("s", "S", "electricity", "kWh", ZoneOffset.UTC);
        try (DuckStore store = DuckStore.at(folder.resolve("rows.duckdb"), LIMITS, 0)) {
            assertThat(store.load(file, LoadFormat.rows("time", "place", "value"), series, WATCH, Progress.NONE).series().rows()).isEqualTo(2);
            assertThat(store.isArranged("s")).isTrue();
            assertThat(store.sum("s", new int[] {0})).containsExactly(2, 5);
        }
    }

    @Test
    void aSeriesThatIsNotArrangedIsReplacedAndRemoved() throws IOException, StoreException {
        NewSeries series = NewSeries.of("s", "S", "electricity", "kWh", ZoneOffset.UTC);
        Path file = Files.writeString(folder.resolve("one.csv"), "time,place,value\n2025-01-01 00:00,a,1\n2025-01-01 01:00,a,2\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "time,place,value\n2025-01-01 00:00,a,x\n");
        try (DuckStore store = DuckStore.at(folder.resolve("rows.duckdb"), LIMITS, 0)) {
            store.load(file, LoadFormat.rows("time", "place", "value"), series, WATCH, Progress.NONE);
            store.load(file, LoadFormat.rows("time", "place", "value"), series, WATCH, Progress.NONE);
            assertThatThrownBy(() -> store.load(bad, LoadFormat.rows("time", "place", "value"), series, WATCH, Progress.NONE)).isInstanceOf(StoreException.class);
            assertThat(store.sum("s", new int[] {0})).containsExactly(1, 2);
            store.remove("s");
            assertThat(store.list()).isEmpty();
        }
        try (DuckDatabase open = DuckDatabase.reading(folder.resolve("rows.duckdb"), LIMITS); var c = open.connect(); var s = c.createStatement()) {
            assertThat(DuckTables.words(s, "SELECT table_name FROM duckdb_tables()")).containsExactlyInAnyOrder("kvarter_store", "kvarter_series",
                    "kvarter_titles", "kvarter_places");
            assertThat(DuckTables.number(s, "SELECT count(*) FROM kvarter_places")).isZero();
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
