package org.kvarter.mesh.pick;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;

/** The rim of parts, whose points may be shared or not. */
class PartEdgesTest {

    private static TileMesh tile(float[] points, int... corners) {
        PartTable parts = new PartTable(new int[1], new byte[1], new int[1], new float[3], new float[3], new float[1]);
        return new TileMesh(0, parts, points, corners, new int[] {corners.length / 3}, new Bounds(0, 0, 0, 4, 4, 0), false);
    }

    @Test
    void aSquareHasFourEdgesAndNoDiagonal() {
        TileMesh square = tile(new float[] {0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 4, 0}, 0, 1, 2, 0, 2, 3);
        assertThat(PartEdges.of(square, 0)).hasSize(4)
                .allSatisfy(e -> assertThat(Math.abs(e[0] - e[3]) + Math.abs(e[1] - e[4])).isEqualTo(4));
    }

    @Test
    void pointsAtOnePlaceAreOne() {
        TileMesh square = tile(new float[] {0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 0, 0, 4, 4, 0, 0, 4, 0}, 0, 1, 2, 3, 4, 5);
        assertThat(PartEdges.of(square, 0)).hasSize(4);
    }
}
