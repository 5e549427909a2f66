package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.SurfaceKind;

class SimplificationTest {

    /** 18 × 12 m, 9 m high, with a bay of 4 × 1.2 m before its southern wall. */
    private static final double[] BAY = {0, 0, 7, 0, 7, -1.2, 11, -1.2, 11, 0, 18, 0, 18, 12, 0, 12};

    @Test
    void aBoxKeepsItsWallsAndRoofButNotItsFloor() {
        TileMesh whole = tile(new Solids().box(0, 0, 0, 18, 12, 9));
        TileMesh simple = Simplification.of(whole, 2);
        assertThat(simple.triangleCount()).isEqualTo(10);
        assertThat(Solids.area(simple)).isCloseTo(18 * 12 + 2 * 9 * (18 + 12), within(1e-3));
        assertThat(simple.parts()).isSameAs(whole.parts());
    }

    @ParameterizedTest
    @CsvSource({"1, 22", "2, 10", "4, 10"})
    void aBayGoesWhereItsDepthIsWithinTheTolerance(double tolerance, int triangles) {
        TileMesh simple = Simplification.of(tile(new Solids().feature().prism(BAY, 0, 9)), tolerance);
        assertThat(simple.triangleCount()).isEqualTo(triangles);
        assertThat(highest(simple)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "1, 2", "2, 0"})
    void aWindowGoesWhereItIsSmallerThanTheTolerance(double tolerance, int triangles) {
        double[] pane = {2, -0.04, 1, 3.2, -0.04, 1, 3.2, -0.04, 2.5, 2, -0.04, 2.5};
        TileMesh simple = Simplification.of(tile(new Solids().feature().polygon(SurfaceKind.WINDOW, pane)), tolerance);
        assertThat(simple.triangleCount()).isEqualTo(triangles);
    }

    @Test
    void aRidgeStaysUnderATolerenceBelowItsHeight() {
        TileMesh whole = tile(new Solids().feature()
                .polygon(SurfaceKind.ROOF, new double[] {0, 0, 6, 12, 0, 6, 12, 4, 9, 0, 4, 9})
                .polygon(SurfaceKind.ROOF, new double[] {12, 8, 6, 0, 8, 6, 0, 4, 9, 12, 4, 9}));
        assertThat(Simplification.of(whole, 2).triangleCount()).isEqualTo(4);
        assertThat(highest(Simplification.of(whole, 2))).isEqualTo(9);
    }

    @Test
    void trianglesStayWithTheirParts() {
        TileMesh whole = tile(new Solids().box(0, 0, 0, 10, 10, 6).feature().prism(BAY, 0, 9).box(30, 0, 0, 36, 8, 5));
        TileMesh simple = Simplification.of(whole, 2);
        for (int t = 0; t < simple.triangleCount(); t++) {
            double[] n = Solids.cross(simple, t);
            int p = 3 * simple.partOfTriangle(t);
            float[] normals = simple.parts().normals();
            double along = (n[0] * normals[p] + n[1] * normals[p + 1] + n[2] * normals[p + 2]) / Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
            assertThat(along).as("triangle %d", t).isGreaterThan(0.3);
        }
        assertThat(simple.partTriangleEnds()[simple.parts().size() - 1]).isEqualTo(simple.triangleCount());
    }

    /** A prism over any convex ring: what remains covers the same ground, but for a rim as wide as the tolerance. */
    @Property(tries = 200)
    void theRoofsAreaChangesByNoMoreThanARim(@ForAll @DoubleRange(min = 0, max = 6.28) double turn, @ForAll @DoubleRange(min = 0.2, max = 3) double tolerance,
                                             @ForAll @DoubleRange(min = 6, max = 30) double radius) {
        double[] ring = new double[2 * 12];
        for (int i = 0; i < 12; i++) {
            ring[2 * i] = radius * Math.cos(turn + i * Math.PI / 6);
            ring[2 * i + 1] = radius * Math.sin(turn + i * Math.PI / 6);
        }
        TileMesh whole = tile(new Solids().feature().prism(ring, 0, 20));
        TileMesh simple = Simplification.of(whole, tolerance);
        assertThat(roof(simple)).isCloseTo(roof(whole), within(2 * Math.PI * radius * tolerance));
        assertThat(highest(simple)).isCloseTo(20, within(tolerance));
        assertThat(simple.triangleCount()).isLessThanOrEqualTo(whole.triangleCount());
    }

    @Test
    void nothingComesOfNothing() {
        TileMesh simple = Simplification.of(tile(new Solids().feature().polygon(SurfaceKind.GROUND, new double[] {0, 0, 0, 0, 5, 0, 5, 0, 0})), 1);
        assertThat(simple.triangleCount()).isZero();
        assertThat(simple.points()).isEmpty();
    }

    private static TileMesh tile(Solids solids) {
        return solids.mesh().tiles().get(0);
    }

    private static double highest(TileMesh tile) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 2; i < tile.points().length; i += 3) {
            highest = Math.max(highest, tile.points()[i]);
        }
        return highest;
    }

    private static double roof(TileMesh tile) {
        double sum = 0;
        for (int t = 0; t < tile.triangleCount(); t++) {
            if (tile.parts().kindOf(tile.partOfTriangle(t)) == SurfaceKind.ROOF) {
                double[] n = Solids.cross(tile, t);
                sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
            }
        }
        return sum;
    }
}
