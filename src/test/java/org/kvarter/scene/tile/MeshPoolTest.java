package org.kvarter.scene.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvarter.mesh.TileMesh;
import org.kvarter.scene.Blocks;

class MeshPoolTest {

    private final MeshPool pool = new MeshPool();
    private final TileMesh tile = new Blocks().box(0, 0, 10, 10, 6).tile();

    @Test
    void severalViewsShareTexelsAndTriangles() {
        var slot = pool.take(tile);
        assertThat(pool.take(tile)).isSameAs(slot);
        assertThat(pool.has(tile, Detail.FULL)).isFalse();
        var mesh = pool.mesh(tile, Detail.FULL, MeshArrays.of(tile, slot));
        assertThat(pool.has(tile, Detail.FULL)).isTrue();
        assertThat(pool.mesh(tile, Detail.FULL, null)).isSameAs(mesh);
    }

    @Test
    void whatOneViewStillShowsStays() {
        var slot = pool.take(tile);
        pool.take(tile);
        pool.mesh(tile, Detail.FULL, MeshArrays.of(tile, slot));
        pool.release(tile);
        assertThat(pool.has(tile, Detail.FULL)).isTrue();
        pool.release(tile);
        assertThat(pool.has(tile, Detail.FULL)).isFalse();
        assertThat(pool.take(tile)).isEqualTo(slot);
    }
}
