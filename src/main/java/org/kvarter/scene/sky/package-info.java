/**
 * The colours of the sky by the height of the sun, and the gradient that shows them.
 *
 * <p>Knows the scene's theme and {@code energy}; {@code SkyPane} alone touches JavaFX.
 */
package org.kvarter.scene.sky;
