package org.kvarter.mesh.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Bounds;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Terrain;
import org.kvarter.task.Progress;

class ShadowMaskTest {

    private static final Bounds AREA = new Bounds(-20, -20, 0, 80, 80, 0);
    private static final double HALF = Math.sqrt(0.5);
    private static final double[] SUN_WEST_45 = {-HALF, 0, HALF};

    @Test
    void aBoxThrowsAsFarAsItIsHigh() {
        ShadowMask mask = cast(new Solids().box(0, 0, 0, 10, 10, 20).mesh(), SUN_WEST_45, Optional.empty());
        // Footprint 10 × 10 swept 20 m to the east.
        assertThat(area(mask)).isCloseTo(300, within(0.5));
        assertThat(mask.at(29.8, 5)).isEqualTo(255);
        assertThat(mask.at(30.2, 5)).isZero();
        assertThat(mask.at(5, 10.2)).isZero();
        assertThat(mask.at(-0.3, 5)).isZero();
        assertThat(mask.at(500, 5)).isZero();
    }

    @Test
    void obliqueShadowsHaveTheSweptArea() {
        double[] sun = {-0.5, -0.5, HALF};
        ShadowMask mask = cast(new Solids().box(0, 0, 0, 10, 10, 20).mesh(), sun, Optional.empty());
        // Displaced by 14.14 both ways: 100 + 10 × 14.14 + 10 × 14.14.
        assertThat(area(mask)).isCloseTo(100 + 2 * 10 * 20 * HALF, within(1.0));
    }

    @Test
    void shadowsThatOverlapCountOnceAndLeaveNoSeams() {
        ShadowMask mask = cast(new Solids().box(0, 0, 0, 10, 10, 20).box(10, 0, 0, 20, 10, 20).mesh(), SUN_WEST_45, Optional.empty());
        assertThat(area(mask)).isCloseTo(400, within(0.7));
        for (double e = 0.5; e < 39.5; e += 0.25) {
            assertThat(mask.at(e, 5.03)).as("at %s", e).isGreaterThanOrEqualTo(254);
        }
    }

    @Test
    void anOpenSurfaceThrowsAsWell() {
        LayerMesh screen = new Solids().feature().polygon(SurfaceKind.WALL, new double[] {0, 0, 0, 0, 10, 0, 0, 10, 8, 0, 0, 8}).mesh();
        assertThat(area(cast(screen, SUN_WEST_45, Optional.empty()))).isCloseTo(80, within(0.5));
    }

    @Test
    void risingGroundShortensTheShadow() {
        // Ground rises 1 in 2 to the east; a box edge 20 m over (10, ·) falls until 20 − t = (10 + t) / 2 → t = 10.
        float[] heights = new float[40 * 40];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) ((i % 40 * 5 - 50) / 2.0);
        }
        Terrain slope = new Terrain(-50, -50, 5, 40, 40, heights);
        ShadowMask mask = cast(new Solids().box(0, 0, 0, 10, 10, 20).mesh(), SUN_WEST_45, Optional.of(slope));
        assertThat(mask.at(19.8, 5)).isEqualTo(255);
        assertThat(mask.at(20.3, 5)).isZero();
    }

    @Test
    void waterAndNightThrowNone() {
        LayerMesh lake = new Solids().feature().polygon(SurfaceKind.WATER, new double[] {0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 1}).mesh();
        assertThat(area(cast(lake, SUN_WEST_45, Optional.empty()))).isZero();
        assertThat(area(cast(new Solids().box(0, 0, 0, 9, 9, 9).mesh(), new double[] {-0.9, 0, -0.1}, Optional.empty()))).isZero();
    }

    @Test
    void aSunOnTheHorizonThrowsABoundedShadow() {
        ShadowMask mask = cast(new Solids().box(0, 0, 0, 1, 1, 2).mesh(), new double[] {-1, 0, 1e-6}, Optional.empty());
        // 2 m / tan 4° = 28.6 m
        assertThat(area(mask)).isCloseTo(1 + 28.6, within(0.3));
    }

    @Test
    void largeMasksAreTheSameBandByBand() {
        LayerMesh box = new Solids().box(0, 0, 0, 10, 10, 20).mesh();
        ShadowMask fine = ShadowMask.cast(List.of(new ShadowMask.Caster("test", box.tiles())), AREA, 4096, SUN_WEST_45, Optional.empty(),
                RayIndex.Filter.ALL, Progress.NONE);
        assertThat(fine.coverage()).hasSize(4096 * 4096);
        assertThat(area(fine)).isCloseTo(300, within(0.1));
    }

    private static ShadowMask cast(LayerMesh mesh, double[] sun, Optional<Terrain> terrain) {
        return ShadowMask.cast(List.of(new ShadowMask.Caster("test", mesh.tiles())), AREA, 1000, sun, terrain, RayIndex.Filter.ALL,
                Progress.NONE);
    }

    private static double area(ShadowMask mask) {
        double sum = 0;
        for (byte b : mask.coverage()) {
            sum += (b & 255) / 255.0;
        }
        return sum * mask.metresPerPixel() * mask.metresPerPixel();
    }
}
