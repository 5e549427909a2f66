package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;

/** Two upright triangles, one above the other, that share an edge: features 0 and 1. */
class PulledApartTest {

    private static LayerMesh mesh() {
        float[] points = {0, 0, 0, 0, 0, 3, 4, 0, 3, 0, 0, 6};
        int[] corners = {0, 2, 1, 1, 2, 3};
        PartTable parts = new PartTable(new int[] {0, 1}, new byte[2], new int[2], new float[] {0, -1, 0, 0, -1, 0},
                new float[] {1, 0, 2, 1, 0, 4}, new float[] {6, 6});
        return new LayerMesh("house", List.of(new TileMesh(7, parts, points, corners, new int[] {1, 2}, new Bounds(0, 0, 0, 4, 0, 6), false)));
    }

    private static float up(TileMesh tile, int corner) {
        return tile.points()[3 * tile.corners()[corner] + 2];
    }

    @Test
    void theUpperStoreyIsLiftedAndTheSharedEdgeBecomesTwo() {
        TileMesh tile = PulledApart.of(mesh(), new double[] {0, 2.5}).tiles().get(0);
        assertThat(new float[] {up(tile, 0), up(tile, 1), up(tile, 2)}).containsExactly(0, 3, 3);
        assertThat(new float[] {up(tile, 3), up(tile, 4), up(tile, 5)}).containsExactly(5.5f, 5.5f, 8.5f);
        assertThat(tile.points()).hasSize(18);
        assertThat(tile.parts().centroids()).containsExactly(1, 0, 2, 1, 0, 6.5f);
        assertThat(tile.bounds()).isEqualTo(new Bounds(0, 0, 0, 4, 0, 8.5));
        assertThat(tile.firstPart()).isEqualTo(7);
    }

    @Test
    void theMeshItCameFromStaysAsItWas() {
        LayerMesh before = mesh();
        PulledApart.of(before, new double[] {1, 2});
        assertThat(before.tiles().get(0).points()).containsExactly(mesh().tiles().get(0).points());
        assertThat(before.tiles().get(0).parts().centroids()).containsExactly(1, 0, 2, 1, 0, 4);
    }

    @Test
    void equalLiftsKeepSharedCorners() {
        TileMesh tile = PulledApart.of(mesh(), new double[] {2, 2}).tiles().get(0);
        assertThat(tile.points()).containsExactly(0, 0, 2, 0, 0, 5, 4, 0, 5, 0, 0, 8);
    }
}
