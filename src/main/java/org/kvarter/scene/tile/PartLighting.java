package org.kvarter.scene.tile;

import org.kvarter.energy.Sun;
import org.kvarter.mesh.TileMesh;

/** Light of the parts of a tile. Called on worker threads. */
@FunctionalInterface
public interface PartLighting {

    /** Three factors per part: red, green, blue; about 0.3 in full shade to 1.2 in full sun. */
    float[] light(TileMesh tile, Sun sun);
}
