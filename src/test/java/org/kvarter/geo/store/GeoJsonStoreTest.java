package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class GeoJsonStoreTest {

    private static final String FEATURE = "{\"type\":\"Feature\",\"properties\":{\"n\":%d},\"geometry\":%s}";
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[18,59]}";

    @TempDir
    Path folder;

    private Opened open(String text, Charset charset) throws IOException {
        return Opened.of(Files.writeString(folder.resolve("x.geojson"), text, charset));
    }

    private Opened open(String text) throws IOException {
        return open(text, StandardCharsets.UTF_8);
    }

    private static String feature(int n, String geometry) {
        return FEATURE.formatted(n, geometry);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"type\":\"Point\",\"coordinates\":[1,2]} | POINT(1 2)",
        "{\"coordinates\":[1,2,3,99],\"type\":\"Point\"} | POINT Z(1 2 3)",
        "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]} | MULTIPOINT((1 2),(3 4))",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6]]} | LINESTRING(1 2, 3 4, 5 6)",
        "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8],[9,9]]]} | MULTILINESTRING((1 2, 3 4),(5 6, 7 8, 9 9))",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]} "
                + "| POLYGON((0 0, 4 0, 4 4, 0 0),(1 1, 2 1, 2 2, 1 1))",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4]]]} | POLYGON((0 0, 4 0, 4 4, 0 0))",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4],[0,0]]],[],[[[9,9],[8,9],[8,8],[9,9]],[[8,8],[9,8],[9,9],[8,8]]]]} "
                + "| MULTIPOLYGON(((0 0, 4 0, 4 4, 0 0)),((9 9, 8 9, 8 8, 9 9),(8 8, 9 8, 9 9, 8 8)))",
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}]} | GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))",
    })
    void readsEveryGeometryBareAndInAFeature(String json, String wkt) throws Exception {
        Geometry expected = new WKTReader().read(wkt);
        for (String text : List.of(json, feature(1, json), collection(feature(1, json)))) {
            try (Opened opened = open(text)) {
                assertThat(opened.features()).singleElement().satisfies(f -> {
                    Geometry read = (Geometry) f.getDefaultGeometry();
                    assertThat(read.getGeometryType()).isEqualTo(expected.getGeometryType());
                    assertThat(read.equalsExact(expected)).as("%s", read).isTrue();
                    assertThat(read.getCoordinate().equals3D(expected.getCoordinate())).isTrue();
                });
                assertThat(opened.sentences()).allSatisfy(s -> assertThat(s).contains("a ring was not closed"))
                        .hasSize(json.contains("[4,4]]]}") ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"type\":\"Point\",\"coordinates\":[NaN,2]} | finite",
        "{\"type\":\"Point\",\"coordinates\":[1e999,2]} | finite",
        "{\"type\":\"Point\",\"coordinates\":[1]} | finite",
        "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]} | finite",
        "{\"type\":\"Point\",\"coordinates\":[1,null]} | finite",
        "{\"type\":\"Point\",\"coordinates\":[[1,2]]} | nests",
        "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4],[5,6]]} | nests",
        "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[[3,4]]]} | nests",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2]]} | two vertices",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[1,2]]]} | three corners",
        "{\"type\":\"Polygon\",\"coordinates\":7} | nests",
        "{\"type\":\"Blob\",\"coordinates\":[1,2]} | Blob",
        "{\"coordinates\":[1,2]} | type",
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,null]}]} | finite",
    })
    void keepsTheFeatureWhereItsGeometryIsBad(String json, String said) throws Exception {
        try (Opened opened = open(collection(feature(1, json), feature(2, POINT)))) {
            List<SimpleFeature> features = opened.features();
            assertThat(features).extracting(f -> f.getAttribute("n")).containsExactly(1L, 2L);
            assertThat(features).extracting(f -> f.getDefaultGeometry() == null).containsExactly(true, false);
            assertThat(opened.sentences()).singleElement().asString().contains("x.geojson").contains(said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"type\":\"Point\",\"coordinates\":[]}", "{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]}"})
    void takesEmptyGeometriesForNone(String json) throws Exception {
        try (Opened opened = open(collection(feature(1, json)))) {
            assertThat(opened.features()).singleElement().satisfies(f -> assertThat(f.getDefaultGeometry()).isNull());
            assertThat(opened.sentences()).isEmpty();
        }
    }

    @Test
    void readsManyTextsInOneFile() throws Exception {
        String lines = feature(1, POINT) + "\n" + feature(2, POINT) + "\n\n" + feature(3, POINT) + "\n";
        String sequence = "\u001e" + feature(1, POINT) + "\n\u001e" + feature(2, POINT) + "\n\u001e" + feature(3, POINT) + "\n";
        for (String text : List.of(lines, sequence)) {
            try (Opened opened = open(text)) {
                assertThat(opened.features()).extracting(f -> f.getAttribute("n")).containsExactly(1L, 2L, 3L);
            }
        }
    }

    @Test
    void flattensPropertiesAndFindsTheirTypes() throws Exception {
        String a = "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"i\":1,\"d\":1,\"b\":true,\"m\":1,\"o\":{\"x\":{\"y\":\"deep\"}},"
                + "\"l\":[1,{\"k\":2}],\"big\":123456789012345678901234567890,\"nil\":null},\"geometry\":null}";
        String b = "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"i\":-2,\"d\":2.5,\"b\":false,\"m\":\"text\",\"late\":1},\"geometry\":null}";
        try (Opened opened = open(collection(a, b))) {
            List<SimpleFeature> features = opened.features();
            assertThat(features).extracting(SimpleFeature::getID).containsExactly("x.a", "x.7");
            assertThat(features.get(0)).satisfies(f -> {
                assertThat(f.getAttribute("i")).isEqualTo(1L);
                assertThat(f.getAttribute("d")).isEqualTo(1.0);
                assertThat(f.getAttribute("b")).isEqualTo(true);
                assertThat(f.getAttribute("m")).isEqualTo("1");
                assertThat(f.getAttribute("o.x.y")).isEqualTo("deep");
                assertThat(f.getAttribute("l")).isEqualTo("[1,{\"k\":2}]");
                assertThat(f.getAttribute("big")).isEqualTo("123456789012345678901234567890");
                assertThat(f.getAttribute("late")).isNull();
            });
            assertThat(features.get(1).getAttribute("m")).isEqualTo("text");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "- | OGC:CRS84",
        "null | -",
        "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3011\"}} | EPSG:3011",
        "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:25833\"}} | EPSG:25833",
        "{\"type\":\"name\",\"properties\":{\"name\":\"http://www.opengis.net/def/crs/EPSG/0/28992\"}} | EPSG:28992",
        "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}} | OGC:CRS84",
        "{\"type\":\"name\",\"properties\":{\"name\":\"Rikets nät\"}} | Rikets nät",
    })
    void namesTheReferenceSystemBeforeAndBehindTheFeatures(String member, String expected) throws Exception {
        String crs = member == null ? "" : "\"crs\":" + member + ",";
        String before = "{\"type\":\"FeatureCollection\"," + crs + "\"features\":[" + feature(1, POINT) + "]}";
        String behind = "{\"features\":[" + feature(1, POINT) + "]," + crs + "\"type\":\"FeatureCollection\"}";
        for (String text : List.of(before, behind)) {
            try (Opened opened = open(text)) {
                assertThat(((VectorStore) opened.store()).crs("x").orElse(null)).isEqualTo(expected);
            }
        }
    }

    @Test
    void doesNotGuessWhereCoordinatesAreNoDegrees() throws Exception {
        try (Opened opened = open(feature(1, "{\"type\":\"Point\",\"coordinates\":[150000,6580000]}"))) {
            assertThat(((VectorStore) opened.store()).crs("x")).isEmpty();
            assertThat(opened.sentences()).singleElement().asString().contains("not degrees");
        }
    }

    @Test
    void keepsTheFeaturesBeforeABreak() throws Exception {
        String whole = collection(feature(1, POINT), feature(2, POINT), feature(3, POINT));
        try (Opened opened = open(whole.substring(0, whole.indexOf("\"n\":3")))) {
            assertThat(opened.features()).extracting(f -> f.getAttribute("n")).containsExactly(1L, 2L);
            assertThat(opened.sentences()).singleElement().asString().contains("first 2 objects").contains("ends too early");
        }
        try (Opened opened = open(whole.replace("\"n\":3", "\"n\":!"))) {
            assertThat(opened.features()).hasSize(2);
            assertThat(opened.sentences()).singleElement().asString().contains("not valid JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "7", "{}", "{\"type\":\"Topology\",\"objects\":{}}", "{\"type\":\"FeatureCollection\",\"features\":[",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":", "\u0000\u0001\u0002"})
    void refusesWhatIsNoGeoJson(String text) throws Exception {
        try (Opened opened = open(text)) {
            assertThatThrownBy(() -> opened.store().getTypeNames()).isInstanceOf(VectorStoreException.class)
                    .hasMessageContaining("x.geojson").hasMessageContaining("xport");
        }
    }

    @Test
    void survivesAHundredThousandArraysWithinEachOther() throws Exception {
        String deep = "[".repeat(100_000);
        try (Opened opened = open(collection(feature(1, POINT), "{\"type\":\"Feature\",\"properties\":{\"a\":" + deep))) {
            assertThat(opened.features()).hasSize(1);
            assertThat(opened.sentences()).singleElement().asString().contains("first 1 objects");
        }
        try (Opened opened = open(deep)) {
            assertThatThrownBy(() -> opened.store().getTypeNames()).isInstanceOf(VectorStoreException.class);
        }
    }

    @Test
    void readsOtherEncodingsThanUtf8() throws Exception {
        String text = "{\"type\":\"Feature\",\"properties\":{\"namn\":\"Ängsö\"},\"geometry\":null}";
        try (Opened latin = open(text, StandardCharsets.ISO_8859_1)) {
            assertThat(latin.features().get(0).getAttribute("namn")).isEqualTo("Ängsö");
            assertThat(latin.sentences()).singleElement().asString().contains("Latin-1");
        }
        for (String marked : List.of("\ufeff" + text, text)) {
            try (Opened utf = open(marked, marked.startsWith("\ufeff") ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE)) {
                assertThat(utf.features().get(0).getAttribute("namn")).isEqualTo("Ängsö");
                assertThat(utf.sentences()).isEmpty();
            }
        }
    }

    @Test
    void saysThatAPropertyStandsTwice() throws Exception {
        try (Opened opened = open("{\"type\":\"Feature\",\"properties\":{\"a\":1,\"a\":2},\"geometry\":null}")) {
            assertThat(opened.features().get(0).getAttribute("a")).isEqualTo(2L);
            assertThat(opened.sentences()).singleElement().asString().contains("“a”").contains("twice");
        }
    }

    @Test
    void takesEntriesThatAreNoFeaturesAsSuch() throws Exception {
        try (Opened opened = open(collection("17", "[1,2]", feature(1, POINT)))) {
            assertThat(opened.features()).hasSize(3);
            assertThat(opened.sentences()).hasSize(2).allSatisfy(s -> assertThat(s).contains("not a feature"));
        }
    }
}
