package org.kvarter.mesh.pick;

import org.kvarter.mesh.TileMesh;

/**
 * Where a ray meets a part.
 *
 * @param layerId  layer
 * @param tile     tile of the layer
 * @param part     part number within the layer
 * @param feature  feature row within the layer
 * @param east     local metres
 * @param north    local metres
 * @param up       local metres
 * @param distance metres from the ray's start
 */
public record Hit(String layerId, TileMesh tile, int part, int feature, double east, double north, double up, double distance) {
}
