package org.kvarter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A survey of a plot, 20 × 20 m by 2 m at height 9, in a slope of a city that rises a metre every ten, 200 × 100 m by 10 m. */
class TerrainsTest {

    private static final Terrain CITY = terrain(0, 0, 10, 21, 11, (e, n) -> e / 10);
    private static final Terrain PLOT = terrain(51, 31, 2, 11, 11, (e, n) -> 9);

    private interface Heights {
        double at(double east, double north);
    }

    private static Terrain terrain(double west, double south, double cell, int columns, int rows, Heights heights) {
        float[] all = new float[columns * rows];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) heights.at(west + i % columns * cell, south + i / columns * cell);
        }
        return new Terrain(west, south, cell, columns, rows, all);
    }

    private static District district(Terrain... bottomFirst) {
        District district = new District("", new LocalFrame("EPSG:3011", 0, 0, 0), List.of());
        for (int i = 0; i < bottomFirst.length; i++) {
            district = district.with(new TerrainLayer("t" + i, "t" + i, new SourceRef("t.tif", "GeoTIFF", "EPSG:3011", "", ""), bottomFirst[i], List.of()));
        }
        return district;
    }

    @ParameterizedTest
    @CsvSource({"61, 41, 9", "51, 31, 9", "71, 51, 9", "57.3, 44.1, 9", "20, 80, 2", "150, 5, 15", "47, 41, 4.7", "75, 41, 7.5", "0, 0, 0", "200, 100, 20"})
    void theUpperOneCountsWhereItIsAndTheLowerOneAround(double east, double north, double height) {
        assertThat(district(CITY, PLOT).terrain().orElseThrow().heightAt(east, north)).isCloseTo(height, within(0.11));
    }

    @Test
    void theCityOnTopHidesThePlot() {
        assertThat(district(PLOT, CITY).terrain().orElseThrow().heightAt(61, 41)).isCloseTo(6.1, within(0.01));
    }

    @Test
    void holesOfTheUpperOneShowTheLowerOne() {
        Terrain torn = terrain(51, 31, 2, 11, 11, (e, n) -> e > 60 ? Double.NaN : 9);
        Terrain both = district(CITY, torn).terrain().orElseThrow();

        assertThat(both.heightAt(55, 41)).isEqualTo(9);
        assertThat(both.heightAt(67, 41)).isCloseTo(6.7, within(0.01));
    }

    @Test
    void beyondBothThereIsNothing() {
        assertThat(district(CITY, PLOT).terrain().orElseThrow().heightAt(-20, 50)).isNaN();
        assertThat(district(PLOT, terrain(300, 31, 2, 11, 11, (e, n) -> 4)).terrain().orElseThrow().heightAt(200, 41)).isNaN();
    }

    @Test
    void itIsMadeOnce() {
        assertThat(district(CITY, PLOT).terrain().orElseThrow()).isSameAs(district(CITY, PLOT).terrain().orElseThrow());
        assertThat(district(CITY).terrain().orElseThrow()).isSameAs(CITY);
    }

    /** Half a metre over ten kilometres would be 400 million posts. */
    @Test
    void theCellGrowsWhereThereWouldBeTooManyPosts() {
        Terrain wide = terrain(0, 0, 100, 101, 101, (e, n) -> 1);
        Terrain fine = terrain(5000, 5000, 0.5, 11, 11, (e, n) -> 2);
        Terrain both = district(wide, fine).terrain().orElseThrow();

        assertThat(both.columns() * both.rows()).isLessThan(Terrains.MOST_POSTS + 10_000);
        assertThat(both.heightAt(5002.5, 5002.5)).isGreaterThan(1.2);
    }
}
