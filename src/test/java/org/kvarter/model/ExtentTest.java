package org.kvarter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtentTest {

    /** A box of 100 m at {@code km} to the east. */
    private static Bounds at(double km) {
        return new Bounds(1_000 * km, 0, 0, 1_000 * km + 100, 100, 10);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"0, 0 9000, 0, 0", "0, 9000 0, 0, 0", "0, 0 15 30, 0, 30", "0, 30 15 0, 0, 30", "0, 0 15 9000, 0, 15",
        "9000, 0 15 9000, 9000, 9000", "0, 9000, 9000, 9000"})
    void whatLiesTogetherIsTheDistrict(double aboutKm, String boxesKm, double fromKm, double toKm) {
        List<Bounds> boxes = Arrays.stream(boxesKm.split(" ")).map(km -> at(Double.parseDouble(km))).toList();
        assertThat(Extent.about(1_000 * aboutKm, 0, boxes)).isEqualTo(at(fromKm).union(at(toKm)));
    }

    @Test
    void emptyBoxesCountForNothing() {
        assertThat(Extent.about(0, 0, List.of(Bounds.EMPTY, at(3), Bounds.EMPTY))).isEqualTo(at(3));
        assertThat(Extent.about(0, 0, List.of(Bounds.EMPTY)).isEmpty()).isTrue();
        assertThat(Extent.about(0, 0, List.of()).isEmpty()).isTrue();
    }

    @Test
    void terrainOfAnotherCountryIsNotTheDistrictsGround() {
        District district = new District("", null, List.of(terrain("near", 0), terrain("far", 9e6)));
        assertThat(district.terrain()).contains(((TerrainLayer) district.layers().get(0)).terrain());
        assertThat(district.extent().maxEast()).isLessThan(1_000);
    }

    private static TerrainLayer terrain(String id, double west) {
        return new TerrainLayer(id, id, new SourceRef("t", "", "t", "", ""), new Terrain(west, 0, 10, 3, 3, new float[9]), List.of());
    }
}
