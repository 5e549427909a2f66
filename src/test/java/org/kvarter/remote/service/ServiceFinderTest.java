package org.kvarter.remote.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.task.Progress;

/** Each kind of service, as a real server on this machine, found by its address; what it offers, asked for, gives rows. */
class ServiceFinderTest {

    @TempDir
    Path folder;

    private FakeService service;
    private FeedClient client;

    @BeforeEach
    void start() throws Exception {
        service = new FakeService();
        client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Service find(String path) throws FeedException {
        return new ServiceFinder(client).find(FeedRequest.of(service.url(path)), Progress.NONE);
    }

    private List<FeedRow> rows(Offer offer) throws FeedException {
        Offer.Readings readings = (Offer.Readings) offer;
        FeedMapping mapping = readings.mapping();
        if (mapping.equals(FeedMapping.EMPTY)) {
            mapping = new Fetch(client, InstantSource.system()).look(readings.request(), Progress.NONE).proposals().get(0).mapping();
        }
        FeedSource feed = new FeedSource("f", "F", readings.request(), mapping, FeedTarget.POINTS, false);
        return new Fetch(client, InstantSource.system()).once(feed, Validators.NONE, Progress.NONE).rows().rows();
    }

    private static final String STREAM = "{\"@iot.id\":%d,\"name\":\"%s\",\"unitOfMeasurement\":{\"symbol\":\"°C\"},\"ObservedProperty\":{\"name\":\"Air\"},"
            + "\"Thing\":{\"name\":\"Mast\",\"Locations\":[{\"name\":\"Quay\",\"location\":{\"type\":\"Point\",\"coordinates\":[18.1,59.3]}}]},"
            + "\"Observations\":[{\"phenomenonTime\":\"2026-01-15T10:00:00Z\",\"result\":%s}]}";

    @Test
    void sensorThingsIsFoundBelowItsRootAndTellsItsDatastreams() throws FeedException {
        service.at("/sta/v1.1", json("{\"value\":[{\"name\":\"Things\",\"url\":\"" + service.url("/sta/v1.1/Things") + "\"},{\"name\":\"Datastreams\",\"url\":\""
                + service.url("/sta/v1.1/Datastreams") + "\"}]}"));
        service.at("/sta/v1.1/Datastreams", e -> {
            String query = String.valueOf(e.getRequestURI().getQuery());
            boolean second = query.contains("skip");
            String next = second ? "" : ",\"@iot.nextLink\":\"" + service.url("/sta/v1.1/Datastreams?skip=1") + "\"";
            json("{\"value\":[" + STREAM.formatted(second ? 2 : 1, second ? "South" : "North", second ? "5" : "4.5") + "]" + next + "}").to(e);
        });
        service.at("/sta/v1.1/Datastreams(1)", json("{\"value\":[{\"phenomenonTime\":\"2026-01-15T09:00:00Z\",\"result\":4,\"Datastream\":"
                + STREAM.formatted(1, "North", "4") + "},{\"phenomenonTime\":\"2026-01-15T10:00:00Z\",\"result\":4.5,\"Datastream\":" + STREAM.formatted(1, "North", "4")
                + "}]}"));
        Service found = find("/sta");
        assertThat(found.kind()).isEqualTo(ServiceKind.SENSOR_THINGS);
        assertThat(found.offers()).extracting(Offer::title).containsExactly("Air, last values", "North", "South");
        assertThat(found.offers().get(1).detail()).isEqualTo("Air · °C · Mast · Quay");
        assertThat(rows(found.offers().get(0))).extracting(FeedRow::value, FeedRow::unit, FeedRow::longitude)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4.5, "°C", 18.1), org.assertj.core.groups.Tuple.tuple(5.0, "°C", 18.1));
        assertThat(rows(found.offers().get(1))).extracting(FeedRow::value).containsExactly(4.0, 4.5);
        assertThat(service.asked()).anyMatch(a -> a.contains("$filter=ObservedProperty/name%20eq%20'Air'"));
    }

    @Test
    void ofVeryManySensorsThoseOfTheAreaAreToldWhereTheServiceCan() throws FeedException {
        service.at("/sta", json("{\"value\":[{\"name\":\"Datastreams\",\"url\":\"" + service.url("/streams") + "\"}]}"));
        service.at("/able/", json("{\"value\":[{\"name\":\"Datastreams\",\"url\":\"" + service.url("/filtered") + "\"}]}"));
        service.at("/streams", e -> (e.getRequestURI().getQuery().contains("st_within") ? status(400, "application/json", "{}")
                : json("{\"value\":[" + STREAM.formatted(1, "All", "4") + "]}")).to(e));
        service.at("/filtered", e -> json(e.getRequestURI().getQuery().contains("st_within") ? "{\"value\":[" + STREAM.formatted(1, "Near", "4") + "]}"
                : "{\"value\":[" + STREAM.formatted(2, "Far", "4") + "]}").to(e));
        org.kvarter.remote.layer.Area area = new org.kvarter.remote.layer.Area(18, 59, 18.1, 59.1);
        Service able = new ServiceFinder(client).find(FeedRequest.of(service.url("/able/")), area, Progress.NONE);
        assertThat(able.offers()).extracting(Offer::title).containsExactly("Air, last values", "Near");
        assertThat(((Offer.Readings) able.offers().get(0)).request().url()).contains("%20and%20st_within(Thing/Locations/location,geography'POLYGON((18.00000%2059.00000,");
        Service not = new ServiceFinder(client).find(FeedRequest.of(service.url("/sta")), area, Progress.NONE);
        assertThat(not.offers()).extracting(Offer::title).containsExactly("Air, last values", "All");
        assertThat(((Offer.Readings) not.offers().get(0)).request().url()).doesNotContain("st_within");
    }

    @Test
    void keysThatServicesRepeatInTheirAddressesAreLeftOut() {
        assertThat(org.kvarter.remote.FeedAddress.withoutSecrets("https://x/a?api-key=k&b=1&token=t")).isEqualTo("https://x/a?b=1");
        assertThat(org.kvarter.remote.FeedAddress.withoutSecrets("https://x/a?securityToken=k")).isEqualTo("https://x/a");
        assertThat(org.kvarter.remote.FeedAddress.withoutSecrets("https://x/{z}/{x}.png")).isEqualTo("https://x/{z}/{x}.png");
    }

    @Test
    void gbfsOfBothFormsListsStationsStatusAndVehicles() throws FeedException {
        String feeds = "\"feeds\":[{\"name\":\"station_information\",\"url\":\"station_information.json\"},{\"name\":\"station_status\",\"url\":\""
                + service.url("/2/status.json") + "\"},{\"name\":\"%s\",\"url\":\"vehicles.json\"},{\"name\":\"system_information\",\"url\":\"system.json\"}]";
        service.at("/2/gbfs.json", json("{\"version\":\"2.3\",\"data\":{\"en\":{" + feeds.formatted("free_bike_status") + "}}}"));
        service.at("/3/gbfs.json", json("{\"version\":\"3.0\",\"data\":{" + feeds.formatted("vehicle_status") + "}}"));
        service.at("/2/status.json", json("{\"data\":{\"stations\":[{\"station_id\":\"s1\",\"num_bikes_available\":4,\"last_reported\":1768478400}]}}"));
        service.at("/3/vehicles.json", json("{\"data\":{\"vehicles\":[{\"vehicle_id\":\"v1\",\"lat\":59.3,\"lon\":18.1}]}}"));
        service.at("/2/system.json", json("{\"data\":{\"name\":\"Stadscyklar\"}}"));
        Service two = find("/2");
        assertThat(two.title()).isEqualTo("Stadscyklar");
        assertThat(two.offers()).hasSize(3);
        assertThat(rows(two.offers().get(1))).extracting(FeedRow::id, FeedRow::value).containsExactly(org.assertj.core.groups.Tuple.tuple("s1", 4.0));
        Service three = find("/3/gbfs.json");
        assertThat(rows(three.offers().get(2))).extracting(FeedRow::id, FeedRow::latitude).containsExactly(org.assertj.core.groups.Tuple.tuple("v1", 59.3));
    }

    @Test
    void ocpiLeadsFromVersionsToItsLocations() throws FeedException {
        service.at("/ocpi/versions", json("{\"status_code\":1000,\"data\":[{\"version\":\"2.1.1\",\"url\":\"" + service.url("/old") + "\"},{\"version\":\"2.2.1\",\"url\":\""
                + service.url("/ocpi/2.2.1") + "\"}]}"));
        service.at("/ocpi/2.2.1", json("{\"status_code\":1000,\"data\":{\"version\":\"2.2.1\",\"endpoints\":[{\"identifier\":\"locations\",\"role\":\"RECEIVER\",\"url\":\"/no\"},"
                + "{\"identifier\":\"locations\",\"role\":\"SENDER\",\"url\":\"" + service.url("/loc") + "\"}]}}"));
        String place = "{\"status_code\":1000,\"data\":[{\"id\":\"%s\",\"name\":\"Quay\",\"coordinates\":{\"latitude\":\"59.3\",\"longitude\":\"18.1\"},"
                + "\"evses\":[{\"status\":\"AVAILABLE\"},{\"status\":\"%s\"}]}]}";
        service.inTurn("/loc", status(200, "application/json", place.formatted("L1", "AVAILABLE"), "Link", "<" + service.url("/loc?offset=1&limit=1") + ">; rel=\"next\"",
                "X-Total-Count", "2"), json(place.formatted("L2", "CHARGING")));
        Service found = find("/ocpi/versions");
        assertThat(found.kind()).isEqualTo(ServiceKind.OCPI);
        assertThat(rows(found.offers().get(0))).extracting(FeedRow::id, FeedRow::value, FeedRow::latitude)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("L1", 2.0, 59.3), org.assertj.core.groups.Tuple.tuple("L2", 1.0, 59.3));
    }

    @Test
    void ngsiTwoGoesByTypesAndTurnsPagesByTheCountThatIsTold() throws FeedException {
        service.at("/v2", json("{\"entities_url\":\"/v2/entities\",\"types_url\":\"/v2/types\"}"));
        service.at("/v2/types", json("[{\"type\":\"AirQualityObserved\",\"attrs\":{\"no2\":{\"types\":[\"Number\"]},\"location\":{}},\"count\":3}]"));
        String entity = "{\"id\":\"e%d\",\"type\":\"AirQualityObserved\",\"no2\":%d,\"dateObserved\":\"2026-01-15T10:00:00Z\",\"location\":{\"type\":\"Point\",\"coordinates\":[18.1,59.3]}}";
        List<String> tenants = new java.util.concurrent.CopyOnWriteArrayList<>();
        service.at("/v2/entities", e -> {
            tenants.add(String.valueOf(e.getRequestHeaders().getFirst("Fiware-Service")));
            boolean first = e.getRequestURI().getQuery().contains("offset=0");
            status(200, "application/json", first ? "[" + entity.formatted(1, 10) + "," + entity.formatted(2, 20) + "]" : "[" + entity.formatted(3, 30) + "]",
                    "Fiware-Total-Count", "3").to(e);
        });
        FeedRequest like = FeedRequest.of(service.url("/")).withHeaders(List.of(new FeedRequest.Header("Fiware-Service", "lindhamn")));
        service.at("/", status(404, "text/plain", "no"));
        Service found = new ServiceFinder(client).find(like, Progress.NONE);
        assertThat(found.kind()).isEqualTo(ServiceKind.NGSI_V2);
        assertThat(found.offers().get(0).detail()).isEqualTo("3 entities · no2, location");
        assertThat(rows(found.offers().get(0))).extracting(FeedRow::value).containsExactly(10.0, 20.0, 30.0);
        assertThat(tenants).containsOnly("lindhamn");
    }

    @Test
    void ngsiLdGoesByTypes() throws FeedException {
        service.at("/", status(404, "text/plain", "no"));
        service.at("/ngsi-ld/v1/types", json("[{\"id\":\"https://uri.etsi.org/Sensor\",\"typeName\":\"Sensor\",\"attributeNames\":[\"https://x/power\"]}]"));
        service.at("/ngsi-ld/v1/entities", json("[{\"id\":\"urn:s1\",\"type\":\"Sensor\",\"power\":4,\"location\":{\"type\":\"Point\",\"coordinates\":[18,59]}}]"));
        Service found = find("/");
        assertThat(found.kind()).isEqualTo(ServiceKind.NGSI_LD);
        assertThat(rows(found.offers().get(0))).extracting(FeedRow::value).containsExactly(4.0);
    }

    @Test
    void collectionsOfAnOgcApiAreLayersAndModels() throws FeedException {
        service.at("/api", json("{\"title\":\"Town\",\"links\":[{\"rel\":\"data\",\"href\":\"/api/collections\"}]}"));
        service.at("/api/collections", json("{\"collections\":[{\"id\":\"roads\",\"title\":\"Roads\",\"description\":\"<p>All roads</p>\",\"links\":[{\"rel\":\"items\","
                + "\"type\":\"text/html\",\"href\":\"/x\"},{\"rel\":\"items\",\"type\":\"application/geo+json\",\"href\":\"/api/collections/roads/items\"}]},"
                + "{\"id\":\"pand\",\"storageCrs\":\"http://www.opengis.net/def/crs/EPSG/0/7415\",\"links\":[]},"
                + "{\"id\":\"city\",\"content\":[{\"type\":\"application/city+json\",\"href\":\"/m.json\"},{\"type\":\"application/json+3dtiles\",\"href\":\"/t/tileset.json\"},{\"type\":\"application/json+i3s\",\"href\":\"/i\"}]}]}"));
        Service found = find("/api");
        assertThat(found.title()).isEqualTo("Town");
        assertThat(found.offers()).extracting(o -> ((Offer.Layer) o).query()).containsExactly(
                new LayerQuery.Items(service.url("/api/collections/roads/items"), ""),
                new LayerQuery.Items(service.url("/api/collections/pand/items"), "http://www.opengis.net/def/crs/EPSG/0/7415"),
                new LayerQuery.Document(service.url("/m.json"), ".city.json"), new LayerQuery.Tileset(service.url("/t/tileset.json")));
        assertThat(found.offers().get(0).detail()).isEqualTo("All roads");
    }

    private void serveFile(String path, String file) throws Exception {
        Path at = Stream.of("../../shared/realdata", "../shared/realdata").map(Path::of).map(f -> f.resolve(file)).filter(Files::isRegularFile).findFirst()
                .orElse(Path.of("missing"));
        assumeThat(at).isRegularFile();
        service.at(path, status(200, "text/xml", Files.readString(at)));
    }

    @Test
    void theCapabilitiesOfTheFlemishSoilServiceAreUnderstood() throws Exception {
        serveFile("/wfs", "sensors-api/wfs_dov_getcapabilities_200.xml");
        Service found = find("/wfs?service=WFS&request=GetCapabilities");
        assertThat(found.kind()).isEqualTo(ServiceKind.WFS);
        assertThat(found.offers()).isNotEmpty().allMatch(o -> ((Offer.Layer) o).query() instanceof LayerQuery.FeatureType t && t.format().equals("application/json")
                && t.version().equals("2.0.0") && t.crs().contains("31370"));
    }

    @Test
    void theCapabilitiesOfTheClimateServiceAreUnderstood() throws Exception {
        serveFile("/wms", "sensors-api/wms_nccs_nasa_getcap_130.xml");
        Service found = find("/wms");
        assertThat(found.kind()).isEqualTo(ServiceKind.WMS);
        assertThat(found.offers()).isNotEmpty().allMatch(o -> ((Offer.Layer) o).query() instanceof LayerQuery.WebMap m && m.version().equals("1.3.0")
                && !m.layer().isEmpty());
    }

    @Test
    void wmtsTellsItsLayersInTheBestOfTheirTileMatrixSets() throws FeedException {
        service.at("/wmts", status(200, "text/xml", "<Capabilities xmlns=\"http://www.opengis.net/wmts/1.0\" xmlns:ows=\"http://www.opengis.net/ows/1.1\"><ows:ServiceIdentification>"
                + "<ows:Title>Maps</ows:Title></ows:ServiceIdentification><Contents><Layer><ows:Title>Ortho</ows:Title><ows:Identifier>o</ows:Identifier>"
                + "<TileMatrixSetLink><TileMatrixSet>deg</TileMatrixSet></TileMatrixSetLink><TileMatrixSetLink><TileMatrixSet>g</TileMatrixSet></TileMatrixSetLink></Layer>"
                + "<TileMatrixSet><ows:Identifier>deg</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4326</ows:SupportedCRS></TileMatrixSet>"
                + "<TileMatrixSet><ows:Identifier>g</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS></TileMatrixSet></Contents></Capabilities>"));
        Service found = find("/wmts");
        assertThat(found.title()).isEqualTo("Maps");
        assertThat(((Offer.Layer) found.offers().get(0)).query()).isEqualTo(new LayerQuery.TileMatrices(service.url("/wmts"), "o", "g"));
    }

    @Test
    void tilesAndBrokersAreToldByTheirAddresses() throws FeedException {
        ServiceFinder finder = new ServiceFinder(client);
        assertThat(finder.find(FeedRequest.of("https://tile.example.org/{z}/{x}/{y}.png"), Progress.NONE).kind()).isEqualTo(ServiceKind.XYZ);
        assertThat(finder.find(FeedRequest.of("mqtts://broker.example.org:8883"), Progress.NONE).kind()).isEqualTo(ServiceKind.MQTT);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void anyListOfReadingsIsAnOfferAndAnyGeoJsonALayerToo() throws FeedException {
        service.at("/list", json("[{\"id\":\"a\",\"value\":3,\"lat\":59.3,\"lon\":18.1}]"))
                .at("/geo", json("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"v\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[18,59]}}]}"));
        assertThat(rows(find("/list").offers().get(0))).extracting(FeedRow::value).containsExactly(3.0);
        assertThat(find("/geo").offers().get(0)).isInstanceOf(Offer.Layer.class);
    }

    @Test
    void whatIsNothingIsToldOnceAndAskedABoundedNumberOfTimes() {
        service.at("/", status(200, "text/html", "<html>people</html>"));
        assertThatThrownBy(() -> find("/page")).isInstanceOf(FeedException.class).hasMessageContaining("text/html");
        assertThat(service.asked()).hasSizeLessThan(25);
    }

    @Test
    void aServiceThatIsDownIsNotAskedElsewhere() {
        service.at("/", status(503, "text/plain", "down"));
        assertThatThrownBy(() -> find("/sta")).isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.isPassing()).isTrue());
        assertThat(service.asked()).hasSize(1);
    }
}
