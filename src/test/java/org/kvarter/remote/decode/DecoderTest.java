package org.kvarter.remote.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.map.Proposal;
import org.kvarter.remote.map.Sample;

/** Every form of answer as the JSON it would be, and what is no answer told with the way out. */
class DecoderTest {

    private static JsonNode page(String body, String type) throws FeedException {
        return Decoder.page(body.getBytes(StandardCharsets.UTF_8), type, "https://x.example/f");
    }

    private static final String PRICES = """
            <Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3">
              <type>A44</type><createdDateTime>2026-01-14T12:00:00Z</createdDateTime>
              <TimeSeries><mRID>1</mRID><in_Domain.mRID codingScheme="A01">10Y1001A1001A46L</in_Domain.mRID>
                <out_Domain.mRID codingScheme="A01">10Y1001A1001A46L</out_Domain.mRID>
                <currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name><curveType>%s</curveType>
                <Period><timeInterval><start>2026-01-14T23:00Z</start><end>2026-01-15T03:00Z</end></timeInterval><resolution>PT60M</resolution>
                  <Point><position>1</position><price.amount>31.5</price.amount></Point>
                  <Point><position>2</position><price.amount>-0.12</price.amount></Point>
                  <Point><position>4</position><price.amount>40</price.amount></Point>
                </Period></TimeSeries></Publication_MarketDocument>""";

    @ParameterizedTest
    @CsvSource({"A01, 31.5 -0.12 40.0, 23:00 00:00 02:00", "A03, 31.5 -0.12 -0.12 40.0, 23:00 00:00 01:00 02:00"})
    void marketDocumentsAreCoursesOfTimeWithTheirRepeatedPointsPutBack(String curve, String values, String times) throws FeedException {
        JsonNode points = page(PRICES.formatted(curve), "text/xml").path("points");
        assertThat(points.findValuesAsText("value")).containsExactly(values.split(" "));
        assertThat(points.findValuesAsText("time")).allMatch(t -> Instant.parse(t).toString().equals(t))
                .extracting(t -> t.substring(11, 16)).containsExactly(times.split(" "));
        assertThat(points.get(0).path("unit").asText()).isEqualTo("EUR/MWh");
        assertThat(points.get(0).path("area").asText()).isEqualTo("10Y1001A1001A46L");
    }

    @Test
    void theProposalForPricesIsRight() throws FeedException {
        Proposal best = new Sample(page(PRICES.formatted("A01"), "text/xml")).proposals().get(0);
        assertThat(best.mapping().records()).isEqualTo("/points");
        assertThat(best.mapping().value()).isEqualTo("/value");
        assertThat(best.mapping().time()).isEqualTo("/time");
        assertThat(best.mapping().unitAt()).isEqualTo("/unit");
    }

    @Test
    void aReportOfWhatIsWrongIsToldInItsWords() {
        assertThatThrownBy(() -> page("<Acknowledgement_MarketDocument><Reason><code>999</code><text>No matching data found</text></Reason>"
                + "</Acknowledgement_MarketDocument>", "text/xml")).isInstanceOf(FeedException.class).hasMessageContaining("No matching data found");
        assertThatThrownBy(() -> page("<ows:ExceptionReport xmlns:ows=\"http://www.opengis.net/ows/1.1\"><ows:Exception exceptionCode=\"x\">"
                + "<ows:ExceptionText>Unknown type</ows:ExceptionText></ows:Exception></ows:ExceptionReport>", "text/xml"))
                .hasMessageContaining("Unknown type");
    }

    private static String gml(String srs, String geometry) {
        return "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" xmlns:gml=\"http://www.opengis.net/gml/3.2\" xmlns:a=\"urn:a\""
                + " numberMatched=\"1\"><wfs:member><a:tree gml:id=\"t.1\"><a:name>Lind</a:name><a:height uom=\"m\">12.5</a:height><a:shape>"
                + geometry.replace("S=", "srsName=\"" + srs + "\"") + "</a:shape></a:tree></wfs:member></wfs:FeatureCollection>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "urn:ogc:def:crs:EPSG::4326 | <gml:Point S=><gml:pos>59.3 18.1</gml:pos></gml:Point> | Point | [18.1,59.3] | ''",
        "EPSG:4326 | <gml:Point S=><gml:pos>18.1 59.3</gml:pos></gml:Point> | Point | [18.1,59.3] | ''",
        "http://www.opengis.net/def/crs/EPSG/0/3067 | <gml:Point S=><gml:pos>385000 6672000</gml:pos></gml:Point> | Point | [385000.0,6672000.0] | EPSG:3067",
        "urn:ogc:def:crs:EPSG::3006 | <gml:Point S=><gml:pos>6580000 674000</gml:pos></gml:Point> | Point | [674000.0,6580000.0] | EPSG:3006",
        "EPSG:3857 | <gml:Polygon S=><gml:exterior><gml:LinearRing><gml:posList>0 0 10 0 10 10 0 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon> | Polygon | [[[0.0,0.0],[10.0,0.0],[10.0,10.0],[0.0,0.0]]] | EPSG:3857",
        "EPSG:3857 | <gml:MultiSurface S=><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension='3'>0 0 5 10 0 5 10 10 5 0 0 5</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface> | MultiPolygon | [[[[0.0,0.0,5.0],[10.0,0.0,5.0],[10.0,10.0,5.0],[0.0,0.0,5.0]]]] | EPSG:3857",
        "EPSG:3857 | <gml:MultiCurve S=><gml:curveMember><gml:LineString><gml:posList>0 0 1 1</gml:posList></gml:LineString></gml:curveMember></gml:MultiCurve> | MultiLineString | [[[0.0,0.0],[1.0,1.0]]] | EPSG:3857",
        "EPSG:3857 | <gml:LineString S=><gml:coordinates>1,2 3,4</gml:coordinates></gml:LineString> | LineString | [[1.0,2.0],[3.0,4.0]] | EPSG:3857"})
    void gmlBecomesGeoJsonWithEastFirst(String srs, String geometry, String type, String coordinates, String crs) throws FeedException {
        JsonNode page = page(gml(srs, geometry), "text/xml");
        JsonNode feature = page.path("features").get(0);
        assertThat(feature.path("id").asText()).isEqualTo("t.1");
        assertThat(feature.path("properties").path("name").asText()).isEqualTo("Lind");
        assertThat(feature.path("properties").path("height").asDouble()).isEqualTo(12.5);
        assertThat(feature.path("properties").path("heightUnit").asText()).isEqualTo("m");
        assertThat(feature.path("geometry").path("type").asText()).isEqualTo(type);
        assertThat(feature.path("geometry").path("coordinates").toString()).isEqualTo(coordinates);
        assertThat(page.path("crs").path("properties").path("name").asText()).isEqualTo(crs);
    }

    @Test
    void plainXmlIsObjectsAndListsOfItsElements() throws FeedException {
        JsonNode page = page("<r><s id=\"1\"><v>2.5</v></s><s id=\"2\"><v>3</v></s></r>", "application/xml");
        assertThat(page.toString()).isEqualTo("{\"s\":[{\"id\":\"1\",\"v\":\"2.5\"},{\"id\":\"2\",\"v\":\"3\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,value,time\na1,1.5,2026-01-15T10:00:00Z\na2,2,2026-01-15T10:00:00Z\n",
        "id;value;time\r\na1;1,5;2026-01-15T10:00:00Z\r\na2;2;2026-01-15T10:00:00Z", "id\tvalue\ttime\na1\t1.5\t2026-01-15T10:00:00Z\na2\t2\t2026-01-15T10:00:00Z"})
    void tablesAreTheirRows(String text) throws FeedException {
        Sample sample = new Sample(page(text, "text/csv"));
        FeedMapping mapping = sample.proposals().get(0).mapping();
        assertThat(sample.rows(mapping, Instant.EPOCH, "").rows()).extracting(FeedRow::id, FeedRow::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a1", 1.5), org.assertj.core.groups.Tuple.tuple("a2", 2.0));
    }

    @Test
    void leadingZerosAreKept() throws FeedException {
        assertThat(page("id,v\n0042,1\n", "text/csv").toString()).isEqualTo("[{\"id\":\"0042\",\"v\":1}]");
    }

    private static byte[] transit() {
        FeedMessage.Builder message = FeedMessage.newBuilder().setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(1_768_478_400));
        message.addEntity(FeedEntity.newBuilder().setId("e1").setVehicle(VehiclePosition.newBuilder().setTrip(TripDescriptor.newBuilder().setRouteId("55"))
                .setVehicle(VehicleDescriptor.newBuilder().setId("bus-7")).setPosition(Position.newBuilder().setLatitude(59.3251f).setLongitude(18.0711f)
                        .setSpeed(10))));
        message.addEntity(FeedEntity.newBuilder().setId("e2").setTripUpdate(TripUpdate.newBuilder().setTrip(TripDescriptor.newBuilder().setTripId("t9"))
                .addStopTimeUpdate(TripUpdate.StopTimeUpdate.newBuilder().setStopId("past")
                        .setArrival(TripUpdate.StopTimeEvent.newBuilder().setTime(1_768_478_000).setDelay(10)))
                .addStopTimeUpdate(TripUpdate.StopTimeUpdate.newBuilder().setStopId("next")
                        .setArrival(TripUpdate.StopTimeEvent.newBuilder().setTime(1_768_479_000).setDelay(95)))));
        message.addEntity(FeedEntity.newBuilder().setId("gone").setIsDeleted(true));
        return message.build().toByteArray();
    }

    @Test
    void transitIsVehiclesAndTripsWithTheDelayAtTheNextStop() throws FeedException {
        JsonNode page = Decoder.page(transit(), "application/x-protobuf", "x");
        assertThat(page.path("vehicles").toString()).isEqualTo("[{\"id\":\"bus-7\",\"route\":\"55\",\"trip\":\"\",\"name\":\"55\",\"latitude\":59.3251,"
                + "\"longitude\":18.0711,\"speed\":36.0,\"stop\":\"\",\"time\":1768478400}]");
        assertThat(page.path("trips").get(0).path("delay").asInt()).isEqualTo(95);
        assertThat(page.path("trips").get(0).path("stop").asText()).isEqualTo("next");
        assertThat(new Sample(page).proposals().get(0).mapping().latitude()).isEqualTo("/latitude");
    }

    @Test
    void theTransitOfKingCountyIsRead() throws Exception {
        Path file = List.of(Path.of("../../shared/realdata/mobility/king-county-metro-1.pbf"), Path.of("../shared/realdata/mobility/king-county-metro-1.pbf"))
                .stream().filter(Files::isRegularFile).findFirst().orElse(Path.of("missing"));
        assumeThat(file).isRegularFile();
        byte[] bytes = Files.readAllBytes(file);
        JsonNode page = Decoder.page(bytes, "", "x");
        var message = FeedMessage.parseFrom(bytes);
        assertThat(page.path("trips").size()).isEqualTo((int) message.getEntityList().stream().filter(FeedEntity::hasTripUpdate).count());
        assertThat(page.path("vehicles").size()).isEqualTo((int) message.getEntityList().stream().filter(FeedEntity::hasVehicle).count());
        assertThat(page.path("trips").size() + page.path("vehicles").size()).isPositive();
    }

    @Test
    void freeChargersAreCounted() throws FeedException {
        JsonNode page = page("{\"status_code\":1000,\"data\":[{\"id\":\"L\",\"evses\":[{\"status\":\"AVAILABLE\"},{\"status\":\"CHARGING\"},"
                + "{\"status\":\"REMOVED\"},{\"status\":\"AVAILABLE\"}]}]}", "application/json");
        assertThat(page.path("data").get(0).path("evsesAvailable").asInt()).isEqualTo(2);
        assertThat(page.path("data").get(0).path("evsesAll").asInt()).isEqualTo(3);
    }

    @Test
    void aCourseOfTimeHasThePlaceAndTheUnitsOfItsPage() throws FeedException {
        Sample sample = new Sample(page("{\"latitude\":59.3,\"longitude\":18.1,\"hourly_units\":{\"time\":\"iso8601\",\"temperature_2m\":\"°C\"},"
                + "\"hourly\":{\"time\":[\"2026-01-15T00:00\",\"2026-01-15T01:00\"],\"temperature_2m\":[-3.5,null]}}", "application/json"));
        FeedMapping m = sample.proposals().get(0).mapping();
        FeedRow first = sample.rows(m, Instant.EPOCH, "t").rows().get(0);
        assertThat(first).isEqualTo(new FeedRow("t", "", Instant.parse("2026-01-15T00:00:00Z"), -3.5, "°C", 18.1, 59.3));
        assertThat(sample.rows(m, Instant.EPOCH, "t").rows().get(1).value()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><r><a>&e;</a></r>",
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><r>&b;&b;</r>", "<r><a></r>"})
    void entitiesAndDamageAreRefused(String xml) {
        assertThatThrownBy(() -> page(xml, "text/xml")).isInstanceOf(FeedException.class);
    }

    /** Wherever a message of many vehicles breaks off, it is known to be a part: never taken for all of it, nor for a table. */
    @Test
    void halfATransitMessageMayComeWholeNextTime() {
        FeedMessage.Builder message = FeedMessage.newBuilder().setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(1_768_478_400));
        for (int i = 0; i < 20; i++) {
            message.addEntity(FeedEntity.newBuilder().setId("e" + i).setVehicle(VehiclePosition.newBuilder().setPosition(Position.newBuilder().setLatitude(59.3f).setLongitude(18.06f))));
        }
        byte[] bytes = message.build().toByteArray();
        int entity = message.getEntity(0).getSerializedSize() + 2;
        for (int cut = bytes.length - 1; cut > bytes.length - entity; cut--) {
            byte[] part = java.util.Arrays.copyOf(bytes, cut);
            assertThatThrownBy(() -> Decoder.page(part, "application/x-protobuf", "https://x/f")).isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.isPassing()).isTrue());
        }
    }

    @Test
    void halfAnAnswerMayComeWholeNextTime() {
        assertThatThrownBy(() -> page("<r><a>1</a><b>", "text/xml").size()).isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> page("<r><a>1</a><b", "text/xml").size()).isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.isPassing()).isTrue());
    }

    @Test
    void whateverComesIsAPageOrASentence() {
        Random random = new Random(7);
        List<byte[]> seeds = List.of(transit(), PRICES.formatted("A03").getBytes(StandardCharsets.UTF_8),
                gml("EPSG:3857", "<gml:Point S=><gml:pos>1 2</gml:pos></gml:Point>").getBytes(StandardCharsets.UTF_8), "a,b\n1,2\n".getBytes());
        for (int i = 0; i < 400; i++) {
            byte[] bytes = seeds.get(i % seeds.size()).clone();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            try {
                assertThat(Decoder.page(i % 3 == 0 ? cut : bytes, "", "x")).isNotNull();
            } catch (FeedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
