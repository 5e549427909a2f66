package org.kvarter.mesh.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.Terrain;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

class LightBakerTest {

    private static final double HALF = Math.sqrt(0.5);
    private static final double[] SUN_SOUTH_45 = {0, -HALF, HALF};

    @Test
    void aBoxAloneIsLitByItsNormals() {
        TileMesh box = new Solids().box(0, 0, 0, 10, 10, 20).mesh().tiles().get(0);
        PartLight light = LightBaker.direct(box, SUN_SOUTH_45);
        PartLight traced = new PartLight(baker(box, Optional.empty()).sunShare(box, SUN_SOUTH_45, Progress.NONE), light.sky());
        for (PartLight l : List.of(light, traced)) {
            assertThat((double) l.sun()[part(box, 0, 0, 1)]).isCloseTo(HALF, within(1e-5));
            assertThat((double) l.sun()[part(box, 0, -1, 0)]).isCloseTo(HALF, within(1e-5));
            assertThat(l.sun()[part(box, 0, 1, 0)]).isZero();
            assertThat(l.sun()[part(box, 1, 0, 0)]).isZero();
        }
        assertThat(light.sky()[part(box, 0, 0, 1)]).isEqualTo(1);
        // Wall's middle is 10 m up: ½ × (1 − ¼ × (1 − 10/25)).
        assertThat((double) light.sky()[part(box, 1, 0, 0)]).isCloseTo(0.425, within(1e-5));
    }

    @Test
    void theOtherSideOfTheStreetShadesTheLowerHalf() {
        // 20 m high on both sides of a 10 m street; the sun at 45° passes over and lights the upper 10 m of the far wall.
        LayerMesh street = new Solids().box(0, 0, 0, 60, 10, 20).box(0, 20, 0, 60, 30, 20).mesh();
        TileMesh tile = street.tiles().get(0);
        float[] sun = baker(tile, Optional.empty()).sunShare(tile, SUN_SOUTH_45, Progress.NONE);
        int far = wall(tile, 1, 0, -1);
        assertThat((double) sun[far]).isCloseTo(HALF / 2, within(0.09));
        assertThat((double) sun[wall(tile, 0, 0, -1)]).isCloseTo(HALF, within(1e-5));
    }

    @Test
    void aDeepCourtyardHasNoSunAndLittleSky() {
        Solids block = new Solids().feature();
        double[] outer = {0, 0, 40, 0, 40, 40, 0, 40};
        double[] shaft = {18, 18, 18, 22, 22, 22, 22, 18};
        block.walls(outer, 0, 30).walls(shaft, 0, 30);
        block.polygon(org.kvarter.model.SurfaceKind.ROOF, new double[] {0, 0, 30, 40, 0, 30, 40, 40, 30, 0, 40, 30},
                new double[] {18, 18, 30, 18, 22, 30, 22, 22, 30, 22, 18, 30});
        TileMesh tile = block.mesh().tiles().get(0);
        LightBaker baker = baker(tile, Optional.empty());
        int inner = -1;
        int roof = part(tile, 0, 0, 1);
        for (int p = 0; p < tile.parts().size(); p++) {
            if (tile.parts().normals()[3 * p + 1] < -0.9 && tile.parts().centroids()[3 * p + 1] > 5) {
                inner = p;
            }
        }
        float[] sun = baker.sunShare(tile, SUN_SOUTH_45, Progress.NONE);
        float[] sky = baker.skyView(tile, 16, Progress.NONE);
        assertThat(sun[inner]).isLessThan(0.2f);
        assertThat(sky[inner]).isLessThan(0.35f);
        assertThat((double) sky[roof]).isCloseTo(1, within(1e-6));
        assertThat(sky[wall(tile, 0, 0, -1)]).isGreaterThan(0.45f);
    }

    @Test
    void aHillShades() {
        float[] heights = new float[20 * 20];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = i / 20 < 5 ? 200 : 0;
        }
        Terrain ridge = new Terrain(-100, -150, 10, 20, 20, heights);
        TileMesh box = new Solids().box(0, 0, 0, 10, 10, 5).mesh().tiles().get(0);
        assertThat(baker(box, Optional.of(ridge)).sunShare(box, SUN_SOUTH_45, Progress.NONE)).containsOnly(0);
        assertThat(baker(box, Optional.of(ridge)).sunShare(box, new double[] {0, HALF, HALF}, Progress.NONE)[part(box, 0, 0, 1)])
                .isPositive();
    }

    @Test
    void atNightThereIsNoSun() {
        TileMesh box = new Solids().box(0, 0, 0, 10, 10, 5).mesh().tiles().get(0);
        assertThat(LightBaker.directSun(box, new double[] {0, -0.9, -0.4})).containsOnly(0);
    }

    @Test
    void aBakeKeepsTheSkyWhereOnlyTheSunMovedAndStopsWhenCancelled() {
        LayerMesh mesh = new Solids().box(0, 0, 0, 10, 10, 5).mesh();
        TileMesh box = mesh.tiles().get(0);
        PartLight before = LightBaker.direct(box, SUN_SOUTH_45);
        List<PartLight> got = new ArrayList<>();
        List<Runnable> jobs = new ArrayList<>();
        List<LightBake.Item> items = List.of(new LightBake.Item("a", box, before), new LightBake.Item("b", box, before));
        LightBake bake = LightBake.start(items, baker(box, Optional.empty()), SUN_SOUTH_45, 0, jobs::add, (item, light) -> got.add(light));
        jobs.get(0).run();
        assertThat(got).hasSize(1);
        assertThat(got.get(0).sky()).isSameAs(before.sky());
        bake.cancel();
        jobs.get(1).run();
        assertThat(got).hasSize(1);
    }

    @Test
    void rayStagesObeyCancelling() {
        TileMesh box = new Solids().box(0, 0, 0, 10, 10, 5).mesh().tiles().get(0);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> baker(box, Optional.empty()).skyView(box, 4, cancelled)).isInstanceOf(WorkCancelledException.class);
    }

    private static LightBaker baker(TileMesh tile, Optional<Terrain> terrain) {
        RayIndex index = new RayIndex();
        index.add("test", tile);
        return new LightBaker(index, RayIndex.Filter.ALL, terrain);
    }

    private static int part(TileMesh tile, double e, double n, double u) {
        for (int p = 0; p < tile.parts().size(); p++) {
            float[] v = tile.parts().normals();
            if (v[3 * p] * e + v[3 * p + 1] * n + v[3 * p + 2] * u > 0.99) {
                return p;
            }
        }
        throw new AssertionError("no such part");
    }

    private static int wall(TileMesh tile, int feature, double e, double n) {
        for (int p = 0; p < tile.parts().size(); p++) {
            float[] v = tile.parts().normals();
            if (tile.parts().feature()[p] == feature && v[3 * p] * e + v[3 * p + 1] * n > 0.99) {
                return p;
            }
        }
        throw new AssertionError("no such wall");
    }
}
