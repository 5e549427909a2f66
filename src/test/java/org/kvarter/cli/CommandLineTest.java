package org.kvarter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.task.Progress;
import org.kvarter.workshop.tour.Tour;

/** Exit codes, standard output and standard error, as a script sees them. */
class CommandLineTest {

    private static final String SQUARE = "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]";

    @TempDir
    Path folder;

    private final List<RenderJob> rendered = new ArrayList<>();
    private final List<TourJob> told = new ArrayList<>();
    private final List<List<Path>> opened = new ArrayList<>();

    private record Ran(int exit, String out, String err) {
        JsonNode json() throws IOException {
            assertThat(out.strip().lines()).as("one JSON object on standard output").hasSize(1);
            return new ObjectMapper().readTree(out);
        }
    }

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static void picture(Path file) {
        try {
            new Picture(16, 9, new int[16 * 9]).writePng(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Program program = new Program() {
            @Override
            public void openWindow(List<Path> files, Optional<Locale> language) {
                opened.add(files);
            }

            @Override
            public RenderReport render(RenderJob job, Progress progress) {
                rendered.add(job);
                job.pictures().stream().map(RenderJob.Picture::out).filter(Path::isAbsolute).forEach(CommandLineTest::picture);
                return new RenderReport("Hamnen & co", job.pictures().stream().map(p -> new RenderReport.Drawn(p.out(), p.view().orElse(""),
                        p.overlay().orElse(""))).toList(),
                        List.of());
            }

            @Override
            public TourReport tour(TourJob job, Progress progress) {
                told.add(job);
                picture(job.out().resolve("01-one.png"));
                return new TourReport(new Tour("Hamnen & co", "A story in 1 steps", "en", List.of(new Tour.Page("One", "Text", "", "01-one.png",
                        java.util.Optional.empty(), List.of()))), List.of(new Diagnostic(Severity.WARNING, "p", "one", "The overlay \"gone\" is not in the project.")));
            }

            @Override
            public BenchReport bench(List<Path> files, int frames, Progress progress) {
                return new BenchReport(1, 2, 3.5, 900, 2.5, 60, 50, 0.25, 7, 1_000_000, 0, 0, 40);
            }

            @Override
            public Path temporaryFolder() {
                return folder.resolve("tmp");
            }

            @Override
            public Path configurationFolder() {
                return folder.resolve("config");
            }
        };
        String[] texts = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exit = KvarterCommand.run(texts, program, new PrintWriter(out), new PrintWriter(err));
        return new Ran(exit, out.toString(), err.toString());
    }

    private Path houses(String crs) throws IOException {
        String named = crs.isEmpty() ? "" : "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}},";
        return Files.writeString(folder.resolve("houses.geojson"), "{\"type\":\"FeatureCollection\"," + named + "\"features\":["
                + "{\"type\":\"Feature\",\"id\":\"H1\",\"properties\":{\"building\":\"yes\",\"height\":9},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":" + SQUARE.formatted(153000, 6579000, 153010, 6579020) + "}},"
                + "{\"type\":\"Feature\",\"id\":\"H2\",\"properties\":{\"building\":\"yes\",\"height\":12},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":" + SQUARE.formatted(153100, 6579000, 153110, 6579020) + "}}]}");
    }

    @Test
    void infoTellsCountsExtentAndSystem() throws Exception {
        Ran ran = run("info", "--json", houses("urn:ogc:def:crs:EPSG::3011"));
        assertThat(ran.exit()).isZero();
        JsonNode file = ran.json().path("files").get(0);
        assertThat(file.path("format").asText()).isEqualTo("GeoJSON");
        assertThat(file.path("crs").asText()).isEqualTo("EPSG:3011");
        assertThat(file.path("counts").elements().next().asInt()).isEqualTo(2);
        assertThat(file.path("extent").get(0).asDouble()).isEqualTo(153000);
        assertThat(file.path("extent").get(4).asDouble()).isEqualTo(6579020);
        assertThat(file.path("attributes").findValuesAsText("name")).contains("height");
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void infoHasExactlyTheKeysItPromises() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.geojson"), "{\"type\":\"Feat");
        JsonNode root = run("info", "--json", bad, houses("")).json();
        assertThat(keys(root)).containsExactly("files");
        assertThat(root.path("files")).hasSize(2).allSatisfy(file -> {
            assertThat(keys(file)).isEqualTo(new TreeSet<>(Set.of("file", "format", "version", "crs", "counts", "lods", "extent", "attributes",
                    "diagnostics")));
            assertThat(file.path("diagnostics")).isNotEmpty().allSatisfy(d ->
                    assertThat(keys(d)).isEqualTo(new TreeSet<>(Set.of("severity", "object", "message"))));
        });
    }

    @Test
    void importHasExactlyTheKeysItPromises() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.geojson"), "{\"type\":\"Feat");
        Ran ran = run("import", "--json", bad, houses("urn:ogc:def:crs:EPSG::3011"), "--to", folder.resolve("o.kvarter"));
        assertThat(ran.exit()).as("one of the files is bad").isEqualTo(1);
        JsonNode root = ran.json();
        assertThat(keys(root)).isEqualTo(new TreeSet<>(Set.of("features", "parts", "triangles", "layers", "milliseconds", "peakHeapBytes",
                "diagnostics")));
        assertThat(root.path("layers")).singleElement().satisfies(l ->
                assertThat(keys(l)).isEqualTo(new TreeSet<>(Set.of("id", "title", "kind", "features"))));
        assertThat(keys(root.path("milliseconds"))).isEqualTo(new TreeSet<>(Set.of("probe", "read", "place", "mesh", "total")));
        assertThat(root.path("diagnostics")).isNotEmpty().allSatisfy(d -> {
            assertThat(keys(d)).isEqualTo(new TreeSet<>(Set.of("severity", "object", "message")));
            assertThat(d.path("message").asText()).containsAnyOf("bad.geojson", "houses.geojson");
        });
    }

    @Test
    void infoGoesOnAfterABadFileAndSaysSo() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.geojson"), "{\"type\":\"Feat");
        Ran ran = run("info", bad, houses("urn:ogc:def:crs:EPSG::3011"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("bad.geojson").doesNotContain("Exception");
        assertThat(ran.out()).contains("houses.geojson");
    }

    @Test
    void importWritesAProjectThatHoldsTheFile() throws Exception {
        Path out = folder.resolve("out.kvarter");
        Ran ran = run("import", "--json", houses("urn:ogc:def:crs:EPSG::3011"), "--to", out);
        JsonNode report = ran.json();
        assertThat(ran.exit()).as(ran.err() + report).isZero();
        assertThat(report.path("features").asInt()).isEqualTo(2);
        assertThat(report.path("triangles").asInt()).as("two boxes").isEqualTo(24);
        assertThat(report.path("layers").get(0).path("kind").asText()).isEqualTo("buildings");
        assertThat(report.path("milliseconds").has("total")).isTrue();
        assertThat(report.path("peakHeapBytes").asLong()).isPositive();
        Files.delete(folder.resolve("houses.geojson"));
        var document = new ProjectStore(folder.resolve("again")).open(out, Progress.NONE).document();
        assertThat(Path.of(document.sources().get(0).file())).exists();
        assertThat(document.frame().crs()).isEqualTo("EPSG:3011");
    }

    @Test
    void bboxTakesWhatItMeets() throws Exception {
        Ran ran = run("import", "--json", houses("urn:ogc:def:crs:EPSG::3011"), "--to", folder.resolve("o.kvarter"), "--bbox",
                "153050,6578000,154000,6580000");
        assertThat(ran.json().path("features").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "info                                                  | Missing required parameter",
        "import a.json                                         | --to",
        "import a.json --to x.txt                              | must end in .kvarter",
        "import a.json --to x.kvarter --bbox 1,2,3             | four numbers",
        "import a.json --to x.kvarter --bbox 3,0,1,2           | four numbers",
        "import a.json --to x.kvarter --bbox 1,2,NaN,4         | four numbers",
        "import a.json --to x.kvarter --bbox a,b,c,d           | --bbox",
        "import a.json --to x.kvarter --crs EPSG:999999        | EPSG:999999 is no coordinate reference system",
        "import a.json --to x.kvarter --lod high               | --lod high is no level of detail",
        "render a.json                                         | --out",
        "render a.json --out x.png --size huge                 | no size",
        "render a.json --out x.png --camera 1,2,3              | five numbers",
        "render a.json --out x.png --time noon                 | no time",
        "render a.json --out x.png --view A --camera 1,2,3,4,5 | either --view or --camera",
        "render a.json --out x.png --sun-least 3               | go with --sun-hours",
        "render a.json --out x.png --sun-hours spring          | is no date",
        "render a.json --out x.png --sun-hours 2026-03-21 --sun-between 17:00-09:00 | two times",
        "render a.json --out x.png --sun-hours 2026-03-21 --sun-between 9 | two times",
        "render a.json --out x.png --sun-hours 2026-03-21 --sun-least 30 | hours from 0 to 24",
        "render a.txt --out x --flight views                   | --flight takes one project",
        "render p.kvarter --out x --flight views --fps 0       | --fps goes from 1",
        "render p.kvarter --out x --flight views --view A      | cameras of its own",
        "frobnicate --x                                        | Unknown option",
    })
    void wrongUsageIsExitCodeTwo(String line, String reason) {
        Ran ran = run((Object[]) line.split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(reason).contains("--help").doesNotContain("Exception");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void renderPassesOnWhatWasAskedFor() throws Exception {
        Ran ran = run("render", "p.kvarter", "--out", "x.png", "--size", "800x600", "--camera", "1,2,3,45,-10", "--time",
                "2025-03-21T15:00:00+01:00", "--overlay", "Heat");
        assertThat(ran.exit()).isZero();
        RenderJob job = rendered.get(0);
        assertThat(job.width()).isEqualTo(800);
        assertThat(job.pictures().get(0).camera().orElseThrow()).containsExactly(1, 2, 3, 45, -10);
        assertThat(job.pictures().get(0).time().orElseThrow()).isEqualTo("2025-03-21T14:00:00Z");
    }

    @Test
    void renderPassesOnHoursOfSunAndWhatStandsInThePicture() {
        Ran ran = run("render", "p.kvarter", "--out", "x.png", "--sun-hours", "2026-03-21", "--sun-between", "09:00-24:00", "--sun-least", "5", "--sun-rule",
                "--sun-csv", "y.csv", "--title", "Sun", "--north", "--scale-bar");
        assertThat(ran.exit()).as(ran.err()).isZero();
        RenderJob.Picture picture = rendered.get(0).pictures().get(0);
        RenderJob.SunHours sun = picture.sun().orElseThrow();
        assertThat(sun.rule().fromMinute()).isEqualTo(540);
        assertThat(sun.rule().toMinute()).isEqualTo(1_440);
        assertThat(sun.rule().hours()).isEqualTo(5);
        assertThat(sun.asRule()).isTrue();
        assertThat(sun.csv()).contains(Path.of("y.csv"));
        assertThat(picture.title()).isEqualTo("Sun");
        assertThat(picture.north() && picture.scaleBar()).isTrue();
    }

    @Test
    void aFlightIsOnePictureForEachFrame() throws Exception {
        Path project = folder.resolve("kvarter.json");
        Files.writeString(project, """
                {"format":"kvarter-project","version":1,"name":"Hamnen","viewpoints":[
                {"name":"A","east":0,"north":0,"height":100,"yawDegrees":350,"pitchDegrees":-10},
                {"name":"B","east":100,"north":0,"height":100,"yawDegrees":10,"pitchDegrees":-10}]}""");
        Ran ran = run("render", project, "--out", folder.resolve("flight"), "--flight", "views", "--fps", "10", "--leg", "2");
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<RenderJob.Picture> pictures = rendered.get(0).pictures();
        assertThat(pictures).hasSize(21);
        assertThat(pictures.get(20).out().getFileName().toString()).isEqualTo("frame-00021.png");
        assertThat(pictures.get(10).camera().orElseThrow()[0]).isEqualTo(50);
        assertThat(pictures.get(10).camera().orElseThrow()[3] % 360).isZero();
        assertThat(ran.out()).contains("ffmpeg").contains("-framerate 10");
        Ran none = run("render", project, "--out", folder.resolve("flight"), "--flight", "story");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("two steps with a camera");
    }

    @Test
    void aTourHasAPageWithLegendsThatStandsAlone() throws Exception {
        Path project = folder.resolve("kvarter.json");
        Files.writeString(project, """
                {"format":"kvarter-project","version":1,"name":"Hamnen & co","viewpoints":[
                {"name":"Kajen","east":1,"north":2,"height":3,"yawDegrees":4,"pitchDegrees":-5}],
                "overlays":[{"id":"heat","title":"Heat","layerId":"l","values":{"kind":"attribute","attribute":"a"},"perAttribute":"",
                "unit":"","scale":{"method":"CONTINUOUS","ramp":"energy","reverse":false,"classes":5,"minimum":"NaN","maximum":"NaN",
                "breaks":[]}}]}""");
        Ran ran = run("tour", project, "--out", folder.resolve("tour"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(rendered.get(0).pictures()).extracting(p -> p.out().getFileName().toString()).containsExactly("01-kajen.png", "02-heat.png");
        assertThat(Files.readString(folder.resolve("tour/index.html"))).contains("Hamnen &amp; co").contains("src=\"02-heat.png\"")
                .doesNotContain("http");
    }

    @Test
    void aTourOfAProjectWithAStoryTellsIt() throws Exception {
        Path project = Files.writeString(folder.resolve("kvarter.json"),
                "{\"format\":\"kvarter-project\",\"version\":1,\"name\":\"Hamnen\",\"story\":{\"steps\":[{\"title\":\"One\"}]}}");
        Ran ran = run("tour", project, "--out", folder.resolve("tour"), "--size", "1600x900");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(told).containsExactly(new TourJob(project, folder.resolve("tour"), 1600, 900));
        assertThat(rendered).isEmpty();
        assertThat(ran.err()).contains("\"gone\"");
        assertThat(folder.resolve("tour/index.html")).content().contains("One");
        assertThat(folder.resolve("tour/tour.pdf")).isNotEmptyFile();
    }

    @Test
    void filesWithoutACommandOpenTheWindow() {
        assertThat(run("a.json", "b.tif").exit()).isZero();
        run("open", "c.json");
        run();
        assertThat(opened).containsExactly(List.of(Path.of("a.json"), Path.of("b.tif")), List.of(Path.of("c.json")), List.of());
    }

    @Test
    void helpSpeaksTheLanguageAsked() {
        assertThat(run("info", "--help").out()).contains("Tells what is in files");
        assertThat(run("info", "--lang", "sv", "--help").out()).contains("vad filer innehåller");
        assertThat(run("--lang=sv", "info", "--help").out()).as("as the help writes it").contains("vad filer innehåller");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"opne, Did you mean “open”?", "rendr, Did you mean “render”?", "banana, neither a command nor a file"})
    void aMistypedCommandIsWrongUsageAndGetsASuggestion(String word, String answer) {
        Ran ran = run(word, "x.json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(word).contains(answer);
        assertThat(opened).isEmpty();
    }

    /** Two houses of 9 m and 12 m, and a scenario that raises them by what it assumes. */
    private Path scenarios(String assumption) throws IOException {
        houses("urn:ogc:def:crs:EPSG::3011");
        return Files.writeString(folder.resolve("kvarter.json"), """
                {"format":"kvarter-project","version":1,"sources":[{"file":"houses.geojson"}],"scenarios":{
                 "scenarios":[{"id":"s1","name":"Higher","assumptions":[{"id":"more","name":"More","value":5,"minimum":0,"maximum":9,"unit":"m"}],
                   "measures":[{"kind":"attribute","area":{"layerId":"houses"},"attribute":"height","way":"ADD","amount":"%s"}]}],
                 "kpis":[{"id":"sum","title":"Sum of heights","unit":"m","better":"LOWER",
                   "figure":{"kind":"attribute","attribute":"height","aggregate":"SUM","area":{"layerId":"houses"}}}]}}
                """.formatted(assumption));
    }

    @Test
    void simulatePrintsKeyFiguresAndTheirChange() throws IOException {
        Ran ran = run("simulate", scenarios("more"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("As it is today", "Higher", "Sum of heights");
        JsonNode root = run("simulate", folder.resolve("kvarter.json"), "--scenario", "higher", "--json").json();
        assertThat(root.at("/scenarios/0/kpis/0/value").asDouble()).isEqualTo(9 + 12);
        assertThat(root.at("/scenarios/1/kpis/0/value").asDouble()).isEqualTo(9 + 5 + 12 + 5);
        assertThat(root.at("/scenarios/1/kpis/0/inputs").toString()).contains("houses.geojson", "More");
    }

    @Test
    void simulateSaysWhichScenarioIsUnknownAndWhatIsNotUnderstood() throws IOException {
        Ran unknown = run("simulate", scenarios("lost"), "--scenario", "Lower");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("Lower", "Higher");
        assertThat(run("simulate", folder.resolve("kvarter.json")).err()).contains("lost");
    }
}
