package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Stance;
import org.kvarter.model.Terrain;

/** A model of 20 m × 10 m whose foot is at 7 m, on ground of 10 m with posts every 5 m. */
class GroundShaperTest {

    private static final Footprint MODEL = Footprint.of(new Solids().box(0, 0, 7, 20, 10, 19).mesh().tiles());

    private static Terrain flat() {
        float[] heights = new float[41 * 41];
        Arrays.fill(heights, 10);
        return new Terrain(-100, -100, 5, 41, 41, heights);
    }

    private static FeatureTable features(int n) {
        String[] ids = new String[n];
        Arrays.setAll(ids, i -> "b" + i);
        return FeatureTable.flat(ids, "Building", AttributeTable.empty(n));
    }

    @Test
    void coversWhatLiesUnderItsTriangles() {
        assertThat(MODEL.covered().cardinality() * MODEL.cell() * MODEL.cell()).isCloseTo(200, within(10.0));
        assertThat(MODEL.covers(10, 5)).isTrue();
        assertThat(MODEL.covers(21, 5)).isFalse();
        assertThat(MODEL.covers(-1e9, 5)).isFalse();
        assertThat(MODEL.foot()).isEqualTo(7);
        assertThat(Footprint.of(List.of()).covers(0, 0)).isFalse();
    }

    /** Shares of a house of 10 m × 10 m at an east of its west wall: the model hides from three tenths on. */
    @ParameterizedTest
    @CsvSource({"5, true", "15, true", "16.5, true", "18, false", "25, false", "-12, false", "-6, true"})
    void findsHousesThatLieLargelyUnderIt(double west, boolean covered) {
        LayerMesh houses = new Solids().box(west, 0, 0, west + 10, 10, 9).box(60, 60, 0, 70, 70, 9).mesh();

        assertThat(CoveredFeatures.under(MODEL, features(2), houses.tiles()).get(0)).isEqualTo(covered);
        assertThat(CoveredFeatures.under(MODEL, features(2), houses.tiles()).get(1)).isFalse();
    }

    @Test
    void hidesPartsWithTheirWhole() {
        LayerMesh parts = new Solids().box(0, 0, 0, 10, 10, 9).box(10, 0, 0, 14, 10, 20).mesh();
        FeatureTable table = new FeatureTable(new String[] {"whole", "part"}, new String[] {"Building", "BuildingPart"}, new int[] {-1, 0}, AttributeTable.empty(2));

        assertThat(CoveredFeatures.under(MODEL, table, parts.tiles()).cardinality()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"KEPT, 10, 5, 10", "LEVELLED, 10, 5, 6.95", "LEVELLED, 21, 5, 6.95", "LEVELLED, 60, 5, 10", "DUG, 10, 5, 6.95", "DUG, 23, 5, 10", "DUG, 10, -3, 10"})
    void takesTheGroundToTheFoot(Stance.Ground ground, double east, double north, double height) {
        Terrain shaped = GroundShaper.shaped(flat(), List.of(new GroundShaper.Shape(MODEL, ground)));

        assertThat(shaped.heightAt(east, north)).isCloseTo(height, within(0.01));
    }

    @Test
    void slopesAndLeavesTheOtherTerrainAlone() {
        Terrain before = flat();
        Terrain shaped = GroundShaper.shaped(before, List.of(new GroundShaper.Shape(MODEL, Stance.Ground.LEVELLED)));

        double last = 6.95;
        for (double east = 21; east < 40; east += 0.5) {
            double here = shaped.heightAt(east, 5);
            assertThat(here).isBetween(last - 1e-3, 10.0);
            assertThat(here - last).as("no step at %s", east).isLessThan(0.6);
            last = here;
        }
        assertThat(before.heights()).containsOnly(10);
        assertThat(shaped.cell()).isEqualTo(1);
        assertThat(GroundShaper.shaped(before, List.of())).isSameAs(before);
    }

    @Test
    void fillsUnderAModelAboveTheGroundButDigsOnlyDown() {
        Footprint high = Footprint.of(new Solids().box(0, 0, 13, 20, 10, 19).mesh().tiles());

        assertThat(GroundShaper.shaped(flat(), List.of(new GroundShaper.Shape(high, Stance.Ground.LEVELLED))).heightAt(10, 5)).isCloseTo(12.95, within(0.01));
        assertThat(GroundShaper.shaped(flat(), List.of(new GroundShaper.Shape(high, Stance.Ground.DUG))).heightAt(10, 5)).isEqualTo(10);
    }
}
