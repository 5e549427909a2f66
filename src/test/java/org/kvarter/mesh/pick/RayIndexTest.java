package org.kvarter.mesh.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.TileMesh;

class RayIndexTest {

    @Test
    void theFirstWallIsHitAndHiddenOnesAreSeenThrough() {
        LayerMesh boxes = new Solids().box(0, 0, 0, 10, 10, 10).box(20, 0, 0, 30, 10, 5).mesh();
        RayIndex index = index(boxes);
        double[] from = {-5, 5, 3};
        double[] east = {2, 0, 0};
        Hit hit = index.nearest(from, east, 1000, RayIndex.Filter.ALL).orElseThrow();
        assertThat(hit.feature()).isZero();
        assertThat(hit.east()).isCloseTo(0, within(1e-6));
        assertThat(hit.distance()).isCloseTo(5, within(1e-6));
        assertThat(hit.tile().parts().normals()[3 * (hit.part() - hit.tile().firstPart())]).isEqualTo(-1);

        Hit behind = index.nearest(from, east, 1000, (layer, tile, part) -> tile.parts().feature()[part] != 0).orElseThrow();
        assertThat(behind.feature()).isEqualTo(1);
        assertThat(behind.distance()).isCloseTo(25, within(1e-6));
        assertThat(index.nearest(from, east, 4.9, RayIndex.Filter.ALL)).isEmpty();
        assertThat(index.any(from, east, 5.1, RayIndex.Filter.ALL)).isTrue();
        assertThat(index.any(from, new double[] {-1, 0, 0}, 1000, RayIndex.Filter.ALL)).isFalse();
    }

    @Test
    void aLayerTakenOutIsNoLongerHit() {
        RayIndex index = index(new Solids().box(0, 0, 0, 1, 1, 1).mesh());
        index.add("other", new Solids().box(0, 0, -9, 1, 1, -8).mesh().tiles());
        double[] above = {0.5, 0.4, 10};
        double[] down = {0, 0, -1};
        assertThat(index.nearest(above, down, 100, RayIndex.Filter.ALL).map(Hit::layerId)).contains("test");
        index.remove("test");
        assertThat(index.nearest(above, down, 100, RayIndex.Filter.ALL).map(Hit::layerId)).contains("other");
        index.clear();
        assertThat(index.nearest(above, down, 100, RayIndex.Filter.ALL)).isEmpty();
    }

    @Property(tries = 30)
    void theTreeAnswersAsEveryTriangleInTurn(@ForAll long seed) {
        Random random = new Random(seed);
        Solids city = new Solids();
        for (int i = 0; i < 120; i++) {
            double x = random.nextDouble() * 400;
            double y = random.nextDouble() * 400;
            city.box(x, y, 0, x + 2 + random.nextDouble() * 30, y + 2 + random.nextDouble() * 30, 1 + random.nextDouble() * 40);
        }
        LayerMesh mesh = city.mesh();
        RayIndex index = index(mesh);
        for (int i = 0; i < 50; i++) {
            double[] from = {random.nextDouble() * 500 - 50, random.nextDouble() * 500 - 50, random.nextDouble() * 60};
            double[] way = {random.nextGaussian(), random.nextGaussian(), i % 5 == 0 ? 0 : random.nextGaussian() * 0.3};
            double expected = bruteForce(mesh, from, way);
            Optional<Hit> hit = index.nearest(from, way, 2000, RayIndex.Filter.ALL);
            assertThat(hit.map(Hit::distance).orElse(Double.POSITIVE_INFINITY)).isCloseTo(expected, within(1e-3));
            assertThat(index.any(from, way, 2000, RayIndex.Filter.ALL)).isEqualTo(expected < 2000);
        }
    }

    /** By signed volumes of tetrahedra, another formula than the one under test. */
    private static double bruteForce(LayerMesh mesh, double[] o, double[] way) {
        double length = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
        double[] far = {o[0] + way[0] / length * 2000, o[1] + way[1] / length * 2000, o[2] + way[2] / length * 2000};
        double best = Double.POSITIVE_INFINITY;
        for (TileMesh tile : mesh.tiles()) {
            for (int t = 0; t < tile.triangleCount(); t++) {
                double[][] v = new double[3][];
                for (int k = 0; k < 3; k++) {
                    int at = 3 * tile.corners()[3 * t + k];
                    v[k] = new double[] {tile.points()[at], tile.points()[at + 1], tile.points()[at + 2]};
                }
                double above = volume(o, v[0], v[1], v[2]);
                double below = volume(far, v[0], v[1], v[2]);
                double s1 = volume(o, far, v[0], v[1]);
                double s2 = volume(o, far, v[1], v[2]);
                double s3 = volume(o, far, v[2], v[0]);
                boolean inside = s1 >= 0 && s2 >= 0 && s3 >= 0 || s1 <= 0 && s2 <= 0 && s3 <= 0;
                if (inside && above * below <= 0 && above != below) {
                    best = Math.min(best, 2000 * above / (above - below));
                }
            }
        }
        return best;
    }

    private static double volume(double[] a, double[] b, double[] c, double[] d) {
        double bx = b[0] - a[0];
        double by = b[1] - a[1];
        double bz = b[2] - a[2];
        double cx = c[0] - a[0];
        double cy = c[1] - a[1];
        double cz = c[2] - a[2];
        return bx * (cy * (d[2] - a[2]) - cz * (d[1] - a[1])) - by * (cx * (d[2] - a[2]) - cz * (d[0] - a[0]))
                + bz * (cx * (d[1] - a[1]) - cy * (d[0] - a[0]));
    }

    private static RayIndex index(LayerMesh mesh) {
        RayIndex index = new RayIndex();
        index.replace(mesh);
        return index;
    }
}
