/**
 * Level 6. The 3D view – tiles, palette, camera, picking, labels, ground, sky.
 *
 * <p>Knows all lower levels and JavaFX 3D.
 */
package org.kvarter.scene;
