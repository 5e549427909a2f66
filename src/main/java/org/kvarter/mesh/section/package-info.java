/**
 * Cutting tiles by planes and boxes: the kept region, the triangles that are left, and the caps that fill the cut faces of solids.
 *
 * <p>Plain arrays, no toolkit; everything here is stateless or immutable and runs on any thread.
 */
package org.kvarter.mesh.section;
