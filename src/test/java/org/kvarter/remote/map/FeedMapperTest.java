package org.kvarter.remote.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedMapping.Layout;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;

class FeedMapperTest {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static JsonNode tree(String json) {
        try {
            return FeedJson.MAPPER.readTree(json.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static FeedRows rows(FeedMapping mapping, String... pages) throws FeedException {
        FeedMapper mapper = new FeedMapper(mapping, NOW, "all");
        for (String page : pages) {
            mapper.read(tree(page));
        }
        return mapper.result();
    }

    private static FeedMapping list(String records, String id, String time, String value) {
        return new FeedMapping(records, Layout.LIST, id, "", time, "Europe/Stockholm", value, "", "kW", "", "", "", "power");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'2026-01-15T10:00:00Z'              | 2026-01-15T10:00:00Z",
        "'2026-01-15T10:00:00+01:00'         | 2026-01-15T09:00:00Z",
        "'2026-01-15T10:00:00+0100'          | 2026-01-15T09:00:00Z",
        "'2026-07-15T10:00:00'               | 2026-07-15T08:00:00Z",
        "'2026-07-15 10:00'                  | 2026-07-15T08:00:00Z",
        "'2026-07-15'                        | 2026-07-14T22:00:00Z",
        "'20260115:0010'                     | 2026-01-14T23:10:00Z",
        "1768471200                          | 2026-01-15T10:00:00Z",
        "1768471200000                       | 2026-01-15T10:00:00Z",
        "'1768471200'                        | 2026-01-15T10:00:00Z",
        "'2026-01-15T10:00:00Z/2026-01-15T11:00:00Z' | 2026-01-15T10:00:00Z"})
    void readsTimesAsServicesWriteThem(String json, Instant expected) throws FeedException {
        // CSV takes the outer quotes away: texts come with a letter or hyphen, numbers without
        String text = json.matches("\\d{10}|\\d{13}") ? json : "'" + json + "'";
        assertThat(rows(list("", "/i", "/t", "/v"), "[{'i':'a','t':" + text + ",'v':1}]").rows().get(0).time()).isEqualTo(expected);
    }

    @Test
    void takesValuesInAllTheirForms() throws FeedException {
        FeedRows rows = rows(list("", "/i", "", "/v"), "[{'i':1,'v':2.5},{'i':2,'v':'2,5'},{'i':3,'v':true},{'i':4,'v':null},{'i':5,'v':'off'},{'i':6},{'i':7,'v':{}}]");
        assertThat(rows.rows()).extracting(FeedRow::value).containsExactly(2.5, 2.5, 1.0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(rows.issues()).extracting(i -> i.record() + " " + i.message()).containsExactly("4 off at /v is not a number.",
                "5 There is no value at /v.", "6 an object at /v is not a number.");
        assertThat(rows.rows()).allSatisfy(r -> assertThat(r.time()).isEqualTo(NOW));
    }

    @Test
    void oneBadRecordCostsItself() throws FeedException {
        FeedRows rows = rows(list("/d", "/i", "/t", "/v"), "{'d':[{'i':'a','t':'2026-01-15','v':1},{'t':'2026-01-15','v':2},{'i':'c','t':'later','v':3}]}");
        assertThat(rows.records()).isEqualTo(3);
        assertThat(rows.rows()).extracting(FeedRow::id).containsExactly("a");
        assertThat(rows.issues()).hasSize(2);
    }

    @Test
    void readsRecordsByKeyAsOneAndAsColumns() throws FeedException {
        FeedMapping map = new FeedMapping("/s", Layout.MAP, "", "", "", "", "/v", "/u", "", "", "", "", "");
        assertThat(rows(map, "{'s':{'x':{'v':1,'u':'°C'},'y':{'v':2,'u':'°C'}}}").rows()).extracting(r -> r.id() + r.value() + r.unit())
                .containsExactly("x1.0°C", "y2.0°C");
        FeedMapping one = new FeedMapping("", Layout.ONE, "/id", "", "", "", "/t/value", "", "", "", "", "/l/value", "");
        FeedRow row = rows(one, "{'id':'A','t':{'value':12.2},'l':{'value':{'type':'Point','coordinates':[-3.7,40.4]}}}").rows().get(0);
        assertThat(row.longitude()).isEqualTo(-3.7);
        assertThat(row.latitude()).isEqualTo(40.4);
        FeedMapping columns = new FeedMapping("/hourly", Layout.COLUMNS, "", "", "/time", "", "/t2", "", "", "", "", "", "");
        assertThat(rows(columns, "{'hourly':{'time':['2026-01-15T00:00','2026-01-15T01:00'],'t2':[1.5,2.5]}}").rows())
                .extracting(r -> r.id() + " " + r.time() + " " + r.value()).containsExactly("all 2026-01-15T00:00:00Z 1.5", "all 2026-01-15T01:00:00Z 2.5");
    }

    @Test
    void placesStandInTheMiddleOfGeometriesAndOnEarth() throws FeedException {
        FeedMapping geo = new FeedMapping("", Layout.LIST, "/i", "", "", "", "", "", "", "", "", "/g", "");
        FeedRows rows = rows(geo, "[{'i':1,'g':{'type':'Polygon','coordinates':[[[10,50],[12,50],[12,54],[10,54],[10,50]]]}},{'i':2,'g':null}]");
        assertThat(rows.rows().get(0).longitude()).isEqualTo(11);
        assertThat(rows.rows().get(0).latitude()).isEqualTo(52);
        assertThat(rows.rows().get(1).hasPlace()).isFalse();
        FeedMapping ll = new FeedMapping("", Layout.LIST, "/i", "", "", "", "", "", "", "/lat", "/lon", "", "");
        assertThat(rows(ll, "[{'i':1,'lat':'59.3','lon':18},{'i':2,'lat':6580000,'lon':150000}]").issues()).singleElement()
                .satisfies(i -> assertThat(i.message()).contains("not on Earth"));
    }

    @Test
    void aChangedSchemaIsToldWithThePointerAndTheKeysFound() {
        FeedMapping mapping = list("/data/stations", "/id", "", "/bikes");
        assertThatThrownBy(() -> rows(mapping, "{'data':{'docks':[],'ttl':5}}")).isInstanceOf(FeedException.class)
                .hasMessageContaining("/data/stations").hasMessageContaining("at /data there is docks, ttl");
        assertThatThrownBy(() -> rows(mapping, "{'data':{'stations':{'a':1}}}")).hasMessageContaining("no list of records at /data/stations");
        assertThatThrownBy(() -> rows(mapping, "{'data':{'stations':[{'id':1,'cycles':3}]}}")).hasMessageContaining("No record has /bikes; it holds id, cycles");
        assertThatThrownBy(() -> new FeedMapper(list("", "id", "", ""), NOW, "")).hasMessageContaining("id is no JSON pointer");
    }

    @Test
    void noRecordsAreNoChange() throws FeedException {
        assertThat(rows(list("/d", "/i", "/t", "/v"), "{'d':[]}").rows()).isEmpty();
    }
}
