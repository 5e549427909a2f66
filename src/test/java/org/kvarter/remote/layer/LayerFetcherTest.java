package org.kvarter.remote.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.tiles3d.Tiles;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.service.Offer;
import org.kvarter.remote.service.Service;
import org.kvarter.remote.service.ServiceFinder;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;

/** Layers fetched from real servers on this machine into files, which the import then reads like any other. */
class LayerFetcherTest {

    private static final Area TOWN = new Area(18.0, 59.3, 18.01, 59.305);

    @TempDir
    Path folder;

    private FakeService service;
    private LayerFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        FeedClient client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system());
        fetcher = new LayerFetcher(client, folder.resolve("services"), InstantSource.system());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static LayerSource source(LayerQuery query) {
        return new LayerSource("Roads & paths", query, List.of(), "", "© Town", TOWN);
    }

    private static List<Layer> read(Path file) {
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportResult result = ImportPipeline.over(ImportPipeline.discover(), tasks).run(List.of(ImportRequest.of(file)), District.EMPTY,
                    ImportListener.NONE, Progress.NONE);
            assertThat(result.failures()).isEmpty();
            return result.layers().stream().map(l -> l.layer()).toList();
        }
    }

    private static String feature(int id, double lon) {
        return "{\"type\":\"Feature\",\"id\":" + id + ",\"properties\":{\"name\":\"n" + id + "\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[" + lon
                + ",59.301],[" + (lon + 0.001) + ",59.302]]}}";
    }

    @Test
    void itemsOfAllPagesLieInOneFileThatTheImportReads() throws Exception {
        service.inTurn("/items", json("{\"type\":\"FeatureCollection\",\"features\":[" + feature(1, 18.001) + "],\"links\":[{\"rel\":\"self\",\"href\":\"x\"},"
                + "{\"rel\":\"next\",\"href\":\"/items?offset=1\"}]}"), json("{\"type\":\"FeatureCollection\",\"features\":[" + feature(2, 18.004) + "],\"links\":[]}"));
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.Items(service.url("/items"), "")), Progress.NONE);
        assertThat(service.asked().get(0)).isEqualTo("/items?bbox=18.0000000,59.3000000,18.0100000,59.3050000&limit=1000");
        assertThat(fetched.records()).isEqualTo(2);
        assertThat(fetched.file().getFileName()).hasToString("roads-paths.geojson");
        List<Layer> layers = read(fetched.file());
        assertThat(layers).hasSize(1);
        assertThat(layers.get(0).features().ids()).containsExactly("1", "2");
    }

    private static final String QUERYABLES = "{\"type\":\"object\",\"properties\":{\"name\":{},\"floors\":{}}}";
    private static final String TWO = "{\"features\":[" + feature(1, 18.001) + "," + feature(2, 18.002) + "]}";

    /** A service that knows CQL2 is asked in it for what it knows; the rest, and what it does not heed, is left out here. */
    @Test
    void aFilterIsAskedOfTheServiceAndHoldsWhateverItAnswers() throws Exception {
        service.inTurn("/collections/c/queryables", json(QUERYABLES));
        service.inTurn("/conformance", json("{\"conformsTo\":[\"http://www.opengis.net/spec/cql2/1.0/conf/cql2-text\"]}"));
        service.inTurn("/collections/c/items", json(TWO));
        LayerSource source = source(new LayerQuery.Items(service.url("/collections/c/items"), "")).withFilter("name = 'n2' and other <> 5 and name >= a");
        assertThatThrownBy(() -> fetcher.fetch(source, Progress.NONE)).as("none has the attribute").isInstanceOf(FeedException.class);
        String asked = java.net.URLDecoder.decode(service.asked().get(service.asked().size() - 1), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(asked).contains("&filter=\"name\"='n2' AND \"name\">='a'&filter-lang=cql2-text");
        assertThat(LayerSource.of(source.settings(java.util.Map.of(), java.time.Instant.EPOCH))).as("fetched again the same way").contains(source);
    }

    @Test
    void aServiceWithoutLanguageIsAskedForEqualValuesAndOneWithoutQueryablesForAll() throws Exception {
        service.inTurn("/collections/c/queryables", json(QUERYABLES));
        service.inTurn("/collections/c/items", json(TWO));
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.Items(service.url("/collections/c/items"), "")).withFilter("name = 'n2'"), Progress.NONE);
        assertThat(service.asked()).last().asString().contains("&name=n2&").doesNotContain("filter");
        assertThat(fetched.records()).as("though two came").isEqualTo(1);
        assertThat(read(fetched.file()).get(0).features().ids()).containsExactly("2");
        service.inTurn("/collections/d/items", json(TWO));
        fetched = fetcher.fetch(source(new LayerQuery.Items(service.url("/collections/d/items"), "")).withFilter("name = 'n1'"), Progress.NONE);
        assertThat(service.asked()).last().asString().doesNotContain("n1");
        assertThat(fetched.records()).isEqualTo(1);
    }

    @Test
    void aWfsIsAskedWithAFilterThatHoldsTheBox() throws Exception {
        service.inTurn("/wfs", json(TWO));
        LayerQuery query = new LayerQuery.FeatureType(service.url("/wfs"), "2.0.0", "t:roads", "application/json", "urn:ogc:def:crs:EPSG::4326");
        LayerFetcher.Fetched fetched = fetcher.fetch(source(query).withFilter("name = 'n1'"), Progress.NONE);
        String asked = java.net.URLDecoder.decode(service.asked().get(0), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(asked).doesNotContain("bbox=").contains("<fes:And><fes:BBOX><gml:Envelope srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:lowerCorner>59.3000000 18.0000000</gml:lowerCorner>")
                .contains("<fes:ValueReference>name</fes:ValueReference><fes:Literal>n1</fes:Literal>");
        assertThat(fetched.records()).isEqualTo(1);
    }

    private static String region(double west, double south, double east, double north) {
        return "\"boundingVolume\":{\"region\":[" + Math.toRadians(west) + "," + Math.toRadians(south) + "," + Math.toRadians(east) + "," + Math.toRadians(north) + ",0,50]},\"geometricError\":1";
    }

    private static String sphere(double longitude, double latitude) {
        double lat = Math.toRadians(latitude);
        double lon = Math.toRadians(longitude);
        double n = 6_378_137 / Math.sqrt(1 - 0.00669437999014 * Math.pow(Math.sin(lat), 2)); // EPSG Guidance Note 7-2, 4.1.1
        return "\"boundingVolume\":{\"sphere\":[" + n * Math.cos(lat) * Math.cos(lon) + "," + n * Math.cos(lat) * Math.sin(lon) + "," + n * (1 - 0.00669437999014) * Math.sin(lat)
                + ",200]},\"geometricError\":1";
    }

    /** Of a tileset come the tiles of the area, those of a tileset within it too, beside a file that names the copies. */
    @Test
    void theTilesOfAnAreaLieInAFolderBesideTheirTileset() throws Exception {
        service.at("/t/tileset.json", json("{\"asset\":{\"version\":\"1.1\"},\"geometricError\":500,\"root\":{" + region(17, 58, 19, 60) + ",\"refine\":\"REPLACE\",\"content\":{\"uri\":\"r.b3dm\"},\"children\":["
                + "{" + region(18, 59.3, 18.01, 59.305) + ",\"content\":{\"url\":\"deep/in.json\"}},{" + region(18.5, 59.3, 18.6, 59.4) + ",\"content\":{\"uri\":\"far.b3dm\"}},"
                + "{" + sphere(18.005, 59.49) + ",\"content\":{\"uri\":\"farther.b3dm\"}},{" + sphere(18.005, 59.303) + ",\"content\":{\"uri\":\"near.glb\"}}]}}"));
        service.at("/t/deep/in.json", json("{\"asset\":{\"version\":\"1.1\"},\"geometricError\":5,\"root\":{" + region(18, 59.3, 18.01, 59.305) + ",\"content\":{\"uri\":\"leaf.b3dm\"}}}"));
        for (String tile : new String[] {"/t/r.b3dm", "/t/near.glb", "/t/deep/leaf.b3dm"}) {
            service.at(tile, status(200, "application/octet-stream", "tile of " + tile));
        }
        LayerSource source = source(new LayerQuery.Tileset(service.url("/t/tileset.json")));
        LayerFetcher.Fetched fetched = fetcher.fetch(source, Progress.NONE);
        assertThat(fetched.records()).isEqualTo(3);
        assertThat(fetched.remark()).isEmpty();
        assertThat(fetched.file().getFileName()).hasToString("roads-paths.tileset.json");
        var root = new com.fasterxml.jackson.databind.ObjectMapper().readTree(fetched.file().toFile()).path("root");
        assertThat(root.findValuesAsText("uri")).hasSize(3).allSatisfy(uri -> assertThat(fetched.file().resolveSibling(uri)).content().startsWith("tile of /t/"));
        assertThat(root.path("children")).hasSize(2);
        assertThat(root.path("children").get(0).path("children").get(0).path("content").path("uri").asText()).endsWith(".b3dm");
        assertThat(service.asked()).noneMatch(a -> a.contains("far"));
        assertThat(fetcher.kept(source)).get().extracting(LayerFetcher.Fetched::file).isEqualTo(fetched.file());
    }

    /** What is fetched stands where the service has it. */
    @Test
    void fetchedTilesAreReadAsTheyAre() throws Exception {
        service.at("/t/tileset.json", json("{\"asset\":{\"version\":\"1.0\"},\"geometricError\":9,\"root\":{" + region(17, 58, 19, 60) + ",\"transform\":"
                + Tiles.at(18.005, 59.303, 20) + ",\"content\":{\"uri\":\"a.b3dm?v=2\"}}}"));
        service.at("/t/a.b3dm", e -> send(e, Tiles.b3dm("{\"BATCH_LENGTH\":2}")));
        List<Layer> layers = read(fetcher.fetch(source(new LayerQuery.Tileset(service.url("/t/tileset.json"))), Progress.NONE).file());
        assertThat(layers).singleElement().satisfies(l -> {
            assertThat(l.features().ids()).containsExactly("Mill", "Barn");
            assertThat(l.features().attributes().row(1)).containsEntry("height", 7.0);
            assertThat(l.bounds().height()).isCloseTo(1, within(0.01));
        });
    }

    @Test
    void tilesThatDoNotFitAreLeftOutFromTheFinestOn() throws Exception {
        service.at("/t.json", json("{\"root\":{" + region(17, 58, 19, 60) + ",\"content\":{\"uri\":\"r.b3dm\"},\"children\":[{" + region(18, 59.3, 18.01, 59.305) + ",\"content\":{\"uri\":\"a.b3dm\"}}]}}"));
        service.at("/r.b3dm", status(200, "application/octet-stream", "0123456789"));
        Path draft = folder.resolve("t.json");
        LayerFetcher.Result result = new TilesetFile(new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system()),
                source(new LayerQuery.Tileset(service.url("/t.json"))), folder.resolve("tiles-1"), 10).write(draft, Progress.NONE);
        assertThat(result.records()).isEqualTo(1);
        assertThat(result.remark()).isNotEmpty();
        assertThat(Files.readString(draft)).doesNotContain("children").contains("tiles-1/1.b3dm");
    }

    private static String nextTo(String... children) {
        return "{\"root\":{" + region(17, 58, 19, 60) + ",\"content\":{\"uri\":\"r.b3dm\"},\"children\":[" + Stream.of(children).map(c -> "{" + region(17, 58, 19, 60) + ",\"content\":{\"uri\":\"" + c
                + "\"}}").collect(java.util.stream.Collectors.joining(",")) + "]}}";
    }

    /** Tiles on another server come too, without what is only for the first; those of another scheme do not, and it is said. */
    @Test
    void tilesOfAnotherServerAreFetchedWithoutTheCredential() throws Exception {
        List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (FakeService other = new FakeService()) {
            FakeService.Answer tile = e -> {
                told.add(e.getRequestURI() + " " + e.getRequestHeaders().getFirst("Authorization") + " " + e.getRequestHeaders().getFirst("X-Client"));
                status(200, "application/octet-stream", "0123456789").to(e);
            };
            service.at("/t.json", json(nextTo(other.url("/deep/in.json"), "https://127.0.0.1:1/b.b3dm", "ftp://elsewhere.example/c.b3dm")));
            service.at("/r.b3dm", tile);
            other.at("/deep/in.json", json(nextTo("leaf.b3dm").replace("r.b3dm", "leaf0.b3dm")));
            other.at("/deep/leaf", tile);
            Credentials credentials = new Credentials(folder.resolve("own.json"), v -> null);
            credentials.put(new Credential("mine", FeedAddress.origin(java.net.URI.create(service.url("/"))), Credential.Scheme.BEARER, "", "s3cret-s3cret", ""));
            FeedClient client = new FeedClient(Runnable::run, credentials, InstantSource.system());
            LayerSource source = new LayerSource("T", new LayerQuery.Tileset(service.url("/t.json")), List.of(new FeedRequest.Header("X-Client", "k")), "mine", "", TOWN);
            LayerFetcher.Fetched fetched = new LayerFetcher(client, folder.resolve("services"), InstantSource.system()).fetch(source, Progress.NONE);
            assertThat(fetched.records()).isEqualTo(3);
            assertThat(fetched.remark()).contains("another scheme");
            assertThat(told).containsExactly("/r.b3dm Bearer s3cret-s3cret k", "/deep/leaf0.b3dm null null", "/deep/leaf.b3dm null null");
        }
    }

    /** What a service of the open network names within ours is not asked. */
    @ParameterizedTest
    @CsvSource({"https://8.8.8.8/t.json, https://9.9.9.9/a.glb, true", "https://8.8.8.8/t.json, https://8.8.8.8/a.glb, true", "https://8.8.8.8/t.json, https://127.0.0.1/a.glb, false",
        "https://8.8.8.8/t.json, https://192.168.0.1/a.glb, false", "https://8.8.8.8/t.json, https://169.254.169.254/latest, false", "https://8.8.8.8/t.json, http://8.8.8.8/a.glb, false",
        "http://127.0.0.1/t.json, http://192.168.0.1/a.glb, true", "https://8.8.8.8/t.json, file:///etc/passwd, false"})
    void onlySomeServersAreAsked(String tileset, String tile, boolean asked) throws Exception {
        TileServers servers = new TileServers(null, source(new LayerQuery.Tileset(tileset)));
        assertThat(servers.allows(servers.resolved(tileset, tile))).isEqualTo(asked);
        assertThat(servers.hasRefused()).isEqualTo(!asked);
    }

    /** A quadtree over 18 to 18.4 °E in subtrees of two levels: of its root, four quarters and all sixteen below only those come that the area needs. */
    @Test
    void tilesNamedByARuleAreWrittenOut() throws Exception {
        service.at("/i.json", json("{\"asset\":{\"version\":\"1.1\"},\"root\":{" + region(18, 59.2, 18.4, 59.6) + ",\"refine\":\"REPLACE\",\"content\":{\"uri\":\"c/{level}-{x}-{y}.glb\"},"
                + "\"implicitTiling\":{\"subdivisionScheme\":\"QUADTREE\",\"subtreeLevels\":2,\"availableLevels\":3,\"subtrees\":{\"uri\":\"s/{level}.{x}.{y}.json\"}}}}"));
        service.at("/s/", json("{\"tileAvailability\":{\"constant\":1},\"contentAvailability\":[{\"constant\":1}],\"childSubtreeAvailability\":{\"constant\":1}}"));
        service.at("/c/", status(200, "model/gltf-binary", "0123456789"));
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.Tileset(service.url("/i.json"))), Progress.NONE);
        assertThat(service.asked()).containsExactly("/i.json", "/s/0.0.0.json", "/c/0-0-0.glb", "/c/1-0-0.glb", "/s/2.0.0.json", "/s/2.0.1.json", "/c/2-0-0.glb", "/c/2-0-1.glb");
        assertThat(fetched.records()).isEqualTo(4);
        var root = new com.fasterxml.jackson.databind.ObjectMapper().readTree(fetched.file().toFile()).path("root");
        assertThat(root.toString()).doesNotContain("implicit", "kvarter");
        assertThat(root.findValuesAsText("uri")).hasSize(4).allSatisfy(uri -> assertThat(fetched.file().resolveSibling(uri)).hasContent("0123456789"));
        assertThat(root.path("refine").asText()).isEqualTo("REPLACE");
        try (Stream<Path> left = Files.list(fetched.file().resolveSibling(root.findValuesAsText("uri").get(0)).getParent())) {
            assertThat(left).as("no subtrees are left").hasSize(4);
        }
    }

    @Test
    void aTilesetThatIsNoneOrTooMuchIsRefused() throws Exception {
        service.at("/e.json", json("{\"root\":{" + region(17, 58, 19, 60) + ",\"extensions\":{\"3DTILES_implicit_tiling\":{}}}}"));
        assertThatThrownBy(() -> fetcher.fetch(source(new LayerQuery.Tileset(service.url("/e.json"))), Progress.NONE)).hasMessageContaining("draft");
        String rule = "{\"root\":{" + region(17, 58, 19, 60) + ",\"content\":{\"uri\":\"a.glb\"},\"implicitTiling\":{\"subdivisionScheme\":\"QUADTREE\",\"subtreeLevels\":%s,\"availableLevels\":12,"
                + "\"subtrees\":{\"uri\":\"all.json\"}}}}";
        service.at("/all.json", json("{\"tileAvailability\":{\"constant\":1},\"contentAvailability\":[{\"constant\":0}],\"childSubtreeAvailability\":{\"constant\":0}}"));
        for (String levels : new String[] {"0", "10", "90"}) {
            service.at("/i" + levels + ".json", json(rule.formatted(levels)));
            assertThatThrownBy(() -> fetcher.fetch(source(new LayerQuery.Tileset(service.url("/i" + levels + ".json"))), Progress.NONE)).isInstanceOf(FeedException.class);
        }
        service.at("/n.json", json("{\"a\":1}"));
        assertThatThrownBy(() -> fetcher.fetch(source(new LayerQuery.Tileset(service.url("/n.json"))), Progress.NONE)).isInstanceOf(FeedException.class);
    }

    @Test
    void aBrokenRefreshLeavesTheFileOfBefore() throws Exception {
        service.inTurn("/items", json("{\"features\":[" + feature(1, 18.001) + "]}"), FakeService.cut("{\"features\":[" + feature(2, 18.0)),
                status(500, "text/plain", "down"), json("{\"features\":[]}"));
        LayerSource source = source(new LayerQuery.Items(service.url("/items"), ""));
        Path file = fetcher.fetch(source, Progress.NONE).file();
        String before = Files.readString(file);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> fetcher.refresh(source, file, Progress.NONE)).isInstanceOf(FeedException.class);
        }
        assertThat(Files.readString(file)).isEqualTo(before);
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
        assertThat(fetcher.kept(source)).get().extracting(LayerFetcher.Fetched::file).isEqualTo(file);
    }

    private static final String HEAD = "\"metadata\":{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[0.001,0.001,0.001],\"translate\":[%s,447000,0]},"
            + "\"metadata\":{\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/7415\"}}";
    private static final String HOUSE = "{\"type\":\"CityJSONFeature\",\"id\":\"%s\",\"CityObjects\":{\"%s\":{\"type\":\"Building\",\"geometry\":[{\"type\":\"MultiSurface\","
            + "\"lod\":\"2.2\",\"boundaries\":[[[0,1,2,3]]]}]}},\"vertices\":[[0,0,0],[10000,0,0],[10000,10000,0],[0,10000,0]]}";

    @Test
    void cityJsonFeaturesBecomeASequenceWhosePagesMayDifferInTheirTransforms() throws Exception {
        service.inTurn("/pand", json("{\"features\":[" + HOUSE.formatted("a", "a") + "]," + HEAD.formatted("85000") + ",\"links\":[{\"rel\":\"next\",\"href\":\"?o=2\"}]}"),
                json("{\"features\":[" + HOUSE.formatted("b", "b") + "]," + HEAD.formatted("85020") + "}"));
        LayerFetcher.Fetched fetched = fetcher.fetch(new LayerSource("Panden", new LayerQuery.Items(service.url("/pand"),
                "http://www.opengis.net/def/crs/EPSG/0/7415"), List.of(), "", "", new Area(4.36, 51.99, 4.38, 52.01)), Progress.NONE);
        assertThat(fetched.file().getFileName()).hasToString("panden.city.jsonl");
        assertThat(service.asked().get(0)).matches("/pand\\?bbox=8\\d{4}\\.\\d\\d,44\\d{4}\\.\\d\\d,8\\d{4}\\.\\d\\d,44\\d{4}\\.\\d\\d&bbox-crs=http:.*7415&limit=100");
        List<Layer> layers = read(fetched.file());
        assertThat(layers).hasSize(1);
        assertThat(layers.get(0).features().ids()).containsExactly("a", "b");
        assertThat(layers.get(0).bounds().width()).as("20 m apart").isCloseTo(30, within(0.1));
    }

    @Test
    void aWfsIsAskedInItsSystemWithItsAxesPageByPage() throws Exception {
        String page = "{\"type\":\"FeatureCollection\",\"features\":[%s]}";
        StringBuilder thousand = new StringBuilder(feature(0, 18.0));
        for (int i = 1; i < 1000; i++) {
            thousand.append(',').append(feature(i, 18.0));
        }
        service.inTurn("/wfs", json(page.formatted(thousand)), json(page.formatted(feature(1000, 18.0))));
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.FeatureType(service.url("/wfs"), "2.0.0", "t:roads", "application/json",
                "urn:ogc:def:crs:EPSG::3006")), Progress.NONE);
        assertThat(fetched.records()).isEqualTo(1001);
        assertThat(service.asked().get(0)).contains("typeNames=t:roads", "srsName=urn:ogc:def:crs:EPSG::3006", "startIndex=0", "count=1000")
                .containsPattern("bbox=65\\d{5}\\.\\d\\d,6[67]\\d{4}\\.\\d\\d,65\\d{5}\\.\\d\\d,67\\d{4}\\.\\d\\d,urn:ogc:def:crs:EPSG::3006");
        assertThat(service.asked().get(1)).contains("startIndex=1000");
        assertThat(Files.readString(fetched.file())).as("degrees, whatever was asked for").doesNotContain("\"crs\"");
    }

    @Test
    void aWfsWithoutJsonIsReadByItsGml() throws Exception {
        service.at("/wfs", status(200, "application/gml+xml; version=3.2", "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" "
                + "xmlns:gml=\"http://www.opengis.net/gml/3.2\" xmlns:a=\"urn:a\"><wfs:member><a:way gml:id=\"w.1\"><a:name>Kaj</a:name><a:geom>"
                + "<gml:LineString srsName=\"urn:ogc:def:crs:EPSG::3006\"><gml:posList>6577000 670700 6577100 670900</gml:posList></gml:LineString></a:geom>"
                + "</a:way></wfs:member></wfs:FeatureCollection>"));
        Path file = fetcher.fetch(source(new LayerQuery.FeatureType(service.url("/wfs"), "2.0.0", "a:way", "", "urn:ogc:def:crs:EPSG::3006")), Progress.NONE).file();
        List<Layer> layers = read(file);
        assertThat(layers.get(0).features().ids()).containsExactly("w.1");
        assertThat(layers.get(0).bounds().width()).isCloseTo(200, within(2.0));
        assertThat(layers.get(0).bounds().depth()).isCloseTo(100, within(2.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.3.0 | EPSG:4326 | &crs=EPSG:4326&bbox=59.30000000,18.00000000,59.30500000,18.01000000",
        "1.1.1 | EPSG:4326 | &srs=EPSG:4326&bbox=18.00000000,59.30000000,18.01000000,59.30500000",
        "1.3.0 | CRS:84 | &crs=CRS:84&bbox=18.00000000,59.30000000,18.01000000,59.30500000"})
    void theBoxOfAMapHasItsAxesInTheOrderOfItsVersion(String version, String crs, String expected) {
        LayerQuery.WebMap map = new LayerQuery.WebMap("http://m/ows?map=x", version, "a b", "", crs, "image/png", 0);
        String address = GroundPicture.address(map, new CoordinateSystems().find("EPSG:4326").orElseThrow(), new double[] {18, 59.3, 18.01, 59.305}, 10, 5);
        assertThat(address).contains(expected).startsWith("http://m/ows?map=x&service=WMS").contains("layers=a%20b").contains("width=10&height=5");
    }

    private static byte[] png(int width, int height, int argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, argb);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void send(com.sun.net.httpserver.HttpExchange e, byte[] picture) throws IOException {
        e.getResponseHeaders().set("Content-Type", "image/png");
        e.sendResponseHeaders(200, picture.length);
        e.getResponseBody().write(picture);
    }

    @Test
    void aMapIsPutTogetherOfSeveralPicturesAndLiesOnTheGround() throws Exception {
        service.at("/map", e -> {
            String query = e.getRequestURI().getQuery();
            int width = Integer.parseInt(query.replaceAll(".*width=(\\d+).*", "$1"));
            int height = Integer.parseInt(query.replaceAll(".*height=(\\d+).*", "$1"));
            send(e, png(width, height, 0xFF336699));
        });
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.WebMap(service.url("/map"), "1.3.0", "ortho", "", "EPSG:3857", "image/png", 2048)),
                Progress.NONE);
        assertThat(fetched.records()).isEqualTo(service.asked().size()).isGreaterThan(1);
        BufferedImage whole = ImageIO.read(fetched.file().toFile());
        assertThat(Math.max(whole.getWidth(), whole.getHeight())).isBetween(2900, 4096);
        for (int i = 0; i < 50; i++) {
            assertThat(whole.getRGB(whole.getWidth() * i / 50, whole.getHeight() * i / 50)).isEqualTo(0xFF336699);
        }
        Layer layer = read(fetched.file()).get(0);
        assertThat(layer.bounds().width()).as("569 m by 557 m, turned by the 2.58° between north and grid north").isCloseTo(593.8, within(2.0));
        assertThat(layer.source().licence()).isEqualTo("© Town");
    }

    @Test
    void tilesOfTheLevelThatIsFineEnoughAreTakenAndMissingOnesStayClear() throws Exception {
        service.at("/t/", e -> {
            String[] way = e.getRequestURI().getPath().split("[/.]");
            int column = Integer.parseInt(way[3]);
            if (column % 2 == 0) {
                status(404, "text/plain", "no").to(e);
            } else {
                send(e, png(256, 256, 0xFF000000 | column));
            }
        });
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.Tiles(service.url("/t/{z}/{x}/{y}.png"), 19)), Progress.NONE);
        assertThat(fetched.remark()).contains("tiles are not there");
        BufferedImage whole = ImageIO.read(fetched.file().toFile());
        int level = Integer.parseInt(service.asked().get(0).split("/")[2]);
        int first = (int) Math.floor((18.0 + 180) / 360 * (1L << level));
        assertThat(service.asked().get(0).split("/")[3]).isEqualTo(Integer.toString(first));
        for (int i = 0; i < whole.getWidth() / 256; i++) {
            int expected = (first + i) % 2 == 0 ? 0 : 0xFF000000 | first + i;
            assertThat(whole.getRGB(256 * i + 128, 128)).isEqualTo(expected);
        }
        assertThat(whole.getWidth()).isBetween(1500, 4608);
    }

    @Test
    void wmtsTilesAreAskedByTheirTemplateAndPlacedByTheirCorner() throws Exception {
        service.at("/wmts", status(200, "text/xml", "<Capabilities><Contents><Layer><Identifier>o</Identifier><Style isDefault=\"true\"><Identifier>plain</Identifier></Style>"
                + "<Format>image/png</Format><ResourceURL resourceType=\"tile\" format=\"image/png\" template=\"" + service.url("/tile")
                + "/{Style}/{Time}/{TileMatrix}/{TileRow}/{TileCol}.png\"/><Dimension><Identifier>Time</Identifier><Default>2025</Default></Dimension></Layer>"
                + "<TileMatrixSet><Identifier>s</Identifier><SupportedCRS>urn:ogc:def:crs:EPSG::3006</SupportedCRS>"
                + "<TileMatrix><Identifier>7</Identifier><ScaleDenominator>3571.428571428571</ScaleDenominator><TopLeftCorner>6578000 670000</TopLeftCorner>"
                + "<TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>9</MatrixWidth><MatrixHeight>9</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>"));
        service.at("/tile", e -> send(e, png(256, 256, 0xFF112233)));
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.TileMatrices(service.url("/wmts"), "o", "s")), Progress.NONE);
        assertThat(service.asked().get(1)).startsWith("/tile/plain/2025/7/");
        Layer layer = read(fetched.file()).get(0);
        assertThat(Math.IEEEremainder(layer.bounds().width(), 256)).as("tiles of 256 one-metre pixels").isCloseTo(0, within(0.01));
    }

    /** A key in the path, as Lantmäteriet wants it: sent in its place, repeated by the service in all that it says, and kept nowhere. */
    @Test
    void aKeyInThePathIsSentAndNeverKept() throws Exception {
        String secret = "7f3a/åb 99-x";
        String sent = "/wmts/token/7f3a%2F%C3%A5b%2099-x";
        Credentials credentials = new Credentials(folder.resolve("own.json"), v -> null);
        credentials.put(new Credential("lm", FeedAddress.origin(java.net.URI.create(service.url("/"))), Credential.Scheme.PATH, "", secret, ""));
        FeedClient client = new FeedClient(Runnable::run, credentials, InstantSource.system());
        service.at("/wmts", e -> {
            String asked = e.getRequestURI().toString();
            if (!asked.startsWith(sent)) {
                status(403, "text/plain", "no").to(e);
            } else if (asked.contains("GetCapabilities")) {
                status(302, "text/plain", "", "Location", service.url(sent + "/caps.xml")).to(e);
            } else if (asked.endsWith("caps.xml")) {
                status(200, "text/xml", "<Capabilities><Contents><Layer><Title>Map of " + secret + "</Title><Identifier>o</Identifier><Format>image/png</Format><ResourceURL resourceType=\"tile\" "
                        + "format=\"image/png\" template=\"" + service.url(sent) + "/{TileMatrix}/{TileRow}/{TileCol}.png\"/><TileMatrixSetLink><TileMatrixSet>s</TileMatrixSet></TileMatrixSetLink></Layer>"
                        + "<TileMatrixSet><Identifier>s</Identifier><SupportedCRS>urn:ogc:def:crs:EPSG::3006</SupportedCRS><TileMatrix><Identifier>7</Identifier>"
                        + "<ScaleDenominator>3571.428571428571</ScaleDenominator><TopLeftCorner>6578000 670000</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
                        + "<MatrixWidth>9</MatrixWidth><MatrixHeight>9</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>").to(e);
            } else {
                send(e, png(256, 256, 0xFF112233));
            }
        });
        String address = service.url("/wmts/token/{key}/?request=GetCapabilities&service=wmts");
        List<String> said = new java.util.ArrayList<>();
        Progress listening = new Progress() {
            @Override
            public void report(double fraction, String message) {
                said.add(message);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        Service found = new ServiceFinder(client).find(new FeedRequest(address, List.of(), "lm", null, 60, 20, 0), listening);
        LayerSource source = new LayerSource(found.offers().get(0).title(), ((Offer.Layer) found.offers().get(0)).query(), List.of(), "lm", "", TOWN);
        LayerFetcher.Fetched fetched = new LayerFetcher(client, folder.resolve("services"), InstantSource.system()).fetch(source, listening);
        assertThat(fetched.records()).isPositive();
        String kept = found + " " + source.settings(Map.of(), java.time.Instant.EPOCH) + " " + said + fetched.file();
        assertThat(kept).contains("%7Bkey%7D").contains("{key}").doesNotContain("7f3a", "99-x");
        assertThatThrownBy(() -> new ServiceFinder(client).find(new FeedRequest(address, List.of(), "", null, 60, 20, 0), Progress.NONE)).hasMessageContaining("{key}");
        service.at("/gone", status(500, "text/plain", ""));
        assertThatThrownBy(() -> client.raw(new FeedRequest(service.url("/gone/{key}/x?api-key={key}"), List.of(), "lm", null, 60, 20, 0))).isInstanceOf(FeedException.class)
                .hasMessageContaining("/gone/{key}/x").satisfies(e -> assertThat(e.getMessage()).doesNotContain("7f3a"));
        assertThat(service.asked()).last().isEqualTo("/gone/7f3a%2F%C3%A5b%2099-x/x?api-key=7f3a%2F%C3%A5b%2099-x");
    }

    /** A layer has fewer levels than its set of matrices: those it says, and where it does not say, those whose tiles are there. */
    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void aLevelThatIsNamedOnlyIsLeftForACoarserOne(boolean limits, int tried) throws Exception {
        StringBuilder matrices = new StringBuilder();
        for (int level = 0; level < 8; level++) {
            matrices.append("<TileMatrix><Identifier>").append(level).append("</Identifier><ScaleDenominator>").append(457_142.857142857 / (1 << 2 * level))
                    .append("</ScaleDenominator><TopLeftCorner>6600000 600000</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>99999</MatrixWidth><MatrixHeight>99999</MatrixHeight></TileMatrix>");
        }
        service.at("/wmts", status(200, "text/xml", "<Capabilities><Contents><Layer><Identifier>o</Identifier><Format>image/png</Format><ResourceURL resourceType=\"tile\" format=\"image/png\" template=\""
                + service.url("/tile") + "/{TileMatrix}/{TileRow}/{TileCol}.png\"/><TileMatrixSetLink><TileMatrixSet>s</TileMatrixSet>" + (limits ? "<TileMatrixSetLimits><TileMatrixLimits><TileMatrix>2</TileMatrix>"
                + "</TileMatrixLimits><TileMatrixLimits><TileMatrix>3</TileMatrix></TileMatrixLimits></TileMatrixSetLimits>" : "") + "</TileMatrixSetLink></Layer><TileMatrixSet><Identifier>s</Identifier>"
                + "<SupportedCRS>urn:ogc:def:crs:EPSG::3006</SupportedCRS>" + matrices + "</TileMatrixSet></Contents></Capabilities>"));
        service.at("/tile", e -> {
            if (Integer.parseInt(e.getRequestURI().getPath().split("/")[2]) > 3) {
                status(404, "text/plain", "no").to(e);
            } else {
                send(e, png(256, 256, 0xFF112233));
            }
        });
        LayerFetcher.Fetched fetched = fetcher.fetch(source(new LayerQuery.TileMatrices(service.url("/wmts"), "o", "s")), Progress.NONE);
        assertThat(fetched.remark()).isEmpty();
        assertThat(service.asked().stream().filter(a -> a.matches("/tile/[4-9].*")).map(a -> a.split("/")[2]).distinct()).hasSize(tried);
        assertThat(service.asked()).last().asString().startsWith("/tile/3/");
        assertThat(Math.IEEEremainder(read(fetched.file()).get(0).bounds().width(), 512)).as("tiles of 256 two-metre pixels").isCloseTo(0, within(0.01));
    }

    @Test
    void aReportInPlaceOfAPictureIsToldInItsWords() {
        service.at("/map", status(200, "text/xml", "<ServiceExceptionReport><ServiceException code=\"LayerNotDefined\">No layer x</ServiceException></ServiceExceptionReport>"));
        assertThatThrownBy(() -> fetcher.fetch(source(new LayerQuery.WebMap(service.url("/map"), "1.3.0", "x", "", "EPSG:3857", "image/png", 0)), Progress.NONE))
                .isInstanceOf(FeedException.class).hasMessageContaining("No layer x");
    }

    @Test
    void whereALayerComesFromIsKeptInTheSettingsOfItsFileAndReadBack() {
        LayerSource source = source(new LayerQuery.FeatureType("https://x/wfs", "2.0.0", "a:b", "application/json", "EPSG:3067"));
        Map<String, String> settings = source.settings(Map.of("kind", "roads"), java.time.Instant.parse("2026-01-15T10:00:00Z"));
        assertThat(LayerSource.of(settings)).contains(source);
        assertThat(LayerSource.fetched(settings)).contains(java.time.Instant.parse("2026-01-15T10:00:00Z"));
        assertThat(settings).containsEntry("kind", "roads");
        assertThat(LayerSource.of(Map.of("service", "{\"query\":{\"kind\":\"later\"}}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"18, 59.3, 18.1, 59.4 | 18.00000, 59.30000, 18.10000, 59.40000", "18 59 17 60 | ''", "a,b,c,d | ''", "1,2,3 | ''", "0,0,1,91 | ''"})
    void areasAreReadOnlyWhereTheyAreSome(String text, String read) {
        assertThat(Area.parse(text).map(Area::text).orElse("")).isEqualTo(read);
    }
}
