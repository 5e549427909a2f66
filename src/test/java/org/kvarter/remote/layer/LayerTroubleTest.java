package org.kvarter.remote.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import com.sun.net.httpserver.HttpExchange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.task.Progress;

/** Every kind of layer × everything that may go wrong on the way: the file of before stays as it is, with nothing beside it, and a sentence says why. */
class LayerTroubleTest {

    private static final Area SPOT = new Area(18.0, 59.3, 18.0005, 59.3003);
    private static final Set<String> PASSES = Set.of("cut", "half", "slow", "silent", "429", "503", "reset");

    @TempDir
    Path folder;

    private FakeService service;
    private LayerFetcher fetcher;
    private volatile String trouble = "";

    /** What is asked, and for which of its addresses trouble comes. */
    private record Kind(LayerQuery query, String troubled) {
    }

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        FeedClient client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system(), Duration.ofMillis(1500));
        fetcher = new LayerFetcher(client, folder.resolve("services"), InstantSource.system());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("items", new Kind(new LayerQuery.Items(service.url("/items"), ""), "/items"));
        kinds.put("wfs", new Kind(new LayerQuery.FeatureType(service.url("/wfs"), "2.0.0", "a:b", "application/json", "urn:ogc:def:crs:EPSG::4326"), "/wfs"));
        kinds.put("gml", new Kind(new LayerQuery.FeatureType(service.url("/gml"), "2.0.0", "a:b", "", "urn:ogc:def:crs:EPSG::4326"), "/gml"));
        kinds.put("wms", new Kind(new LayerQuery.WebMap(service.url("/wms"), "1.3.0", "m", "", "EPSG:3857", "image/png", 512), "/wms"));
        kinds.put("wmts capabilities", new Kind(new LayerQuery.TileMatrices(service.url("/wmts"), "o", "s"), "/wmts"));
        kinds.put("wmts", new Kind(new LayerQuery.TileMatrices(service.url("/wmts"), "o", "s"), "/tile"));
        kinds.put("xyz", new Kind(new LayerQuery.Tiles(service.url("/tile/{z}/{x}/{y}.png"), 16), "/tile"));
        kinds.put("tileset", new Kind(new LayerQuery.Tileset(service.url("/t.json")), "/t.json"));
        kinds.put("3dtiles", new Kind(new LayerQuery.Tileset(service.url("/t.json")), "/leaf.glb"));
        kinds.put("subtree", new Kind(new LayerQuery.Tileset(service.url("/i.json")), "/sub.json"));
        kinds.put("model", new Kind(new LayerQuery.Document(service.url("/town.city.json"), ".city.json"), "/town.city.json"));
        return kinds;
    }

    private static final String FEATURE = "{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[18.0001,59.3001]}}";
    private static final String REGION = "\"boundingVolume\":{\"region\":[0.31,1.03,0.32,1.04,0,50]},\"geometricError\":1";
    private static final String CAPABILITIES = "<Capabilities><Contents><Layer><Identifier>o</Identifier><Format>image/png</Format><ResourceURL resourceType=\"tile\" format=\"image/png\" template=\"%s"
            + "/{TileMatrix}/{TileRow}/{TileCol}.png\"/></Layer><TileMatrixSet><Identifier>s</Identifier><SupportedCRS>urn:ogc:def:crs:EPSG::3006</SupportedCRS><TileMatrix><Identifier>7</Identifier>"
            + "<ScaleDenominator>3571.428571428571</ScaleDenominator><TopLeftCorner>6580000 660000</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>99</MatrixWidth>"
            + "<MatrixHeight>99</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>";

    private void serve(String troubled) throws IOException {
        byte[] glb = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).put("glTF".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(20).array();
        Map<String, byte[]> good = new LinkedHashMap<>();
        good.put("/items", bytes("{\"type\":\"FeatureCollection\",\"features\":[" + FEATURE + "]}"));
        good.put("/wfs", bytes("{\"type\":\"FeatureCollection\",\"features\":[" + FEATURE + "]}"));
        good.put("/gml", bytes("<FeatureCollection><member><b id=\"b.1\"><g><Point><pos>59.3001 18.0001</pos></Point></g></b></member></FeatureCollection>"));
        good.put("/wms", png(512));
        good.put("/tile", png(256));
        good.put("/wmts", bytes(CAPABILITIES.formatted(service.url("/tile"))));
        good.put("/t.json", bytes("{\"root\":{" + REGION + ",\"children\":[{" + REGION + ",\"content\":{\"uri\":\"leaf.glb\"}}]}}"));
        good.put("/i.json", bytes("{\"root\":{" + REGION + ",\"content\":{\"uri\":\"leaf.glb\"},\"implicitTiling\":{\"subdivisionScheme\":\"QUADTREE\",\"subtreeLevels\":1,\"availableLevels\":1,"
                + "\"subtrees\":{\"uri\":\"sub.json\"}}}}"));
        good.put("/sub.json", bytes("{\"tileAvailability\":{\"constant\":1},\"contentAvailability\":[{\"constant\":1}],\"childSubtreeAvailability\":{\"constant\":0}}"));
        good.put("/leaf.glb", glb);
        good.put("/town.city.json", bytes("{\"type\":\"CityJSON\",\"version\":\"2.0\",\"CityObjects\":{},\"vertices\":[]}"));
        good.forEach((path, body) -> service.at(path, e -> {
            if (path.equals(troubled) && !trouble.isEmpty()) {
                bad(body).to(e);
            } else {
                send(e, body);
            }
        }));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, 0xFF000000 | i * 7919);
        }
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void send(HttpExchange e, byte[] body) throws IOException {
        e.sendResponseHeaders(200, body.length);
        e.getResponseBody().write(body);
    }

    private FakeService.Answer bad(byte[] body) {
        byte[] half = Arrays.copyOf(body, body.length / 2);
        return switch (trouble) {
            case "cut" -> e -> {
                e.sendResponseHeaders(200, body.length);
                e.getResponseBody().write(half);
                e.getResponseBody().flush();
            };
            case "half" -> e -> send(e, half);
            case "slow" -> service.stall();
            case "silent" -> service.silence();
            case "429" -> status(429, "text/plain", "", "Retry-After", "120");
            case "503" -> status(503, "text/plain", "down");
            case "moved" -> status(302, "text/plain", "", "Location", "file:///etc/passwd");
            case "page" -> status(200, "text/html", "<!DOCTYPE html><html><body>maintenance <br></body></html>");
            case "changed" -> json("{\"anything\":\"else\"}");
            case "denied" -> status(401, "text/plain", "");
            default -> throw new IllegalArgumentException(trouble);
        };
    }

    static Stream<Arguments> everything() {
        List<String> kinds = List.of("items", "wfs", "gml", "wms", "wmts capabilities", "wmts", "xyz", "tileset", "3dtiles", "subtree", "model");
        List<String> troubles = List.of("cut", "half", "slow", "silent", "429", "503", "moved", "page", "changed", "denied");
        return kinds.stream().flatMap(k -> troubles.stream().map(t -> Arguments.of(k, t)))
                // any JSON may be a model, a tile or a list of tiles as far as fetching can tell: the import says what it is not
                .filter(a -> !(a.get()[1].equals("changed") && Set.of("model", "3dtiles", "subtree").contains(a.get()[0])));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theFileOfBeforeStays(String kind, String what) throws Exception {
        Kind asked = kinds().get(kind);
        serve(asked.troubled());
        LayerSource source = new LayerSource("Roads", asked.query(), List.of(), "", "", SPOT);
        Path file = fetcher.fetch(source, Progress.NONE).file();
        Map<String, String> before = files(file.getParent());
        trouble = what;
        Throwable why = catchThrowable(() -> fetcher.refresh(source, file, Progress.NONE));
        assertThat(why).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
            assertThat(e.isPassing()).as("is tried again").isEqualTo(PASSES.contains(what) || e.isPassing() && Set.of("page", "changed").contains(what));
        });
        assertThat(files(file.getParent())).isEqualTo(before);
        assertThat(fetcher.kept(source)).get().extracting(LayerFetcher.Fetched::file).isEqualTo(file);
        trouble = "";
        assertThat(fetcher.refresh(source, file, Progress.NONE).file()).isEqualTo(file);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> all = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    /** A tile that a service does not have is clear; where others came, the picture says how many did not. */
    @Test
    void aTileThatIsMissingIsSaid() throws Exception {
        int[] turn = {0};
        byte[] tile = png(256);
        service.at("/tile", e -> {
            if (turn[0]++ == 1) {
                status(404, "text/plain", "").to(e);
            } else {
                send(e, tile);
            }
        });
        LayerQuery query = new LayerQuery.Tiles(service.url("/tile/{z}/{x}/{y}.png"), 18);
        assertThat(fetcher.fetch(new LayerSource("Map", query, List.of(), "", "", SPOT), Progress.NONE).remark()).isNotBlank();
    }
}
