package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonHeadTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"type\":\"FeatureCollection\",\"features\":[{\"ty | true",
        "{ \"name\": \"x\", \"crs\": {\"type\":\"name\"}, \"type\" : \"FeatureCollection\" } | true",
        "{\"features\":[{\"type\":\"Feature\" | true",
        "{\"type\":\"Polygon\",\"coordi | true",
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"prop | true",
        "{\"type\":\"CityJSON\",\"version\":\"2.0\" | false",
        "{\"type\":\"CityJSONFeature\" | false",
        "{\"type\":\"Topology\",\"objects\":{\"a\":{\"type\":\"Point\"}} | false",
        "{\"id\":\"x\",\"type\":\"AirQualityObserved\",\"location\":{\"type\":\"GeoProperty\",\"value\":{\"type\":\"Point\" | false",
        "{\"requests\":[{\"type\":\"Feature\" | false",
        "{\"geometryType\":\"esriGeometryPolygon\",\"features\":[{\"geometry\":{\"rings\":[]}}]} | false",
        "[{\"type\":\"Feature\"}] | false",
        "{} | false",
        "PK | false",
    })
    void looksAtTheOutermostObjectAlone(String head, boolean expected) {
        assertThat(GeoJsonHead.isGeoJson(head.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }
}
