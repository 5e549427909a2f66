/**
 * Level 1. Rays against tiles and terrain: what is under the cursor, and what stands in the sun's way.
 *
 * <p>Knows {@code mesh} and {@code model}. Bounding-volume hierarchies in flat arrays, one per tile and one over the tiles.
 */
package org.kvarter.mesh.pick;
