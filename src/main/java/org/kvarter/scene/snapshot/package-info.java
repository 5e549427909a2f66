/**
 * Pictures of the twin of any size, taken in parts and written as PNG.
 *
 * <p>Knows the scene's camera and sky, and ImageIO.
 */
package org.kvarter.scene.snapshot;
