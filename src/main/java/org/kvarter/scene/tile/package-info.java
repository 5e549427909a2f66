/**
 * Solid layers on the screen: tiles to JavaFX meshes, attached under a per-frame budget, left out of view when out of sight.
 *
 * <p>Knows {@code mesh}, {@code model}, {@code task} and the scene's palette and camera. JavaFX thread unless a class says otherwise.
 */
package org.kvarter.scene.tile;
