package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Terrain;

class ResamplerTest {

    private static final CoordinateSystems SYSTEMS = new CoordinateSystems();
    private static final LocalFrame FRAME = new LocalFrame("EPSG:3011", 153_000, 6_578_000, 10);

    @Test
    void squareCellsOfTheSameSystemAreCopiedSouthUp() throws CrsException {
        float[] northUp = {1, 2, 3, 4, Float.NaN, 6};
        Terrain terrain = TerrainResampler.resample(new double[] {2, 0, 0, -2, 153_100, 6_578_050}, 3, 2, northUp,
                SYSTEMS.toFrame("EPSG:3011", FRAME));

        assertThat(terrain.west()).isEqualTo(101);
        assertThat(terrain.south()).isEqualTo(47);
        assertThat(terrain.cell()).isEqualTo(2);
        assertThat(terrain.heights()).containsExactly(-6, Float.NaN, -4, -9, -8, -7);
    }

    /** A plane stays the same plane whatever the grid: bilinear interpolation is exact on it. */
    @ParameterizedTest
    @ValueSource(strings = {"oblong", "turned", "south up", "feet"})
    void aPlaneStaysAPlane(String grid) throws CrsException {
        double[] affine = switch (grid) {
            case "oblong" -> new double[] {2, 0, 0, -3, 153_000, 6_578_300};
            case "turned" -> new double[] {1.6, 1.2, 1.2, -1.6, 153_000, 6_578_300};
            default -> new double[] {2, 0, 0, 2, 153_000, 6_578_000};
        };
        int width = 90;
        int height = 70;
        double unit = grid.equals("feet") ? 1200.0 / 3937 : 1;
        float[] heights = new float[width * height];
        for (int i = 0; i < heights.length; i++) {
            double x = i % width + 0.5;
            double y = i / width + 0.5;
            double east = affine[0] * x + affine[2] * y + affine[4];
            double north = affine[1] * x + affine[3] * y + affine[5];
            heights[i] = (float) (plane(east - 153_000, north - 6_578_000) / unit);
        }
        Terrain terrain = TerrainResampler.resample(affine, width, height, heights,
                SYSTEMS.toFrame(grid.equals("feet") ? "EPSG:3011+6360" : "EPSG:3011", FRAME));

        int known = 0;
        for (int r = 0; r < terrain.rows(); r++) {
            for (int c = 0; c < terrain.columns(); c++) {
                float post = terrain.post(c, r);
                if (!Float.isNaN(post)) {
                    known++;
                    assertThat((double) post).isCloseTo(plane(terrain.west() + c * terrain.cell(), terrain.south() + r * terrain.cell())
                            - 10, within(2e-3));
                }
            }
        }
        double area = Math.abs(affine[0] * affine[3] - affine[1] * affine[2]) * width * height;
        assertThat(known * terrain.cell() * terrain.cell()).isCloseTo(area, within(area * 0.06));
    }

    /** From degrees into metres: a hill keeps its height and its place, within a fraction of a cell of about 25 m. */
    @Test
    void aHillInDegreesStandsInItsPlace() throws CrsException {
        CoordinateTransform transform = SYSTEMS.toFrame("EPSG:4326", FRAME);
        double[] top = {500, 400, 0};
        transform.toSource(top, 0, 1);
        int size = 101;
        double[] affine = {0.0004, 0, 0, -0.0002, top[0] - 0.0004 * 50.5, top[1] + 0.0002 * 50.5};
        float[] heights = new float[size * size];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) (100 - Math.hypot(i % size - 50, i / size - 50));
        }
        Terrain terrain = TerrainResampler.resample(affine, size, size, heights, transform);

        assertThat(terrain.heightAt(500, 400)).isCloseTo(90, within(1.0));
        assertThat(terrain.cell()).isBetween(21.0, 24.0);
        int best = 0;
        for (int i = 0; i < terrain.heights().length; i++) {
            if (terrain.heights()[i] > terrain.heights()[best]) {
                best = i;
            }
        }
        assertThat(terrain.west() + best % terrain.columns() * terrain.cell()).isCloseTo(500, within(terrain.cell()));
        assertThat(terrain.south() + best / terrain.columns() * terrain.cell()).isCloseTo(400, within(terrain.cell()));
    }

    @Test
    void oneMissingHeightTakesOnlyItsNeighbours() throws CrsException {
        float[] heights = new float[400];
        heights[10 * 20 + 10] = Float.NaN;
        Terrain terrain = TerrainResampler.resample(new double[] {1, 0, 0, -1.5, 153_000, 6_578_000}, 20, 20, heights,
                SYSTEMS.toFrame("EPSG:3011", FRAME));

        int missing = 0;
        for (float h : terrain.heights()) {
            missing += Float.isNaN(h) ? 1 : 0;
        }
        assertThat(missing).isBetween(1, 4);
    }

    @Test
    void refusesWhatHasNoPlace() throws CrsException {
        CoordinateTransform transform = SYSTEMS.toFrame("EPSG:4326", FRAME);
        assertThatThrownBy(() -> TerrainResampler.resample(new double[] {1, 0, 0, -1, 153_000, 6_578_000}, 2, 2, new float[4], transform))
                .isInstanceOf(CrsException.class);
        assertThatThrownBy(() -> TerrainResampler.resample(new double[] {0, 0, 0, 0, 18, 59}, 2, 2, new float[4], transform))
                .isInstanceOf(CrsException.class);
        assertThatThrownBy(() -> TerrainResampler.resample(new double[] {1, 0, 0, -1, 18, 59}, 1, 4, new float[4], transform))
                .isInstanceOf(CrsException.class);
    }

    /** A picture of Korea in a district of Stockholm. */
    @Test
    void refusesWhatLiesOnTheOtherSideOfTheEarth() throws CrsException {
        CoordinateTransform transform = SYSTEMS.toFrame("EPSG:3857", FRAME);
        double[] korea = {0.6, 0, 0, -0.6, 14_321_853, 4_533_021};
        assertThatThrownBy(() -> ImageResampler.resample(korea, 1000, 1000, new int[1_000_000], transform))
                .isInstanceOf(CrsException.class).hasMessageContaining("kilometres from the district");
    }

    @Test
    void aPictureOfTheSameSystemIsKept() throws CrsException {
        int[] argb = {0xFF112233, 0, 0xFF445566, 0xFF778899};
        ImageResampler.Placed placed = ImageResampler.resample(new double[] {0.5, 0, 0, -0.5, 153_010, 6_578_020}, 2, 2, argb,
                SYSTEMS.toFrame("EPSG:3011", FRAME));

        assertThat(placed.west()).isEqualTo(10);
        assertThat(placed.north()).isEqualTo(20);
        assertThat(placed.cell()).isEqualTo(0.5);
        assertThat(placed.argb()).isSameAs(argb);
    }

    /** A picture red in the west and blue in the east, transparent beyond, seen through another system. */
    @Test
    void aPictureInDegreesIsWarpedWithoutColouredSeams() throws CrsException {
        CoordinateTransform transform = SYSTEMS.toFrame("EPSG:4326", FRAME);
        double[] west = {0, 0, 0};
        transform.toSource(west, 0, 1);
        int width = 60;
        int height = 40;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i / width < 10 ? 0 : i % width < 30 ? 0xFFFF0000 : 0xFF0000FF;
        }
        ImageResampler.Placed placed = ImageResampler.resample(new double[] {2e-5, 0, 0, -1e-5, west[0], west[1]}, width, height, argb,
                transform);

        assertThat(placed.width() * placed.cell()).isCloseTo(width * 2e-5 * 56_900, within(3.0));
        assertThat(Arrays.stream(placed.argb()).filter(c -> c >>> 24 == 255).map(c -> c & 0x00FF00)).containsOnly(0);
        int row = placed.height() * 3 / 4 * placed.width();
        assertThat(placed.argb()[row + placed.width() / 4]).isEqualTo(0xFFFF0000);
        assertThat(placed.argb()[row + placed.width() * 3 / 4]).isEqualTo(0xFF0000FF);
        assertThat(placed.argb()[placed.width() / 2]).isZero();
    }

    private static double plane(double east, double north) {
        return 20 + 0.1 * east - 0.05 * north;
    }
}
