package org.kvarter.mesh.pick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Terrain;

class TerrainCeilingTest {

    @Test
    void noRayThatMeetsLandIsSaidNotTo() {
        SplittableRandom random = new SplittableRandom(7);
        float[] heights = new float[90 * 70];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) (40 * Math.sin(i % 90 / 9.0) * Math.cos(i / 90 / 7.0) + random.nextDouble() * 3);
        }
        Terrain hills = new Terrain(-200, -100, 5, 90, 70, heights);
        TerrainCeiling ceiling = TerrainCeiling.of(hills);
        int met = 0;
        int spared = 0;
        for (int i = 0; i < 20_000; i++) {
            double e = -200 + random.nextDouble() * 445;
            double n = -100 + random.nextDouble() * 345;
            double up = hills.heightAt(e, n) + 0.3 + random.nextDouble() * 60;
            double azimuth = random.nextDouble() * 2 * Math.PI;
            double elevation = Math.toRadians(1 + random.nextDouble() * 60);
            double[] d = {Math.sin(azimuth) * Math.cos(elevation), Math.cos(azimuth) * Math.cos(elevation), Math.sin(elevation)};
            boolean meets = TerrainRays.nearest(hills, new double[] {e, n, up}, d, 600).isPresent();
            boolean may = ceiling.mayMeet(e, n, up, d, 600);
            assertThat(may || !meets).as("ray %d", i).isTrue();
            met += meets ? 1 : 0;
            spared += may ? 0 : 1;
        }
        assertThat(met).isGreaterThan(500);
        assertThat(spared).isGreaterThan(3_000);
    }
}
