package org.kvarter.mesh.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Terrain;

class TerrainRaysTest {

    @Test
    void aSlopeIsMetWhereItsPlaneIs() {
        // up = east / 2
        float[] heights = new float[30 * 20];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = i % 30 * 10 / 2f;
        }
        Terrain slope = new Terrain(0, 0, 10, 30, 20, heights);
        assertThat(TerrainRays.nearest(slope, new double[] {100, 95, 200}, new double[] {0, 0, -3}, 1000).getAsDouble())
                .isCloseTo(150, within(1e-6));
        // From (−100, 50, 40) level to the east: meets up = 40 at east 80.
        assertThat(TerrainRays.nearest(slope, new double[] {-100, 50, 40}, new double[] {1, 0, 0}, 1000).getAsDouble())
                .isCloseTo(180, within(1e-6));
        assertThat(TerrainRays.nearest(slope, new double[] {-100, 50, 40}, new double[] {1, 0, 0}, 179)).isEmpty();
        assertThat(TerrainRays.nearest(slope, new double[] {-100, 50, 40}, new double[] {0, 1, 0}, 1000)).isEmpty();
        assertThat(TerrainRays.nearest(slope, new double[] {100, 95, 200}, new double[] {0, 0, 1}, 1000)).isEmpty();
    }

    @Test
    void groundWithoutDataIsOpen() {
        float[] heights = new float[16];
        heights[5] = Float.NaN;
        Terrain flat = new Terrain(0, 0, 1, 4, 4, heights);
        assertThat(TerrainRays.nearest(flat, new double[] {0.5, 0.5, 5}, new double[] {0, 0, -1}, 10)).isEmpty();
        assertThat(TerrainRays.nearest(flat, new double[] {2.5, 2.5, 5}, new double[] {0, 0, -1}, 10)).hasValue(5);
    }

    @Property(tries = 80)
    void theWalkFindsWhatSmallStepsFind(@ForAll long seed) {
        Random random = new Random(seed);
        float[] heights = new float[12 * 12];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = random.nextFloat() * 8;
        }
        Terrain hills = new Terrain(-30, 15, 5, 12, 12, heights);
        double[] from = {-30 + random.nextDouble() * 55, 15 + random.nextDouble() * 55, 20};
        double[] way = {random.nextGaussian(), random.nextGaussian(), -Math.abs(random.nextGaussian()) * 0.5 - 0.05};
        double length = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
        double stepped = Double.NaN;
        for (double t = 0; t < 300 && Double.isNaN(stepped); t += 0.01) {
            double over = from[2] + t * way[2] / length
                    - hills.heightAt(from[0] + t * way[0] / length, from[1] + t * way[1] / length);
            if (over <= 0) {
                stepped = t;
            }
        }
        OptionalDouble hit = TerrainRays.nearest(hills, from, way, 300);
        if (Double.isNaN(stepped)) {
            assertThat(hit).isEmpty();
        } else {
            // A step may jump over a grazing touch, never the other way round.
            assertThat(hit.getAsDouble()).isLessThanOrEqualTo(stepped + 1e-6);
            double t = hit.getAsDouble();
            assertThat(from[2] + t * way[2] / length).isCloseTo(hills.heightAt(
                    Math.min(24.999999, from[0] + t * way[0] / length), Math.min(69.999999, from[1] + t * way[1] / length)), within(1e-3));
        }
    }
}
