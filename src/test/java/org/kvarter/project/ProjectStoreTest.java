package org.kvarter.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Appearance;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.StoreyView;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.DataNote;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlSeries;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.keep.CachedFeed;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.keep.FeedHistory;
import org.kvarter.task.Progress;
import org.kvarter.text.LocalText;

class ProjectStoreTest {

    @TempDir
    Path folder;

    private ProjectStore store;
    private ProjectDocument document;

    @BeforeEach
    void aProjectOfTwoSources() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        store = new ProjectStore(folder.resolve("unpacked"));
        write("data/houses.shp", "shp");
        write("data/houses.dbf", "dbf");
        write("data/HOUSES.prj", "prj");
        write("data/other.dbf", "not mine");
        write("data/heat.csv", "time;A\n");
        CsvFormat format = new CsvFormat("UTF-8", ';', true, 0, CsvFormat.Layout.WIDE, 0, -1, -1, "Europe/Stockholm", "ISO",
                CsvFormat.Label.INTERVAL_START, "kWh");
        document = new ProjectDocument(1, "Hamnen", new LocalFrame("EPSG:3011", 153_000, 6_579_000, 0),
                List.of(new ProjectSource(path("data/houses.shp"), "EPSG:3011", "2.2", List.of(1.0, 2.0, 3.0, 4.0),
                        Map.of("heightAttribute", "h"), List.of("houses"), List.of("gone"))),
                List.of(ProjectLayer.of("houses", LocalText.of("Houses"), new LayerStyle(true, 0.5, OptionalInt.of(0xFF336699), Double.NaN, "name")
                        .withAppearance(Appearance.WHITE).withStoreys(StoreyView.ALL.withStorey("Roof", false).withType("IfcSlab", false).withGap(2.5)))),
                List.of(new Viewpoint("Kajen", 153_100.5, 6_579_050, 12, 225, -15)),
                List.of(new OverlaySpec("o1", "Heat", "houses", new ValueSource.Series("heat", Aggregation.SUM), "area", "kWh/m²",
                                new ScaleSpec(ScaleSpec.Method.JENKS, "energy", true, 7, Double.NaN, 12.5, List.of())),
                        new OverlaySpec("o2", "Class", "houses", new ValueSource.Attribute("energyClass"), "", "", ScaleSpec.DEFAULT)),
                "o1", List.of(new SeriesSource("heat", "Heat", "heat", path("data/heat.csv"), format, "houses", "")),
                new ProjectClock("2025-01-15T07:00:00Z", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "Europe/Stockholm", "HOUR", true, true),
                "height > 10", "HIDE", List.of(new ProjectPin("houses", "H1"))).withScenarios(scenarios());
    }

    private static ScenarioBook scenarios() {
        Area area = new Area("houses", "use = 'home'", List.of("H1"));
        Scenario solar = new Scenario("solar", "Solar", "On every roof", "", List.of(
                new Assumption("roofs", "Roofs", Assumption.Kind.SHARE, "", 0.4, 0, 1, Origin.ASSUMED, "a guess")), List.of(
                new Measure.ChangeSeries(area, "load", "Load", Measure.Way.ADD, "sun", "-roofs"),
                new Measure.ChangeAttribute(area, "floors", "", Measure.Way.SET, "7", ""), new Measure.ShowLayer("model", true), new Measure.Demolish(area)));
        return new ScenarioBook(List.of(solar, Scenario.empty("more", "More").withBase("solar")), List.of(
                new Kpi("peak", "Peak", "kW", Kpi.Better.LOWER, new Figure.OfSeries("load", Figure.Aggregate.MAXIMUM, area, 0)),
                new Kpi("homes", "Homes", "", Kpi.Better.NEITHER, new Figure.OfAttribute("homes", Figure.Aggregate.SUM, area, 0)),
                new Kpi("trams", "Trams", "", Kpi.Better.HIGHER, new Figure.OfMovement("transit", Figure.OfMovement.What.ARRIVALS, Mode.TRAM, Figure.Aggregate.MEAN)),
                new Kpi("all", "All", "", Kpi.Better.HIGHER, new Figure.OfMovement("transit", Figure.OfMovement.What.IN_SERVICE, null, Figure.Aggregate.MAXIMUM)),
                new Kpi("own", "Own use", "%", Kpi.Better.HIGHER, new Figure.Matched("sun", "load", Area.DISTRICT)),
                new Kpi("each", "Each", "kW", Kpi.Better.LOWER, new Figure.Computed("peak / homes"))),
                List.of(new DataNote("load", Origin.MEASURED, "meters")), "more");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Projects are known by their name, or where a {@code .json} begins as one does. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {"kvarter.json; ; true", "plan.KVARTER; ; true", "plan.kvarter.json; ; true",
        "plan.json; {  \"format\" : \"kvarter-project\"; true", "plan.json; {\"type\":\"CityJSON\"}; false", "missing.json; ; false", "plan.txt; {\"format\":\"kvarter-project\"}; false"})
    void projectsAreToldFromData(String name, String content, boolean project) throws Exception {
        Path file = folder.resolve(name);
        if (content != null) {
            Files.writeString(file, content);
        }
        assertThat(ProjectStore.isProject(file)).isEqualTo(project);
    }

    @Test
    void whatIsSavedIsOpened() throws Exception {
        Path file = folder.resolve("kvarter.json");
        store.save(document, file, Progress.NONE);
        assertThat(Files.readString(file)).contains("\"file\" : \"data/houses.shp\"").doesNotContain(folder.toString());
        assertThat(store.open(file, Progress.NONE).document()).isEqualTo(document);
    }

    @Test
    void aMovedFolderStillOpens() throws Exception {
        store.save(document, folder.resolve("kvarter.json"), Progress.NONE);
        Path moved = folder.resolve("elsewhere");
        Files.createDirectories(moved);
        Files.move(folder.resolve("data"), moved.resolve("data"));
        Files.move(folder.resolve("kvarter.json"), moved.resolve("kvarter.json"));
        assertThat(store.open(moved.resolve("kvarter.json"), Progress.NONE).document().sources().get(0).file())
                .isEqualTo(moved.resolve("data/houses.shp").toString());
    }

    /** Whatever a model names beside it or below, in its own file or in a file it names; nothing from elsewhere. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "house.obj | mtllib m.mtl$v 0 0 0$ | m.mtl, tex/wall 1.png",
        "house.gltf | {\"images\":[{\"uri\":\"tex/wall%201.png\"},{\"uri\":\"../secret.png\"}],\"buffers\":[{\"uri\":\"b.bin\"}]} | tex/wall 1.png, b.bin",
        "house.dae | <init_from>tex/wall 1.png</init_from> | tex/wall 1.png",
        "city.json | {\"textures\":[{\"type\":\"PNG\",\"image\":\"tex/wall 1.png\"}]} | tex/wall 1.png",
        "tileset.json | {\"content\":{\"uri\":\"t/a.b3dm\"},\"x\":{\"uri\":\"t/more.json\"}} | t/a.b3dm, t/more.json, t/b.b3dm",
        "tileset.json | {\"content\":{\"uri\":\"t/a.b3dm?v=1#x\"}} | t/a.b3dm",
        "tileset.json | {\"content\":{\"uri\":\"i/{level}/{x}_{y}.glb\"},\"subtrees\":{\"uri\":\"s/{level}.{x}.{y}.subtree\"}} | i/0/0_0.glb, i/1/1_0.glb, s/0.0.0.subtree, s/buffer.bin",
        "tileset.json | {\"content\":{\"uri\":\"t/inst.i3dm\"}} | t/inst.i3dm, t/tree.glb",
        "tileset.json | {\"content\":{\"uri\":\"t/both.cmpt\"}} | t/both.cmpt, t/tree.glb"})
    void aPackageHoldsWhatAModelNames(String name, String text, String names) throws Exception {
        write("models/m.mtl", "newmtl a\nmap_Kd tex/wall 1.png\nmap_Kd ../secret.png\n");
        write("models/tex/wall 1.png", "png");
        write("models/b.bin", "bin");
        write("models/t/a.b3dm", "a");
        write("models/t/b.b3dm", "b");
        write("models/t/more.json", "{\"uri\":\"b.b3dm\"}");
        for (String tile : new String[] {"i/0/0_0.glb", "i/1/1_0.glb", "i/1/other.glb", "t/tree.glb", "s/buffer.bin"}) {
            write("models/" + tile, "x");
        }
        writeBytes("models/t/inst.i3dm", i3dm("tree.glb"));
        byte[] inner = i3dm("tree.glb");
        writeBytes("models/t/both.cmpt", little(16 + inner.length).putInt(0x74706D63).putInt(1).putInt(16 + inner.length).putInt(1).put(inner).array());
        byte[] json = "{\"buffers\":[{\"uri\":\"buffer.bin\"}]}".getBytes(StandardCharsets.UTF_8);
        writeBytes("models/s/0.0.0.subtree", little(24 + json.length).putInt(0x74627573).putInt(1).putLong(json.length).putLong(0).put(json).array());
        write("secret.png", "png");
        write("models/" + name, text.replace('$', '\n'));

        assertThat(Companions.of(folder.resolve("models/" + name)).stream()
                .map(companion -> Companions.placeBeside(folder.resolve("models/" + name), companion)))
                .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.concat(java.util.stream.Stream.of(name),
                        java.util.Arrays.stream(names.split(", "))).toList());
    }

    private static java.nio.ByteBuffer little(int bytes) {
        return java.nio.ByteBuffer.allocate(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    /** An instanced tile that names its model. */
    private static byte[] i3dm(String model) {
        byte[] name = model.getBytes(StandardCharsets.UTF_8);
        byte[] table = "{\"INSTANCES_LENGTH\":1}  ".getBytes(StandardCharsets.UTF_8);
        return little(32 + table.length + name.length).putInt(0x6D643369).putInt(1).putInt(32 + table.length + name.length).putInt(table.length).putInt(0).putInt(0).putInt(0).putInt(0)
                .put(table).put(name).array();
    }

    private void writeBytes(String name, byte[] bytes) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test
    void aPackageHoldsTheSourcesAndTheirCompanions() throws Exception {
        Path file = folder.resolve("hamnen.kvarter");
        store.save(document, file, Progress.NONE);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactlyInAnyOrder("kvarter.json", "data/1/houses.shp",
                    "data/1/houses.dbf", "data/1/HOUSES.prj", "data/2/heat.csv");
        }
        deleteData();
        ProjectDocument opened = store.open(file, Progress.NONE).document();
        Path shp = Path.of(opened.sources().get(0).file());
        assertThat(shp).hasContent("shp");
        assertThat(shp.resolveSibling("houses.dbf")).hasContent("dbf");
        assertThat(opened.overlays()).isEqualTo(document.overlays());
        store.forgetUnpacked();
        assertThat(shp).doesNotExist();
    }

    /** Everything a source reads beside itself is there again where the package is opened. */
    @Test
    void aPackageHoldsWhatModelsAndGridsReadBesideThem() throws Exception {
        write("gml/town.gml", "<a><fileName>ground/dem.asc</fileName><f:file>heat use.csv</f:file><x>library/tree.gml</x><y>missing.csv</y></a>");
        write("gml/ground/dem.asc", "ncols");
        write("gml/ground/dem.prj", "PROJCS");
        write("gml/heat use.csv", "time;A");
        write("gml/library/tree.gml", "<app:imageURI>bark.png</app:imageURI>");
        write("gml/library/bark.png", "png");
        write("gml/unnamed.csv", "not mine");
        write("photo.tif", "tif");
        write("photo.wld", "1");
        write("points.xyz", "1 2 3");
        write("points.prj", "PROJCS");
        for (String source : List.of("gml/town.gml", "photo.tif", "points.xyz")) {
            ProjectSource kept = new ProjectSource(path(source), "", "", null, Map.of(), List.of(), List.of());
            Path file = folder.resolve("side.kvarter");
            store.save(ProjectDocument.EMPTY.withSources(List.of(kept), List.of()), file, Progress.NONE);
            Path opened = Path.of(store.open(file, Progress.NONE).document().sources().get(0).file()).getParent();
            List<String> names = switch (source) {
                case "photo.tif" -> List.of("photo.tif", "photo.wld");
                case "points.xyz" -> List.of("points.xyz", "points.prj");
                default -> List.of("town.gml", "ground/dem.asc", "ground/dem.prj", "heat use.csv", "library/tree.gml", "library/bark.png");
            };
            try (var files = Files.walk(opened)) {
                assertThat(files.filter(Files::isRegularFile).map(f -> opened.relativize(f).toString().replace('\\', '/'))).containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }

    private void deleteData() throws IOException {
        for (String name : List.of("houses.shp", "houses.dbf", "HOUSES.prj", "other.dbf", "heat.csv")) {
            Files.delete(folder.resolve("data").resolve(name));
        }
    }

    @Test
    void aFailedSaveLeavesTheOldFileAndNoDraft() throws Exception {
        Path file = folder.resolve("hamnen.kvarter");
        store.save(document, file, Progress.NONE);
        byte[] before = Files.readAllBytes(file);
        Files.delete(folder.resolve("data/heat.csv"));
        assertThatThrownBy(() -> store.save(document, file, Progress.NONE)).isInstanceOf(ProjectException.class)
                .hasMessageContaining("heat.csv").hasMessageContaining("hamnen.kvarter");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(1);
            throw new IOException("disk full");
        })).isInstanceOf(IOException.class);
        assertThat(file).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.endsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{                                                           | damaged near line",
        "[]                                                          | not a Kvarter project",
        "{\"type\":\"FeatureCollection\"}                            | not a Kvarter project",
        "{\"format\":\"kvarter-project\",\"version\":99}             | newer Kvarter (project version 99",
        "{\"format\":\"kvarter-project\"}                            | which version",
        "{\"format\":\"kvarter-project\",\"version\":1,\"name\":| damaged",
        "''                                                          | not a Kvarter project",
    })
    void refusalsNameFileAndWayOut(String text, String reason) throws IOException {
        write("kvarter.json", text);
        assertThatThrownBy(() -> store.open(folder.resolve("kvarter.json"), Progress.NONE)).isInstanceOf(ProjectException.class)
                .hasMessageContaining("kvarter.json").hasMessageContaining(reason);
    }

    @Test
    void unknownFieldsOfASmallerStepForwardAreIgnored() throws Exception {
        write("kvarter.json", "{\"format\":\"kvarter-project\",\"version\":1,\"name\":\"A\",\"stories\":[1,2]}");
        assertThat(store.open(folder.resolve("kvarter.json"), Progress.NONE).document().name()).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource({"../evil.txt", "data/../../evil.txt", "/evil.txt"})
    void entriesOutsideThePackageAreRefused(String name) throws Exception {
        Path file = folder.resolve("evil.kvarter");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "kvarter.json", "{\"format\":\"kvarter-project\",\"version\":1}".getBytes(StandardCharsets.UTF_8));
            put(zip, name, "boo".getBytes(StandardCharsets.UTF_8));
        }
        if (!name.startsWith("/")) {
            assertThatThrownBy(() -> store.open(file, Progress.NONE)).isInstanceOf(ProjectException.class).hasMessageContaining("evil.txt");
        } else {
            assertThatThrownBy(() -> store.open(file, Progress.NONE)).isInstanceOf(ProjectException.class);
        }
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsTheDisk() throws Exception {
        Path file = folder.resolve("bomb.kvarter");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "kvarter.json", "{\"format\":\"kvarter-project\",\"version\":1}".getBytes(StandardCharsets.UTF_8));
            put(zip, "data/1/zeros.csv", new byte[80 << 20]);
        }
        assertThatThrownBy(() -> store.open(file, Progress.NONE)).isInstanceOf(ProjectException.class).hasMessageContaining("zeros.csv");
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void truncatedPackagesAndMissingFilesAreTold() throws Exception {
        Path file = folder.resolve("hamnen.kvarter");
        store.save(document, file, Progress.NONE);
        byte[] whole = Files.readAllBytes(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(whole, 0, whole.length / 2);
        }
        assertThatThrownBy(() -> store.open(file, Progress.NONE)).isInstanceOf(ProjectException.class).hasMessageContaining("copy it again");
        assertThatThrownBy(() -> store.open(folder.resolve("nowhere.json"), Progress.NONE)).isInstanceOf(ProjectException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void titlesOfAllLanguagesSurviveOpeningAndSaving() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("datasets/kvarter.json"));
        ObjectMapper mapper = new ObjectMapper();
        JsonNode saved = mapper.readTree(ProjectJson.write(ProjectJson.read(sample, "kvarter.json")));
        for (String list : List.of("layers", "overlays", "series")) {
            List<JsonNode> before = mapper.readTree(sample).path(list).findValues("title");
            assertThat(before).hasSizeGreaterThan(2).allSatisfy(t -> assertThat(t.has("sv")).isTrue());
            assertThat(saved.path(list).findValues("title")).isEqualTo(before);
        }
    }

    @Test
    void whatAPackageHeldLiesBesideAProjectOfAFolderAndOpensElsewhere() throws Exception {
        Path unpacked = folder.resolve("unpacked");
        write("twin/heat.csv", "time;B\n");
        document = document.withSources(List.of(document.sources().get(0), ProjectSource.of(path("twin/heat.csv"))), document.series());
        store.save(document, folder.resolve("hamnen.kvarter"), Progress.NONE);
        ProjectDocument opened = store.open(folder.resolve("hamnen.kvarter"), Progress.NONE).document();
        assertThat(opened.sources().get(0).file()).startsWith(unpacked.toString());
        Path here = Files.createDirectories(folder.resolve("here"));
        store.save(opened, here.resolve("town.kvarter.json"), Progress.NONE);
        store.save(opened, here.resolve("town.kvarter.json"), Progress.NONE);
        store.forgetUnpacked();
        deleteData();
        Path there = Files.move(here, folder.resolve("there"));
        ProjectDocument moved = store.open(there.resolve("town.kvarter.json"), Progress.NONE).document();
        assertThat(moved.sources()).extracting(ProjectSource::file).containsExactly(there.resolve("town-data/houses.shp").toString(),
                there.resolve("town-data/heat.csv").toString());
        assertThat(there.resolve("town-data/houses.dbf")).hasContent("dbf");
        assertThat(Path.of(moved.sources().get(1).file())).hasContent("time;B\n");
        assertThat(Path.of(moved.series().get(0).file())).as("of two of one name, one is in a folder of its own").hasContent("time;A\n");
        assertThat(store.outside(moved, there.resolve("town.kvarter.json"))).isEmpty();
    }

    @Test
    void sourcesOutsideOfTheFolderAreNamed() {
        Path elsewhere = folder.resolve("elsewhere/town.kvarter.json");
        assertThat(store.outside(document, elsewhere)).containsExactly(folder.resolve("data/houses.shp"), folder.resolve("data/heat.csv"));
        assertThat(store.outside(document, folder.resolve("kvarter.json"))).isEmpty();
        assertThat(store.outside(document, folder.resolve("elsewhere/town.kvarter"))).as("holds all").isEmpty();
    }

    @Property(tries = 200)
    void flippedBytesNeverEscapeAsSomethingElse(@ForAll @IntRange(max = 3_000) int at, @ForAll byte value) throws Exception {
        byte[] json = ProjectJson.write(ProjectDocument.EMPTY);
        json[at % json.length] = value;
        try {
            ProjectJson.read(json, "x.json");
        } catch (ProjectException e) {
            assertThat(e.getMessage()).contains("x.json");
        }
    }

    @Test
    void aPackageCarriesWhatFeedsHaveAnswered() throws Exception {
        FeedSource feed = new FeedSource("air", "Air", FeedRequest.of("https://example.org/air"), FeedMapping.EMPTY, FeedTarget.POINTS, false);
        FeedRow row = new FeedRow("a", "Quay", Instant.parse("2026-01-15T12:00:00Z"), 7, "µg/m³", 18, 59);
        FeedHistory history = new FeedHistory();
        history.add(List.of(row));
        FeedCache here = new FeedCache(folder.resolve("here"));
        here.write(feed, new CachedFeed(row.time(), new Validators("", ""), List.of(row), history), List.of(row));
        Path file = folder.resolve("air.kvarter");
        new ProjectStore(folder.resolve("unpacked"), here).save(ProjectDocument.EMPTY.withFeeds(List.of(feed)), file, Progress.NONE);
        FeedCache there = new FeedCache(folder.resolve("there"));
        new ProjectStore(folder.resolve("unpacked"), there).open(file, Progress.NONE);
        assertThat(there.read(feed).orElseThrow().rows()).containsExactly(row);
    }

    @Test
    void seriesOfStoresAndDatabasesAreKeptAndOldFilesStillRead() throws Exception {
        write("data/series.duckdb", "values");
        TimeAxis axis = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofMinutes(15), 35_040, ZoneId.of("Europe/Stockholm"));
        SqlSeries rows = new SqlSeries("pg", LocalText.of("Meters"), "electricity", "kWh", List.of("public", "meter \"x\""), "t", "p", "v", axis)
                .withQuality(new org.kvarter.series.store.QualitySource(org.kvarter.series.store.Quality.MODELLED, "how"));
        SeriesSource inStore = new SeriesSource("duck", LocalText.of("Duck"), "heat", new SeriesOrigin.InStore(path("data/series.duckdb"), "h"), "houses", "");
        SeriesSource inDatabase = new SeriesSource("pg", LocalText.of("Meters"), "electricity",
                new SeriesOrigin.InDatabase(SqlAddress.parse("postgresql://reader@db.example.org:5433/town?sslmode=verify-full"), rows), "houses", "address");
        List<SeriesSource> all = List.of(document.series().get(0), inStore, inDatabase);
        for (String name : List.of("a/town.json", "a/town.kvarter")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            store.save(document.withSources(document.sources(), all), file, Progress.NONE);
            List<SeriesSource> read = store.open(file, Progress.NONE).document().series();
            assertThat(read.get(2)).isEqualTo(inDatabase);
            assertThat(read.get(1).withFile("")).isEqualTo(inStore.withFile(""));
            assertThat(Files.readString(Path.of(read.get(1).file()))).isEqualTo("values");
            assertThat(read.get(0).withFile("")).isEqualTo(all.get(0).withFile(""));
        }
        String json = Files.readString(folder.resolve("a/town.json"));
        assertThat(json).contains("\"format\"").contains("\"stored\" : \"h\"").doesNotContain("\"origin\" : {");
    }
}
