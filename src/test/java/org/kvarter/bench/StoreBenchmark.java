package org.kvarter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.task.Progress;

/**
 * A store of 10,000 places × 8,760 hours (87.6 million values): loading it from CSV and Parquet beside what DuckDB takes to read the file into a plain
 * table, and its questions end to end. The files are made by DuckDB itself. By itself: {@code StoreBenchmark [PLACES]},
 * with {@code -Dkvarter.bench.loaded=true} the questions alone to the store of the last time.
 */
public final class StoreBenchmark {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int HOURS = 8_760;

    private final Path folder;
    private final int places;
    private final List<String> rows = new ArrayList<>();

    StoreBenchmark(Path folder, int places) {
        this.folder = folder;
        this.places = places;
    }

    /** Measures alone and prints. */
    public static void main(String[] arguments) throws Exception {
        int places = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        new StoreBenchmark(Path.of("target/bench"), places).measure().forEach(System.out::println);
    }

    /** Rows of a table in Markdown: what, and its figure. */
    List<String> measure() throws Exception {
        Files.createDirectories(folder);
        Path file = folder.resolve("series.duckdb");
        boolean isLoaded = Files.exists(file) && Boolean.getBoolean("kvarter.bench.loaded");
        if (!isLoaded) {
            Files.deleteIfExists(file);
        }
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (DuckStore store = DuckStore.at(file, DuckLimits.ofMachine())) {
            if (!isLoaded) {
                for (Order order : Order.values()) {
                    for (String kind : List.of("csv", "parquet")) {
                        Path table = folder.resolve("meters-%s-%d.%s".formatted(order.name().toLowerCase(Locale.ROOT), places, kind));
                        make(order, table);
                        load(store, table, order + ", " + kind, watch);
                        asItCame(store);
                        arrange(store);
                    }
                }
                say("The store's file", "%.0f MB", Files.size(file) / 1e6);
            }
            questions(store);
        } finally {
            watch.shutdownNow();
        }
        return rows;
    }

    /** How the rows of meter files lie. */
    private enum Order {
        BY_TIME("n // %1$d", "n %% %1$d"), BY_PLACE("n %% %2$d", "n // %2$d");

        private final String hour;
        private final String place;

        Order(String hour, String place) {
            this.hour = hour;
            this.place = place;
        }
    }

    /** What a person's meters give: a daily and a yearly course, and noise, with three digits. */
    private void make(Order order, Path table) throws SQLException {
        if (Files.exists(table)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            String numbers = "SELECT " + order.hour.formatted(places, HOURS) + " AS h, " + order.place.formatted(places, HOURS) + " AS p FROM range("
                    + (long) places * HOURS + ") r(n)";
            statement.execute("COPY (SELECT TIMESTAMP '2025-01-01' + INTERVAL 1 HOUR * h AS time, 'M' || lpad(p::VARCHAR, 6, '0') AS place,"
                    + " round(1.2 + sin(h * 0.2618) + hash(h * 100003 + p) % 1000 / 1000.0, 3) AS value FROM (" + numbers + ")) TO '" + table + "' ("
                    + (table.toString().endsWith("csv") ? "HEADER" : "FORMAT parquet") + ")");
        }
    }

    private void load(DuckStore store, Path file, String kind, ScheduledExecutorService watch) throws Exception {
        String reader = kind.endsWith("csv") ? "read_csv" : "read_parquet";
        Path plain = folder.resolve("plain.duckdb");
        Files.deleteIfExists(plain);
        long begin = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + plain); Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + DuckLimits.ofMachine().threads());
            statement.execute("CREATE TABLE t AS SELECT * FROM " + reader + "('" + file + "')");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Files.deleteIfExists(plain);
        begin = System.nanoTime();
        store.load(file, LoadFormat.rows("time", "place", "value"), NewSeries.of("meters", "Meters", "electricity", "kWh", ZoneOffset.UTC), watch,
                Progress.NONE);
        double ours = (System.nanoTime() - begin) / 1e9;
        say("%s, %.1f million rows, %.0f MB: into a store; DuckDB alone into a plain table".formatted(kind, places * HOURS / 1e6, Files.size(file) / 1e6),
                "%.1f s; %.1f s", ours, seconds);
    }

    /** What is answered before the values are in tiles. */
    private void asItCame(DuckStore store) throws Exception {
        if (!store.isArranged("meters")) {
            TimeWindow year = new TimeWindow(START, START.plus(Duration.ofHours(HOURS)));
            askSome("… meanwhile: one hour of all places", n -> store.slice("meters", hours(n * 137 % HOURS, 1), Aggregation.MEAN));
            askSome("… meanwhile: one place, a year of hours", n -> store.trace("meters", new int[] {n * 331 % places}, year, Duration.ofHours(1)));
        }
    }

    private void arrange(DuckStore store) throws Exception {
        long begin = System.nanoTime();
        store.arrange("meters");
        say("… put into tiles in the background", "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    private void questions(DuckStore store) throws Exception {
        String id = "meters";
        int middle = places / 2;
        TimeWindow year = new TimeWindow(START, START.plus(Duration.ofHours(HOURS)));
        ask("Slice: one hour of all places", n -> store.slice(id, hours(n * 137 % HOURS, 1), Aggregation.MEAN));
        ask("The same hours once more", n -> store.slice(id, hours(n * 137 % HOURS, 1), Aggregation.MEAN));
        ask("Slice: one day of all places, summed", n -> store.slice(id, hours(n * 137 % HOURS, 24), Aggregation.SUM));
        ask("Slice: one month of all places, summed", n -> store.slice(id, hours(n * 137 % 8_000, 730), Aggregation.SUM));
        ask("Slice: the year of all places, summed", n -> store.slice(id, hours(n, HOURS - 2 * n), Aggregation.SUM));
        ask("Trace: one place, a year of hours", n -> store.trace(id, new int[] {(middle + n * 331) % places}, year, Duration.ofHours(1)));
        ask("Trace: ten places, a year of days", n -> store.trace(id, new int[] {n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9}, year,
                Duration.ofDays(1)));
        int[] all = java.util.stream.IntStream.range(0, places).toArray();
        ask("Sum of all places in every hour of the year", n -> store.sum(id, all));
        ask("Sum of 500 of them (one area in twenty) in every hour of the year", n -> store.sum(id, java.util.Arrays.copyOfRange(all, n * 100, n * 100 + 500)));
        ask("Block: 24 hours of all places, fetched ahead", n -> store.block(id, n * 24, n * 24 + 24));
    }

    private static TimeWindow hours(int first, int count) {
        return new TimeWindow(START.plus(Duration.ofHours(first)), START.plus(Duration.ofHours(first + count)));
    }

    private interface Question {
        Object ask(int n) throws Exception;
    }

    /** Ten times: what is slow is not asked sixty times. */
    private void askSome(String what, Question question) throws Exception {
        double[] millis = new double[10];
        for (int n = 0; n < millis.length; n++) {
            long begin = System.nanoTime();
            question.ask(n);
            millis[n] = (System.nanoTime() - begin) / 1e6;
        }
        java.util.Arrays.sort(millis);
        say(what, "best %.1f, median %.1f, worst %.1f ms", millis[0], millis[millis.length / 2], millis[millis.length - 1]);
    }

    /** Twenty times after forty others, each about something else, so that nothing is answered out of what was just read. */
    private void ask(String what, Question question) throws Exception {
        for (int n = 20; n < 60; n++) {
            question.ask(n);
        }
        double[] millis = new double[20];
        for (int n = 0; n < millis.length; n++) {
            int at = n;
            Callable<Object> one = () -> question.ask(at);
            long begin = System.nanoTime();
            one.call();
            millis[n] = (System.nanoTime() - begin) / 1e6;
        }
        java.util.Arrays.sort(millis);
        say(what, "best %.1f, median %.1f, worst %.1f ms", millis[0], millis[millis.length / 2], millis[millis.length - 1]);
    }

    private void say(String what, String format, Object... figures) throws IOException {
        String row = "| " + what + " | " + String.format(Locale.ROOT, format, figures) + " |";
        rows.add(row);
        System.err.println(row);
    }
}
