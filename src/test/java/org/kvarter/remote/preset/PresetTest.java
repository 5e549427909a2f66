package org.kvarter.remote.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.Moments;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.map.Sample;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.remote.service.Service;
import org.kvarter.remote.service.ServiceFinder;
import org.kvarter.remote.service.ServiceKind;
import org.kvarter.task.Progress;

/** The ready services: their form, and each one's way through the program against answers like those its documentation shows. */
class PresetTest {

    private static final Area TOWN = new Area(18.0, 59.3, 18.1, 59.4);
    private static final PresetCatalogue ALL = PresetCatalogue.read(List.of(Path.of("datasets/presets")));

    @TempDir
    Path folder;

    static Stream<Preset> presets() {
        return ALL.presets().stream();
    }

    @Test
    void allFilesAreUnderstood() throws Exception {
        assertThat(ALL.problems()).isEmpty();
        try (Stream<Path> files = Files.list(Path.of("datasets/presets"))) {
            assertThat(ALL.presets()).hasSize((int) files.count()).hasSizeGreaterThanOrEqualTo(20);
        }
        Set<ServiceKind> kinds = new HashSet<>();
        ALL.presets().forEach(p -> kinds.add(p.kind()));
        assertThat(kinds).contains(ServiceKind.GBFS, ServiceKind.GTFS_REALTIME, ServiceKind.WFS, ServiceKind.WMS, ServiceKind.WMTS, ServiceKind.OGC_API,
                ServiceKind.SENSOR_THINGS, ServiceKind.MQTT, ServiceKind.PLAIN);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void eachSaysWhatItHasTo(Preset preset) throws FeedException {
        assertThat(preset.name()).containsOnlyKeys("en", "sv");
        assertThat(preset.note().isEmpty() || preset.note().keySet().equals(Set.of("en", "sv"))).isTrue();
        assertThat(preset.licence()).isNotBlank();
        assertThat(preset.attribution()).isNotBlank();
        assertThat(preset.region()).isNotBlank();
        assertThat(URI.create(preset.documentation()).getScheme()).isEqualTo("https");
        FeedRequest request = preset.request(TOWN);
        assertThat(FeedAddress.of(request).getScheme()).as("no plain text over the network").isIn("https", "mqtts");
        for (FeedRequest.Header header : preset.headers()) {
            FeedAddress.check(header);
        }
        preset.needs().ifPresent(n -> {
            assertThat(n.from()).startsWith("https://");
            assertThat(n.scheme() == Credential.Scheme.QUERY || n.scheme() == Credential.Scheme.HEADER).isEqualTo(!n.parameter().isEmpty());
        });
        assertThat(preset.mapping().map(FeedMapping::hasPlace).orElse(true) || preset.name(Locale.ENGLISH).contains("price")).isTrue();
    }

    private static final Map<String, String> ANSWERS = Map.of(
            "fmi-temperature", "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" xmlns:gml=\"http://www.opengis.net/gml/3.2\" xmlns:B=\"http://xml.fmi.fi/schema/wfs/2.0\">"
                    + "<wfs:member><B:BsWfsElement gml:id=\"B.1\"><B:Location><gml:Point gml:id=\"P\" srsDimension=\"2\" srsName=\"http://www.opengis.net/def/crs/EPSG/0/4258\">"
                    + "<gml:pos>60.17523 24.94459 </gml:pos></gml:Point></B:Location><B:Time>2026-01-15T10:00:00Z</B:Time><B:ParameterName>t2m</B:ParameterName>"
                    + "<B:ParameterValue>-4.5</B:ParameterValue></B:BsWfsElement></wfs:member></wfs:FeatureCollection>",
            "smhi-temperature", "{\"value\":[],\"updated\":1768471200000,\"station\":[{\"key\":\"98230\",\"name\":\"Stockholm\",\"latitude\":59.34,\"longitude\":18.05,"
                    + "\"value\":[{\"date\":1768471200000,\"value\":\"-4.5\",\"quality\":\"G\"}]},{\"key\":\"1\",\"name\":\"silent\",\"latitude\":60,\"longitude\":18,\"value\":null}]}",
            "elpriset-se3", "[{\"SEK_per_kWh\":-4.5,\"EUR_per_kWh\":0.04,\"EXR\":11.1,\"time_start\":\"2026-01-15T11:00:00+01:00\",\"time_end\":\"2026-01-15T12:00:00+01:00\"}]",
            "pvgis", "{\"inputs\":{\"location\":{\"latitude\":59.35,\"longitude\":18.05,\"elevation\":20.0}},\"outputs\":{\"hourly\":[{\"time\":\"20260115:1000\",\"P\":-4.5}]}}",
            "entsoe-prices-se3", "<Publication_MarketDocument><TimeSeries><in_Domain.mRID>10Y1001A1001A46L</in_Domain.mRID><out_Domain.mRID>10Y1001A1001A46L</out_Domain.mRID>"
                    + "<currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name><Period><timeInterval><start>2026-01-15T10:00Z</start>"
                    + "<end>2026-01-15T11:00Z</end></timeInterval><resolution>PT60M</resolution><Point><position>1</position><price.amount>-4.5</price.amount></Point></Period>"
                    + "</TimeSeries></Publication_MarketDocument>");

    static Stream<Preset> withMappingOverHttp() {
        return presets().filter(p -> p.mapping().isPresent() && p.kind() != ServiceKind.MQTT);
    }

    @ParameterizedTest
    @MethodSource("withMappingOverHttp")
    void theMappingFitsTheAnswer(Preset preset) throws Exception {
        String id = preset.id().startsWith("entsoe") ? "entsoe-prices-se3" : preset.id();
        assertThat(ANSWERS).containsKey(id);
        try (FakeService service = new FakeService()) {
            service.at("/", json(ANSWERS.get(id)));
            FeedRequest request = preset.request(TOWN);
            FeedRequest here = request.withUrl(service.url("") + request.url().replaceFirst("https://[^/]*", ""));
            FeedSource feed = new FeedSource("p", "P", here, preset.mapping().orElseThrow(), FeedTarget.POINTS, false);
            FeedRow row = new Fetch(client(), InstantSource.fixed(Instant.parse("2026-01-15T10:30:00Z"))).once(feed, Validators.NONE, Progress.NONE).rows().rows().get(0);
            assertThat(row.value()).isEqualTo(-4.5);
            assertThat(row.time()).isEqualTo(Instant.parse("2026-01-15T10:00:00Z"));
            assertThat(row.hasPlace()).isEqualTo(preset.mapping().orElseThrow().hasPlace());
            assertThat(service.asked().get(0)).doesNotContain("{");
        }
    }

    @Test
    void aTramTellsItsPlaceAndSpeed() throws Exception {
        Preset preset = presets().filter(p -> p.kind() == ServiceKind.MQTT).findFirst().orElseThrow();
        var node = org.kvarter.remote.FeedJson.MAPPER.readTree("[{\"VP\":{\"desi\":\"4\",\"veh\":421,\"tst\":\"2026-01-15T10:00:00.123Z\",\"spd\":8.1,\"lat\":60.17,\"long\":24.94},"
                + "\"operator\":\"0040\",\"place\":\"00421\"}]");
        FeedRow row = new Sample(node).rows(preset.mapping().orElseThrow(), Instant.EPOCH, "").rows().get(0);
        assertThat(row).isEqualTo(new FeedRow("00421", "4", Instant.parse("2026-01-15T10:00:00.123Z"), 8.1, "m/s", 24.94, 60.17));
        assertThat(org.kvarter.remote.mqtt.TopicPattern.of(preset.topic()).match("/hfp/v2/journey/ongoing/vp/tram/0040/00421/1004/1/Munkkiniemi/12:00/1/3/60;24/19/73/44")).get()
                .hasToString("{operator=0040, place=00421}");
    }

    static Stream<Preset> foundOut() {
        return presets().filter(p -> p.mapping().isEmpty());
    }

    private static FakeService.Answer answer(ServiceKind kind) {
        FeedMessage.Builder transit = FeedMessage.newBuilder().setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(1_768_478_400))
                .addEntity(FeedEntity.newBuilder().setId("1").setVehicle(VehiclePosition.newBuilder().setPosition(Position.newBuilder().setLatitude(59).setLongitude(18))));
        return switch (kind) {
            case GTFS_REALTIME -> e -> {
                byte[] bytes = transit.build().toByteArray();
                e.sendResponseHeaders(200, bytes.length);
                e.getResponseBody().write(bytes);
            };
            case GBFS -> json("{\"version\":\"3.0\",\"data\":{\"feeds\":[{\"name\":\"vehicle_status\",\"url\":\"v.json\"}]}}");
            case OGC_API -> json("{\"collections\":[{\"id\":\"a\",\"links\":[{\"rel\":\"items\",\"href\":\"/a/items\"}]}]}");
            case WFS -> status(200, "text/xml", "<WFS_Capabilities version=\"2.0.0\"><FeatureTypeList><FeatureType><Name>a:b</Name><DefaultCRS>urn:ogc:def:crs:EPSG::3879</DefaultCRS>"
                    + "</FeatureType></FeatureTypeList></WFS_Capabilities>");
            case WMS -> status(200, "text/xml", "<WMS_Capabilities version=\"1.3.0\"><Capability><Layer><CRS>EPSG:3857</CRS><Layer><Name>n</Name></Layer></Layer></Capability></WMS_Capabilities>");
            case WMTS -> status(200, "text/xml", "<Capabilities><Contents><Layer><Identifier>l</Identifier><TileMatrixSetLink><TileMatrixSet>s</TileMatrixSet></TileMatrixSetLink></Layer>"
                    + "<TileMatrixSet><Identifier>s</Identifier><SupportedCRS>EPSG:3857</SupportedCRS></TileMatrixSet></Contents></Capabilities>");
            case SENSOR_THINGS -> e -> json(e.getRequestURI().getPath().endsWith("Datastreams") ? "{\"value\":[{\"@iot.id\":1,\"name\":\"d\"}]}"
                    : "{\"value\":[{\"name\":\"Datastreams\",\"url\":\"" + e.getRequestURI().getPath() + "/Datastreams\"}]}").to(e);
            default -> json("{\"latitude\":59,\"longitude\":18,\"hourly\":{\"time\":[\"2026-01-15T00:00\",\"2026-01-15T01:00\"],\"temperature_2m\":[1,2]}}");
        };
    }

    @ParameterizedTest
    @MethodSource("foundOut")
    void eachIsFoundToBeOfItsKind(Preset preset) throws Exception {
        try (FakeService service = new FakeService()) {
            service.at("/", answer(preset.kind()));
            FeedRequest request = preset.request(TOWN);
            Credentials credentials = new Credentials(folder.resolve("some.json"), v -> null);
            credentials.put(new Credential("mine", FeedAddress.origin(URI.create(service.url(""))), Credential.Scheme.PATH, "", "k-1234567890", ""));
            boolean path = preset.needs().filter(n -> n.scheme() == Credential.Scheme.PATH).isPresent();
            assertThat(path).as("says where the key goes").isEqualTo(request.url().contains(FeedAddress.WRITTEN_KEY));
            FeedRequest here = request.withUrl(service.url("") + request.url().replaceFirst("https://[^/]*", "")).withCredential(path ? "mine" : "");
            Service found = new ServiceFinder(new FeedClient(Runnable::run, credentials, InstantSource.fixed(Instant.parse("2026-01-15T10:30:00Z")))).find(here, Progress.NONE);
            assertThat(found.kind()).isEqualTo(preset.kind());
            assertThat(found.offers()).isNotEmpty();
        }
    }

    private FeedClient client() {
        return new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.fixed(Instant.parse("2026-01-15T10:30:00Z")));
    }

    /** Regions are countries that every language has a name for, or Europe. */
    @ParameterizedTest
    @MethodSource("presets")
    void regionsHaveNamesInEveryLanguage(Preset preset) {
        assertThat(preset.regionIn(Locale.ENGLISH)).isEqualTo(preset.region());
        String swedish = preset.regionIn(Locale.forLanguageTag("sv"));
        assertThat(preset.region().equals("Europe") || Set.of("Sverige", "Norge", "Finland", "Danmark", "Island", "Nederländerna", "Tyskland", "Estland").contains(swedish)).as(swedish).isTrue();
    }

    @Test
    void aPersonsOwnFileTakesThePlaceOfTheProgramsAndADamagedOneCostsItself() throws Exception {
        Files.writeString(folder.resolve("3dbag.json"), Files.readString(Path.of("datasets/presets/3dbag.json")).replace("api.3dbag.nl", "mirror.example.org"));
        Files.writeString(folder.resolve("own.json"), "{\"format\":\"kvarter-preset\",\"id\":\"own\",\"name\":{\"en\":\"Own\"},\"kind\":\"PLAIN\",\"url\":\"https://x.example/f.json\"}");
        Files.writeString(folder.resolve("bad.json"), "{\"format\":\"kvarter-preset\",\"id\":");
        Files.writeString(folder.resolve("other.json"), "{}");
        PresetCatalogue all = PresetCatalogue.read(List.of(Path.of("datasets/presets"), folder, folder.resolve("missing")));
        assertThat(all.presets()).hasSize(ALL.presets().size() + 1);
        assertThat(all.presets()).filteredOn(p -> p.id().equals("3dbag")).singleElement().extracting(Preset::url).asString().contains("mirror");
        assertThat(all.problems()).hasSize(2).anyMatch(p -> p.contains("bad.json")).anyMatch(p -> p.contains("other.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{now} | 2026-01-15T10:30:45Z", "{hour} | 2026-01-15T10:00:00Z", "{today} | 2026-01-15T00:00:00Z",
        "{today-1d:yyyyMMddHHmm} | 202601140000", "{hour+6h:HHmm} | 1600", "{lat} | {lat}", "a{today:yyyy}/{today:MM-dd}b | a2026/01-15b", "{now:bb} | {now:bb}"})
    void momentsAreFilledInAtEachPoll(String text, String filled) {
        assertThat(Moments.filled(text, Instant.parse("2026-01-15T10:30:45.678Z"))).isEqualTo(filled);
    }
}
