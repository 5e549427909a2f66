package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mesh.MeshIssues.Issue;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;
import org.kvarter.task.Progress;

class MeshPlanTest {

    private static final SurfaceKind WALL = SurfaceKind.WALL;
    private static final SurfaceKind ROOF = SurfaceKind.ROOF;

    @Test
    void aBoxHasSixPartsOfTwoTriangles() {
        TileMesh tile = only(new Solids().box(10, 20, 0, 14, 25, 3).mesh());
        PartTable parts = tile.parts();
        assertThat(parts.size()).isEqualTo(6);
        assertThat(tile.triangleCount()).isEqualTo(12);
        assertThat(tile.points()).hasSize(3 * 8);
        assertThat(tile.closed()).isTrue();
        assertThat(Solids.volume(tile)).isCloseTo(60, within(1e-3));
        assertThat(Solids.area(tile)).isCloseTo(2 * (20 + 12 + 15), within(1e-3));
        int roof = indexOfKind(parts, ROOF);
        assertThat(parts.areas()[roof]).isEqualTo(20);
        assertThat(Arrays.copyOfRange(parts.normals(), 3 * roof, 3 * roof + 3)).containsExactly(0, 0, 1);
        assertThat(Arrays.copyOfRange(parts.centroids(), 3 * roof, 3 * roof + 3)).containsExactly(12, 22.5f, 3);
    }

    @Test
    void aWindowBeforeAWallLeavesTheBoxClosedAndAHoleInTheShellDoesNot() {
        double[] pane = {2, -0.04, 1, 3, -0.04, 1, 3, -0.04, 2, 2, -0.04, 2};
        TileMesh tile = only(new Solids().box(0, 0, 0, 8, 6, 3).polygon(SurfaceKind.WINDOW, pane).mesh());
        assertThat(tile.closed()).isTrue();
        assertThat(tile.parts().size()).isEqualTo(7);
        double[] half = {0, 0, 0, 4, 0, 0, 4, 0, 3, 0, 0, 3};
        assertThat(only(new Solids().box(0, 0, 0, 8, 6, 3).polygon(WALL, half).polygon(SurfaceKind.WINDOW, pane).mesh()).closed()).isFalse();
    }

    @Test
    void aCourtyardStaysOpen() {
        double[] outer = {0, 0, 10, 10, 0, 10, 10, 10, 10, 0, 10, 10};
        double[] hole = {3, 3, 10, 3, 7, 10, 7, 7, 10, 7, 3, 10};
        TileMesh tile = only(new Solids().feature().polygon(ROOF, outer, hole).mesh());
        assertThat(tile.parts().areas()[0]).isCloseTo(84, within(1e-3f));
        assertThat(tile.triangleCount()).isEqualTo(8);
        assertThat(tile.closed()).isFalse();
    }

    @Test
    void anLShapedHouseIsClosedAndKeepsItsVolume() {
        double[] l = {0, 0, 12, 0, 12, 4, 5, 4, 5, 9, 0, 9};
        TileMesh tile = only(new Solids().feature().prism(l, 0, 6).mesh());
        assertThat(tile.closed()).isTrue();
        assertThat(Solids.volume(tile)).isCloseTo((48 + 25) * 6, within(1e-2));
        assertThat(tile.triangleCount()).isEqualTo(4 + 4 + 12);
        assertThat(tile.parts().size()).isEqualTo(8);
    }

    @Test
    void aGableHouseHasTwoRoofSlopes() {
        Solids house = new Solids().feature();
        house.polygon(ROOF, new double[] {0, 0, 3, 8, 0, 3, 8, 3, 5, 0, 3, 5});
        house.polygon(ROOF, new double[] {8, 6, 3, 0, 6, 3, 0, 3, 5, 8, 3, 5});
        house.polygon(WALL, new double[] {0, 0, 0, 8, 0, 0, 8, 0, 3, 0, 0, 3});
        house.polygon(WALL, new double[] {8, 6, 0, 0, 6, 0, 0, 6, 3, 8, 6, 3});
        house.polygon(WALL, new double[] {0, 6, 0, 0, 0, 0, 0, 0, 3, 0, 3, 5, 0, 6, 3});
        house.polygon(WALL, new double[] {8, 0, 0, 8, 6, 0, 8, 6, 3, 8, 3, 5, 8, 0, 3});
        house.polygon(SurfaceKind.GROUND, new double[] {0, 0, 0, 0, 6, 0, 8, 6, 0, 8, 0, 0});
        TileMesh tile = only(house.mesh());
        assertThat(tile.closed()).isTrue();
        assertThat(tile.parts().size()).isEqualTo(7);
        assertThat(tile.triangleCount()).isEqualTo(2 + 2 + 2 + 2 + 3 + 3 + 2);
        assertThat(Solids.volume(tile)).isCloseTo(8 * (6 * 3 + 6), within(1e-2));
        int slope = indexOfKind(tile.parts(), ROOF);
        assertThat((double) tile.parts().areas()[slope]).isCloseTo(8 * Math.sqrt(13), within(1e-3));
        assertThat((double) tile.parts().normals()[3 * slope + 2]).isCloseTo(3 / Math.sqrt(13), within(1e-4));
        assertThat((double) tile.parts().normals()[3 * slope + 1]).isCloseTo(-2 / Math.sqrt(13), within(1e-4));
    }

    @Test
    void aSolidInsideOutIsTurnedAndTold() {
        Solids inward = new Solids().feature();
        inward.polygon(ROOF, new double[] {0, 2, 2, 2, 2, 2, 2, 0, 2, 0, 0, 2});
        inward.polygon(SurfaceKind.GROUND, new double[] {0, 0, 0, 2, 0, 0, 2, 2, 0, 0, 2, 0});
        inward.walls(new double[] {0, 0, 0, 2, 2, 2, 2, 0}, 0, 2);
        List<MeshIssues> issues = new ArrayList<>();
        TileMesh tile = only(inward.mesh(issues));
        assertThat(Solids.volume(tile)).isCloseTo(8, within(1e-4));
        assertThat(issues.get(0).count(Issue.TURNED)).isEqualTo(1);
        assertThat(issues.get(0).examples(Issue.TURNED)).containsExactly(0);
    }

    /** A box from (0, 0, 0), its faces inwards. */
    private static void inwardBox(Solids solids, double x, double size) {
        solids.polygon(ROOF, new double[] {x, size, size, x + size, size, size, x + size, 0, size, x, 0, size});
        solids.polygon(SurfaceKind.GROUND, new double[] {x, 0, 0, x + size, 0, 0, x + size, size, 0, x, size, 0});
        solids.walls(new double[] {x, 0, x, size, x + size, size, x + size, 0}, 0, size);
    }

    @ParameterizedTest
    @CsvSource({"20, 1064, apart", "10, 1064, sharing a wall", "10.0005, 1064, within half a millimetre"})
    void turnsOnlyTheShellThatFacesInwards(double x, double volume) {
        Solids two = new Solids().feature();
        two.prism(new double[] {0, 0, 10, 0, 10, 10, 0, 10}, 0, 10);
        inwardBox(two, x, 4);
        List<MeshIssues> issues = new ArrayList<>();
        TileMesh tile = only(two.mesh(issues));
        assertThat(Solids.volume(tile)).isCloseTo(volume, within(0.01));
        assertThat(issues.get(0).count(Issue.TURNED)).isEqualTo(1);
    }

    @Test
    void tellsTouchingShellsOfOneSizeApart() {
        Solids two = new Solids().feature();
        two.prism(new double[] {0, 0, 4, 0, 4, 4, 0, 4}, 0, 4);
        inwardBox(two, 4, 4);
        assertThat(Solids.volume(only(two.mesh()))).isCloseTo(128, within(0.01));
    }

    @Test
    void aCavityKeepsFacingIntoItself() {
        Solids hollow = new Solids().feature();
        hollow.prism(new double[] {-3, -3, 7, -3, 7, 7, -3, 7}, -3, 7);
        inwardBox(hollow, 0, 4);
        List<MeshIssues> issues = new ArrayList<>();
        assertThat(Solids.volume(only(hollow.mesh(issues)))).isCloseTo(1000 - 64, within(0.01));
        assertThat(issues.get(0).count(Issue.TURNED)).isZero();
    }

    @Test
    void aCavityIsTurnedWithTheShellAroundIt() {
        Solids hollow = new Solids().feature();
        inwardBox(hollow, 0, 10);
        hollow.prism(new double[] {2, 2, 5, 2, 5, 5, 2, 5}, 2, 5);
        assertThat(Solids.volume(only(hollow.mesh()))).isCloseTo(1000 - 27, within(0.01));
    }

    @Test
    void wallsOfOnePlaneShareAPartAndSetBackOnesDoNot() {
        Solids walls = new Solids().feature();
        walls.polygon(WALL, new double[] {0, 0, 0, 4, 0, 0, 4, 0, 3, 0, 0, 3});
        walls.polygon(WALL, new double[] {4, 0, 0, 8, 0, 0, 8, 0, 3, 4, 0, 3});
        walls.polygon(WALL, new double[] {8, 5, 0, 12, 5, 0, 12, 5, 3, 8, 5, 3});
        walls.polygon(SurfaceKind.DOOR, new double[] {1, 0, 0, 2, 0, 0, 2, 0, 2, 1, 0, 2});
        PartTable parts = only(walls.mesh()).parts();
        assertThat(parts.areas()).containsExactly(24, 12, 2);
        assertThat(parts.centroids()[0]).isEqualTo(4);
    }

    @Test
    void damageIsLeftOutAndCounted() {
        Solids bad = new Solids();
        bad.box(0, 0, 0, 1, 1, 1);
        bad.feature().polygon(WALL, new double[] {0, 0, 0, Double.NaN, 0, 0, 1, 1, 1});
        bad.feature().polygon(WALL, new double[] {0, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 1, 1, 1});
        bad.feature().polygon(WALL, new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0});
        bad.feature().polygon(WALL, new double[] {0, 0, 0, 0, 0, 0, 2, 0, 0});
        bad.feature().polygon(WALL, new double[] {5, 5, 5, 5, 5, 5, 5, 5, 5});
        List<MeshIssues> issues = new ArrayList<>();
        assertThat(bad.mesh(issues).partCount()).isEqualTo(6);
        assertThat(issues.get(0).count(Issue.NOT_FINITE)).isEqualTo(2);
        assertThat(issues.get(0).count(Issue.NO_AREA)).isEqualTo(3);
        assertThat(issues.get(0).examples(Issue.NO_AREA)).containsExactly(3, 4, 5);
    }

    @Test
    void aBentSurfaceGetsANormalPerTriangle() {
        Solids bent = new Solids().feature();
        bent.polygon(ROOF, new double[] {0, 0, 0, 10, 0, 0, 10, 10, 5, 0, 10, 0});
        PartTable parts = only(bent.mesh()).parts();
        assertThat(parts.size()).isEqualTo(2);
    }

    @Test
    void waterDrawnUpsideDownLooksUp() {
        Solids lake = new Solids().feature();
        lake.polygon(SurfaceKind.WATER, new double[] {0, 0, 0, 0, 9, 0, 9, 9, 0, 9, 0, 0});
        TileMesh tile = only(lake.mesh());
        assertThat(tile.parts().normals()[2]).isEqualTo(1);
        assertThat(Solids.cross(tile, 0)[2]).isPositive();
    }

    @Test
    void tilesHoldNeighboursAndPartsAreNumberedOn() throws Exception {
        Solids city = new Solids();
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                city.box(20 * i, 20 * j, 0, 20 * i + 10, 20 * j + 10, 5 + (i * 7 + j) % 9);
            }
        }
        LayerMesh inline = city.mesh();
        assertThat(inline.tiles().size()).isEqualTo(4);
        int part = 0;
        Set<Integer> seen = new HashSet<>();
        for (TileMesh tile : inline.tiles()) {
            assertThat(tile.firstPart()).isEqualTo(part);
            part += tile.parts().size();
            assertThat(tile.parts().feature()).isSorted();
            assertThat(tile.bounds().width() * tile.bounds().depth()).isLessThan(0.27 * 1200 * 1200);
            Arrays.stream(tile.parts().feature()).forEach(seen::add);
        }
        assertThat(seen).hasSize(3600);

        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            LayerMesher mesher = new LayerMesher(workers, Progress.NONE, tile -> { });
            mesher.add(MeshPlan.of(city.set(), city.features()), 0);
            LayerMesh parallel = mesher.finish("test");
            assertThat(parallel.tiles()).hasSameSizeAs(inline.tiles());
            for (int i = 0; i < inline.tiles().size(); i++) {
                assertThat(parallel.tiles().get(i).points()).isEqualTo(inline.tiles().get(i).points());
                assertThat(parallel.tiles().get(i).firstPart()).isEqualTo(inline.tiles().get(i).firstPart());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void noTileComesAfterAbort() {
        List<Runnable> later = new ArrayList<>();
        List<TileMesh> tiles = new ArrayList<>();
        LayerMesher mesher = new LayerMesher(later::add, Progress.NONE, tiles::add);
        Solids box = new Solids().box(0, 0, 0, 1, 1, 1);
        mesher.add(MeshPlan.of(box.set(), 1), 0);
        mesher.abort();
        later.forEach(Runnable::run);
        assertThat(tiles).isEmpty();
    }

    @Test
    void aFeatureTooLargeForATileIsCutInPieces() {
        Solids relief = new Solids().feature();
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 150; j++) {
                relief.polygon(SurfaceKind.TERRAIN, new double[] {i, j, 0, i + 1, j, 0, i + 1, j + 1, 0, i, j + 1, 0});
            }
        }
        LayerMesh mesh = relief.mesh();
        assertThat(mesh.triangleCount()).isEqualTo(2 * 150 * 150);
        assertThat(mesh.tiles()).hasSize(3).allSatisfy(t -> assertThat(t.triangleCount()).isLessThanOrEqualTo(MeshPlan.TRIANGLES));
    }

    @Test
    void raisingMovesAWholeFeature() {
        Solids two = new Solids().box(0, 0, 0, 1, 1, 1).box(5, 5, 0, 6, 6, 1);
        MeshPlan plan = MeshPlan.of(two.set(), 2).raised(new float[] {Float.NaN, 7});
        assertThat(plan.featureBounds()[2]).isEqualTo(0);
        assertThat(plan.featureBounds()[6 + 2]).isEqualTo(7);
        assertThat(plan.featureBounds()[6 + 5]).isEqualTo(8);
        TileMesh tile = plan.mesh(0, 0, new MeshIssues()).get(0);
        assertThat(tile.bounds().minUp()).isEqualTo(0);
        assertThat(tile.bounds().maxUp()).isEqualTo(8);
    }

    /** A star around a centre is simple whatever its radii, and its area is the sum of its sectors. */
    @Property(tries = 150)
    void trianglesCoverAStarExactly(@ForAll @Size(min = 3, max = 120) List<@DoubleRange(min = 0.5, max = 50) Double> radii,
                                    @ForAll @DoubleRange(min = -1.5, max = 1.5) double tilt,
                                    @ForAll @DoubleRange(min = 0, max = 6.28) double heading) {
        int n = radii.size();
        double[] ring = new double[3 * n];
        double expected = 0;
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            double r = radii.get(i);
            double u = r * Math.cos(angle);
            double v = r * Math.sin(angle);
            expected += r * radii.get((i + 1) % n) * Math.sin(2 * Math.PI / n) / 2;
            double y = v * Math.cos(tilt);
            ring[3 * i] = 100 + u * Math.cos(heading) - y * Math.sin(heading);
            ring[3 * i + 1] = -70 + u * Math.sin(heading) + y * Math.cos(heading);
            ring[3 * i + 2] = 12 + v * Math.sin(tilt);
        }
        TileMesh tile = only(new Solids().feature().polygon(ROOF, ring).mesh());
        double total = 0;
        for (float area : tile.parts().areas()) {
            total += area;
        }
        assertThat(total).isCloseTo(expected, within(expected * 1e-3));
        assertThat(Solids.area(tile)).isCloseTo(expected, within(expected * 1e-2));
    }

    /** Whatever the ring, meshing ends, and what comes out is finite. */
    @Property(tries = 150)
    void anyRingEndsInSomethingFinite(@ForAll @Size(min = 3, max = 60) List<@IntRange(min = 0, max = 6) Integer> xs,
                                      @ForAll @Size(min = 3, max = 60) List<@IntRange(min = 0, max = 6) Integer> ys) {
        int n = Math.min(xs.size(), ys.size());
        double[] ring = new double[3 * n];
        for (int i = 0; i < n; i++) {
            ring[3 * i] = xs.get(i);
            ring[3 * i + 1] = ys.get(i);
        }
        for (TileMesh tile : new Solids().feature().polygon(ROOF, ring).mesh().tiles()) {
            assertThat(tile.triangleCount()).isLessThanOrEqualTo(n - 2);
            for (float v : tile.parts().normals()) {
                assertThat(v).isFinite();
            }
        }
    }

    private static TileMesh only(LayerMesh mesh) {
        assertThat(mesh.tiles()).hasSize(1);
        return mesh.tiles().get(0);
    }

    private static int indexOfKind(PartTable parts, SurfaceKind kind) {
        for (int p = 0; p < parts.size(); p++) {
            if (parts.kindOf(p) == kind) {
                return p;
            }
        }
        throw new AssertionError("no " + kind);
    }
}
