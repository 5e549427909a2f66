package org.kvarter.remote.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.task.Progress;

/** Whatever a service says of itself, damaged or malicious: it is a service, or a sentence says that it is none; a layer, or a sentence. */
class ServiceFuzzTest {

    private static final List<String> SEEDS = List.of(
            "{\"value\":[{\"name\":\"Datastreams\",\"url\":\"/Datastreams\"}]}",
            "{\"version\":\"3.0\",\"data\":{\"feeds\":[{\"name\":\"vehicle_status\",\"url\":\"v.json\"},{\"name\":\"station_status\",\"url\":\"s.json\"}]}}",
            "{\"status_code\":1000,\"data\":[{\"version\":\"2.2\",\"url\":\"/x\"}]}",
            "{\"entities_url\":\"/v2/entities\",\"types_url\":\"/v2/types\"}",
            "{\"links\":[{\"rel\":\"data\",\"href\":\"/c\"}],\"collections\":[{\"id\":\"a\",\"links\":[{\"rel\":\"items\",\"href\":\"/a/items\",\"type\":\"application/geo+json\"}],"
                    + "\"storageCrs\":\"http://www.opengis.net/def/crs/EPSG/0/3067\"}]}",
            "<WFS_Capabilities version=\"2.0.0\"><FeatureTypeList><FeatureType><Name>a:b</Name><DefaultCRS>urn:ogc:def:crs:EPSG::3879</DefaultCRS></FeatureType></FeatureTypeList></WFS_Capabilities>",
            "<WMS_Capabilities version=\"1.3.0\"><Service><MaxWidth>100</MaxWidth></Service><Capability><Layer><CRS>EPSG:4326</CRS><Layer><Name>n</Name></Layer></Layer></Capability></WMS_Capabilities>",
            "<Capabilities><Contents><Layer><Identifier>l</Identifier><TileMatrixSetLink><TileMatrixSet>s</TileMatrixSet></TileMatrixSetLink></Layer><TileMatrixSet><Identifier>s</Identifier>"
                    + "<SupportedCRS>EPSG:3857</SupportedCRS><TileMatrix><Identifier>7</Identifier><ScaleDenominator>4265.459</ScaleDenominator><TopLeftCorner>-20037508 20037508</TopLeftCorner>"
                    + "<TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>131072</MatrixWidth><MatrixHeight>131072</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"v\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[18,59]}}],\"links\":[{\"rel\":\"next\",\"href\":\"?2\"}]}",
            "{\"features\":[{\"type\":\"CityJSONFeature\",\"id\":\"a\",\"CityObjects\":{},\"vertices\":[[1,2,3]]}],\"metadata\":{\"transform\":{\"scale\":[1,1,1],\"translate\":[0,0,0]}}}");

    @TempDir
    Path folder;

    @Test
    void aServiceOrASentence() throws Exception {
        Random random = new Random(11);
        FeedClient client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system());
        LayerFetcher fetcher = new LayerFetcher(client, folder.resolve("services"), InstantSource.system());
        AtomicReference<byte[]> answer = new AtomicReference<>(new byte[0]);
        int found = 0;
        int fetched = 0;
        try (FakeService service = new FakeService()) {
            service.at("/", e -> {
                byte[] body = answer.get();
                e.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                e.getResponseBody().write(body);
            });
            for (int i = 0; i < 300; i++) {
                byte[] bytes = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
                for (int n = random.nextInt(5); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] = "0987-.\"{}[]<>/:,xyz ".getBytes(StandardCharsets.US_ASCII)[random.nextInt(20)];
                }
                answer.set(i % 7 == 6 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
                try {
                    Service told = new ServiceFinder(client).find(FeedRequest.of(service.url("/s")), Progress.NONE);
                    found++;
                    for (Offer offer : told.offers()) {
                        if (offer instanceof Offer.Layer layer) {
                            LayerSource source = new LayerSource("x", layer.query(), List.of(), "", "", new Area(18, 59, 18.01, 59.01));
                            assertThat(fetcher.fetch(source, Progress.NONE).file()).isRegularFile();
                            fetched++;
                        }
                    }
                } catch (FeedException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
        assertThat(found).isBetween(50, 290);
        assertThat(fetched).isPositive();
    }
}
