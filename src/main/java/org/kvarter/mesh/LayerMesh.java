package org.kvarter.mesh;

import java.util.List;

/**
 * All tiles of one solid layer.
 *
 * @param layerId id of the layer
 * @param tiles   in part order
 */
public record LayerMesh(String layerId, List<TileMesh> tiles) {

    public LayerMesh {
        tiles = List.copyOf(tiles);
    }

    public int partCount() {
        return tiles.stream().mapToInt(t -> t.parts().size()).sum();
    }

    public long triangleCount() {
        return tiles.stream().mapToLong(TileMesh::triangleCount).sum();
    }
}
