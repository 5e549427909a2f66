package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.kvarter.model.SurfaceKind;

class FeatureEdgesTest {

    private static final Solids TWO_BOXES = new Solids().box(0, 0, 0, 8, 6, 3).box(20, 0, 0, 24, 6, 3);

    private static float[] edges(Solids solids, FeatureEdges.Detail detail, int... rows) {
        BitSet wanted = new BitSet();
        for (int row : rows) {
            wanted.set(row);
        }
        return FeatureEdges.of(solids.mesh().tiles().get(0), wanted, detail);
    }

    private static double length(float[] lines) {
        double sum = 0;
        for (int i = 0; i < lines.length; i += 6) {
            sum += Math.sqrt(Math.pow(lines[i] - lines[i + 3], 2) + Math.pow(lines[i + 1] - lines[i + 4], 2) + Math.pow(lines[i + 2] - lines[i + 5], 2));
        }
        return sum;
    }

    @Test
    void aBoxHasTwelveEdgesAndNoDiagonals() {
        float[] lines = edges(TWO_BOXES, FeatureEdges.Detail.ALL, 0);
        assertThat(lines).hasSize(12 * 6);
        assertThat(length(lines)).isCloseTo(4 * (8 + 6 + 3), within(1e-3));
    }

    @Test
    void onlyTheFeaturesAskedFor() {
        assertThat(edges(TWO_BOXES, FeatureEdges.Detail.ALL)).isEmpty();
        assertThat(length(edges(TWO_BOXES, FeatureEdges.Detail.ALL, 0, 1))).isCloseTo(4 * (8 + 6 + 3) + 4 * (4 + 6 + 3), within(1e-3));
    }

    @Test
    void ofManyTheRimOfTheRoof() {
        assertThat(length(edges(TWO_BOXES, FeatureEdges.Detail.ROOFS, 0))).isCloseTo(2 * (8 + 6), within(1e-3));
    }

    @Test
    void aFacadeOfTwoWallsInOnePlaneHasNoEdgeBetweenThem() {
        Solids facade = new Solids().feature()
                .polygon(SurfaceKind.WALL, new double[] {0, 0, 0, 4, 0, 0, 4, 0, 3, 0, 0, 3})
                .polygon(SurfaceKind.WALL, new double[] {4, 0, 0, 9, 0, 0, 9, 0, 3, 4, 0, 3});
        assertThat(length(edges(facade, FeatureEdges.Detail.ALL, 0))).isCloseTo(2 * (9 + 3), within(1e-3));
    }

    @Test
    void windowsAreNotDrawn() {
        double[] pane = {2, -0.04, 1, 3, -0.04, 1, 3, -0.04, 2, 2, -0.04, 2};
        assertThat(edges(new Solids().box(0, 0, 0, 8, 6, 3).polygon(SurfaceKind.WINDOW, pane), FeatureEdges.Detail.ALL, 0)).hasSize(12 * 6);
    }
}
