package org.kvarter.remote.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedMapping;

/** What is proposed for answers of the forms that services use. */
class FeedProposerTest {

    private static final String GBFS = "{'last_updated':1631517710,'ttl':60,'data':{'stations':["
            + "{'station_id':'001','num_bikes_available':2,'is_renting':1,'last_reported':1631517287},"
            + "{'station_id':'002','num_bikes_available':6,'is_renting':1,'last_reported':1631517529}]}}";
    private static final String OPEN_METEO = "{'latitude':59.3,'longitude':18.0,'hourly_units':{'time':'iso8601','temperature_2m':'°C'},"
            + "'hourly':{'time':['2026-01-15T00:00','2026-01-15T01:00'],'temperature_2m':[1.2,1.4]}}";
    private static final String GEOJSON = "{'type':'FeatureCollection','features':["
            + "{'type':'Feature','geometry':{'type':'Point','coordinates':[18,59.3]},'properties':{'id':'s1','name':'Quay','pm10':12.5,'unit':'µg/m³'}},"
            + "{'type':'Feature','geometry':{'type':'Point','coordinates':[18.1,59.3]},'properties':{'id':'s2','name':'Park','pm10':8.5,'unit':'µg/m³'}}]}";
    private static final String PLAIN = "[{'sensor_id':7,'lat':59.3,'lng':18.0,'timestamp':'2026-01-15T00:00:00Z','value':3.5},"
            + "{'sensor_id':8,'lat':59.4,'lng':18.1,'timestamp':'2026-01-15T00:00:00Z','value':3.7}]";
    private static final String BY_KEY = "{'meters':{'m1':{'power':1.5,'time':'2026-01-15T00:00:00Z'},'m2':{'power':2.5,'time':'2026-01-15T00:00:00Z'}}}";
    private static final String SENSOR_THINGS = "{'value':[{'@iot.id':1,'name':'T','unitOfMeasurement':{'symbol':'°C'},'Observations':"
            + "[{'@iot.id':9,'phenomenonTime':'2026-01-15T00:00:00Z','result':4.5}]}],'@iot.nextLink':'x'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GBFS          | /data/stations | LIST    | /station_id    | /last_reported | /num_bikes_available | | | | 2
        OPEN_METEO    | /hourly        | COLUMNS |                | /time          | /temperature_2m      | #/latitude | #/longitude | | 2
        GEOJSON       | /features      | LIST    | /properties/id |                | /properties/pm10     | | | /geometry | 2
        PLAIN         |                | LIST    | /sensor_id     | /timestamp     | /value               | /lat | /lng | | 2
        BY_KEY        | /meters        | MAP     |                | /time          | /power               | | | | 2
        """)
    void proposesRecordsAndPointers(String which, String records, FeedMapping.Layout layout, String id, String time, String value, String lat,
                                    String lon, String geometry, int count) throws Exception {
        Proposal best = FeedProposer.look(FeedJson.MAPPER.readTree(json(which))).get(0);
        FeedMapping m = best.mapping();
        assertThat(best.count()).isEqualTo(count);
        assertThat(java.util.List.of(m.records(), m.layout().name(), m.id(), m.time(), m.value(), m.latitude(), m.longitude(), m.geometry()))
                .containsExactly(text(records), layout.name(), text(id), text(time), text(value), text(lat), text(lon), text(geometry));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static String json(String which) {
        String single = switch (which) {
            case "GBFS" -> GBFS;
            case "OPEN_METEO" -> OPEN_METEO;
            case "GEOJSON" -> GEOJSON;
            case "PLAIN" -> PLAIN;
            case "BY_KEY" -> BY_KEY;
            default -> SENSOR_THINGS;
        };
        return single.replace('\'', '"');
    }

    @org.junit.jupiter.api.Test
    void findsUnitsAndNamesBesideTheValue() throws Exception {
        FeedMapping geo = FeedProposer.look(FeedJson.MAPPER.readTree(json("GEOJSON"))).get(0).mapping();
        assertThat(geo.unitAt()).isEqualTo("/properties/unit");
        assertThat(geo.name()).isEqualTo("/properties/name");
        assertThat(geo.quantity()).isEqualTo("pm10");
    }

    @org.junit.jupiter.api.Test
    void aWordAmongNumbersIsAFaultNotAText() throws Exception {
        String faulty = "[{\"id\":\"a\",\"pm10\":1.5},{\"id\":\"b\",\"pm10\":\"offline\"},{\"id\":\"c\",\"pm10\":2.5}]";
        assertThat(FeedProposer.look(FeedJson.MAPPER.readTree(faulty)).get(0).mapping().value()).isEqualTo("/pm10");
    }

    @org.junit.jupiter.api.Test
    void offersTheInnerRecordsOfSensorThingsToo() throws Exception {
        assertThat(FeedProposer.look(FeedJson.MAPPER.readTree(json("SENSOR_THINGS")))).anySatisfy(p -> {
            assertThat(p.mapping().records()).isEqualTo("/value/0/Observations");
            assertThat(p.mapping().value()).isEqualTo("/result");
        });
    }

    @org.junit.jupiter.api.Test
    void saysNothingOfAnswersWithoutRecords() throws Exception {
        assertThat(FeedProposer.look(FeedJson.MAPPER.readTree("[1,2,3]"))).isEmpty();
        assertThat(FeedProposer.look(FeedJson.MAPPER.readTree("{}"))).isEmpty();
    }
}
