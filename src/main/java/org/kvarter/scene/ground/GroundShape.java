package org.kvarter.scene.ground;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.model.Bounds;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.tile.MeshArrays;
import org.kvarter.mesh.tree.TreeStock;

/**
 * What of the ground is slow to make and independent of looks. Immutable.
 *
 * @param relief shape of the ground
 * @param layers prepared vector layers, by the layer itself
 * @param trees  standing on the relief
 * @param walls  quay walls; {@code null} for none
 */
record GroundShape(Relief relief, Map<VectorLayer, PaintLayer> layers, TreeStock trees, MeshArrays walls) {

    /**
     * Makes the shape, taking over what has not changed.
     *
     * @param before       the last one; {@code null} for none
     * @param terrain      {@code null} for a plane
     * @param solids       box around the buildings
     * @param vectors      all vector layers
     * @param trees        layers of trees, shown or not
     * @param originHeight height of the local origin, metres
     */
    static GroundShape make(GroundShape before, Terrain terrain, Bounds solids, List<VectorLayer> vectors, List<VectorLayer> trees,
                            double originHeight) {
        Relief relief = ReliefBuilder.build(terrain, solids, vectors, originHeight);
        Map<VectorLayer, PaintLayer> layers = new IdentityHashMap<>();
        for (VectorLayer layer : new ArrayList<>(vectors)) {
            PaintLayer known = before == null ? null : before.layers.get(layer);
            layers.put(layer, known != null ? known : new PaintLayer(layer));
        }
        return new GroundShape(relief, layers, TreeStock.of(trees, relief::landAt), QuayWalls.of(relief));
    }
}
