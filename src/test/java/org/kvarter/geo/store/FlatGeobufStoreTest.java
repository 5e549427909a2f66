package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class FlatGeobufStoreTest {

    private static final Path COUNTRIES = Path.of("../shared/realdata/gis-vector/countries.fgb");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"POINT(1 2)", "LINESTRING(0 0, 5 5, 9 0)", "POLYGON((0 0, 9 0, 9 9, 0 0),(2 1, 3 1, 3 2, 2 1))",
        "MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)),((20 0, 29 0, 29 9, 20 0)))"})
    void readsGeometriesThatStateTheirOwnType(String wkt) throws Exception {
        Path file = Files.write(folder.resolve("a.fgb"), new FgbFile(3011, 0).row(new WKTReader().read(wkt), "a", null, 3).bytes(false));
        try (Opened opened = Opened.of(file)) {
            SimpleFeature feature = opened.features().get(0);
            assertThat(((Geometry) feature.getDefaultGeometry()).toText()).isEqualTo(new WKTReader().read(wkt).toText());
            assertThat(feature.getAttribute("height")).isNull();
            assertThat(((VectorStore) opened.store()).crs("a")).contains("EPSG:3011");
            assertThat(opened.sentences()).isEmpty();
        }
    }

    @Test
    void looksThroughAllWhereTheIndexIsDamaged() throws Exception {
        Geometry house = new WKTReader().read("POLYGON((0 0, 9 0, 9 9, 0 0))");
        byte[] bytes = new FgbFile(3011, 3).row(house, "a", 1.0, 1).row(house, "b", 1.0, 1).bytes(true);
        int index = 12 + (bytes[8] & 0xFF | (bytes[9] & 0xFF) << 8);
        bytes[index + 32] = 99;
        Path file = Files.write(folder.resolve("a.fgb"), bytes);
        try (Opened opened = Opened.of(file)) {
            assertThat(opened.features(new Query("a", ECQL.toFilter("BBOX(geometry, 1, 0, 2, 2)")))).hasSize(2);
            assertThat(opened.sentences()).singleElement().asString().contains("index");
        }
    }

    @Test
    void refusesAHeaderThatCannotBe() throws Exception {
        byte[] bytes = {'f', 'g', 'b', 3, 'f', 'g', 'b', 0, -1, -1, -1, 127};
        Path file = Files.write(folder.resolve("a.fgb"), bytes);
        try (Opened opened = Opened.of(file)) {
            assertThatThrownBy(() -> opened.store().getTypeNames()).isInstanceOf(VectorStoreException.class).hasMessageContaining("a.fgb");
        }
    }

    /** The index finds what looking at every box finds. */
    @ParameterizedTest
    @CsvSource({"10, 50, 20, 60", "-180, -90, 180, 90", "17.9, 59.2, 18.1, 59.4", "-150, -40, -120, -20"})
    void findsByTheIndexWhatALookAtAllFinds(double west, double south, double east, double north) throws Exception {
        assumeTrue(Files.exists(COUNTRIES), "real data is not here");
        try (Opened opened = Opened.of(COUNTRIES)) {
            Envelope box = new Envelope(west, east, south, north);
            List<SimpleFeature> all = opened.features();
            assertThat(all).hasSize(179);
            List<Object> expected = all.stream().filter(f -> ((Geometry) f.getDefaultGeometry()).getEnvelopeInternal().intersects(box))
                    .map(f -> f.getAttribute("id")).toList();
            assertThat(opened.features(new Query("countries", ECQL.toFilter("BBOX(geometry, " + west + "," + south + "," + east + "," + north + ")"))))
                    .extracting(f -> f.getAttribute("id")).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(opened.sentences()).isEmpty();
        }
    }
}
