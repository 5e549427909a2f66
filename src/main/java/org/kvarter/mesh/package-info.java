/**
 * Level 1. Polygons to triangles in spatial tiles, with bounding-volume hierarchies for picking and sun rays, and baked light.
 *
 * <p>Knows {@code model}, {@code task}, {@code text}, JTS and earcut; no JavaFX. All coordinates are local metres east, north, up.
 */
package org.kvarter.mesh;
