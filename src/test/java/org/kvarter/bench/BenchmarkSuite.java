package org.kvarter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * {@code mvn -Pbench}: measures the program on this machine and prints one table in Markdown, fit for {@code src/main/docs/benchmarks.md}.
 *
 * <p>Whole loads are measured by {@code kvarter bench} in a virtual machine of their own each, small pieces by JMH in this one. Arguments:
 * {@code quick} leaves out the largest city, {@code nojmh} the small pieces.
 */
public final class BenchmarkSuite {

    private static final Path FOLDER = Path.of("target/bench");
    /** Room for the largest city twice: it is loaded again in the warm virtual machine. */
    private static final String HEAP = "-Xmx3g";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<String> rows = new ArrayList<>();

    private BenchmarkSuite() {
    }

    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args);
        new BenchmarkSuite().run(wanted.contains("quick"), wanted.contains("nojmh"));
    }

    private void run(boolean quick, boolean withoutJmh) throws Exception {
        sample();
        for (int buildings : quick ? new int[] {1_000, 10_000} : new int[] {1_000, 10_000, CityGenerator.TOWN}) {
            city(buildings);
        }
        buildingModel();
        cityGml(20_000, true);
        if (!quick) {
            cityGml(150_000, false);
        }
        moving();
        if (!quick) {
            rows.addAll(new StoreBenchmark(FOLDER, 10_000).measure());
        }
        if (!withoutJmh) {
            pieces();
        }
        out.printf(Locale.ROOT, "%nMeasured %s on %d cores, Java %s, %s %s, by `mvn -Pbench`.%n%n", LocalDate.now(),
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), System.getProperty("os.name"),
                System.getProperty("os.arch"));
        out.println("| What | Figure |");
        out.println("|---|---|");
        rows.forEach(out::println);
    }

    private void sample() throws Exception {
        JsonNode report = bench(Path.of("datasets/kvarter.json"));
        row("Sample district: program start to first full frame", "%.1f s", report.path("startMilliseconds").asDouble() / 1000);
        row("Sample district: frames per second, 1280 × 720", "%.1f", report.path("framesPerSecond").asDouble());
    }

    private void buildingModel() throws Exception {
        Path file = FOLDER.resolve("block.ifc");
        if (!Files.exists(file)) {
            IfcGenerator.write(IfcGenerator.BLOCK, file);
        }
        JsonNode report = bench(file);
        String name = String.format(Locale.ROOT, "IFC, %.1f MB, %,d features, %,d triangles", Files.size(file) / 1e6, report.path("features").asLong(),
                report.path("triangles").asLong());
        row(name + ": to first full frame", "%.2f s", report.path("loadMilliseconds").asDouble() / 1000);
        row(name + ": the same in a warm virtual machine", "%.2f s", report.path("warmLoadMilliseconds").asDouble() / 1000);
        row(name + ": largest heap after a collection", "%.0f MB", report.path("peakHeapBytes").asDouble() / 1e6);
        row(name + ": frames per second turning, 1280 × 720", "%.1f", report.path("framesPerSecond").asDouble());
    }

    /** What {@code info} reads of a file with 1 GB of heap, start of the program included; perhaps the way to the screen too. */
    private void cityGml(int buildings, boolean shown) throws Exception {
        Path file = FOLDER.resolve("city-" + buildings + ".gml");
        if (!Files.exists(file)) {
            CityGmlGenerator.write(buildings, file);
        }
        double megabytes = Files.size(file) / 1e6;
        String name = String.format(Locale.ROOT, "CityGML 2.0, %,d buildings, %.0f MB", buildings, megabytes);
        long start = System.nanoTime();
        run("-Xmx1g", "info", file.toString(), "--json");
        row(name + ": read with 1 GB of heap, program start included", "%.0f MB/s", megabytes / ((System.nanoTime() - start) / 1e9));
        if (shown) {
            JsonNode report = bench(file);
            row(name + ": to first full frame", "%.2f s", report.path("loadMilliseconds").asDouble() / 1000);
            row(name + ": the same in a warm virtual machine", "%.2f s", report.path("warmLoadMilliseconds").asDouble() / 1000);
            row(name + ": largest heap after a collection", "%.0f MB", report.path("peakHeapBytes").asDouble() / 1e6);
        }
    }

    private void moving() throws Exception {
        Path feed = FOLDER.resolve("feed.zip");
        Path trips = FOLDER.resolve("trips-50000.geojson");
        MovementGenerator.feed(feed);
        MovementGenerator.trips(50_000, trips);
        JsonNode timetable = bench(feed);
        row("GTFS, 453,600 stop times: to the first frame with vehicles, warm", "%.2f s", timetable.path("warmLoadMilliseconds").asDouble() / 1000);
        JsonNode report = bench(trips);
        row(String.format(Locale.ROOT, "%,d moving points: frames per second while they move, 1280 × 720", report.path("moving").asLong()), "%.1f",
                report.path("movingFramesPerSecond").asDouble());
    }

    private void city(int buildings) throws Exception {
        Path file = FOLDER.resolve("city-" + buildings + ".city.json");
        if (!Files.exists(file)) {
            CityGenerator.write(buildings, file);
        }
        JsonNode report = bench(file);
        String name = String.format(Locale.ROOT, "CityJSON, %,d buildings, %.1f MB, %,d triangles", buildings, Files.size(file) / 1e6,
                report.path("triangles").asLong());
        row(name + ": to first full frame", "%.2f s", report.path("loadMilliseconds").asDouble() / 1000);
        row(name + ": the same in a warm virtual machine", "%.2f s", report.path("warmLoadMilliseconds").asDouble() / 1000);
        row(name + ": largest heap after a collection", "%.0f MB", report.path("peakHeapBytes").asDouble() / 1e6);
        row(name + ": frames per second turning, 1280 × 720", "%.1f", report.path("framesPerSecond").asDouble());
        row(name + ": two views side by side turning in step", "%.1f", report.path("splitFramesPerSecond").asDouble());
        row(name + ": one view turning, every part recoloured each frame", "%.1f", report.path("recolourFramesPerSecond").asDouble());
        row(name + ": JavaFX thread per recolour", "%.2f ms", report.path("recolourFxMilliseconds").asDouble());
        row(name + ": one pick", "%.0f µs", report.path("pickMicroseconds").asDouble());
    }

    /** {@code kvarter bench} of the built image, as people start it, in a virtual machine of its own. */
    private JsonNode bench(Path file) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return run(HEAP + " -Djavafx.animation.fullspeed=true" + (windows ? "" : " -Dprism.order=es2"), "bench", file.toString(), "--json");
    }

    /** A command of the built image with an answer in JSON. */
    private JsonNode run(String options, String... command) throws IOException, InterruptedException {
        out.println("measuring " + String.join(" ", command));
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path program = Path.of(System.getProperty("kvarter.image", "target/kvarter"), "bin", windows ? "kvarter.cmd" : "kvarter");
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(command));
        ProcessBuilder start = new ProcessBuilder(words);
        start.environment().put("KVARTER_JAVA_OPTIONS", options);
        Process process = start.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("kvarter " + String.join(" ", command) + " failed: " + answer);
        }
        return JSON.readTree(answer);
    }

    private void pieces() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(PieceBenchmarks.class.getSimpleName()).include(ScenarioBenchmarks.class.getSimpleName()).include(StudyBenchmarks.class.getSimpleName())
                .include(AnalystBenchmarks.class.getSimpleName()).forks(0)
                .warmupIterations(2).warmupTime(TimeValue.seconds(2)).measurementIterations(4).measurementTime(TimeValue.seconds(2))
                .timeUnit(TimeUnit.MILLISECONDS).build()).run();
        for (RunResult result : results) {
            String label = Stream.of(PieceBenchmarks.LABELS, ScenarioBenchmarks.LABELS, StudyBenchmarks.LABELS, AnalystBenchmarks.LABELS).flatMap(Stream::of).filter(l -> result.getParams().getBenchmark().endsWith("." + l[0]))
                    .map(l -> l[1]).findFirst().orElse(result.getParams().getBenchmark());
            row(label, "%.3f ms", result.getPrimaryResult().getScore());
        }
    }

    private void row(String what, String format, double figure) {
        rows.add("| " + what + " | " + String.format(Locale.ROOT, format, figure) + " |");
    }
}
