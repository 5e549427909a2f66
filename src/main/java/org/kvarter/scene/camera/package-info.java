/**
 * Where one looks from: poses and their arithmetic in plain classes, and the controls that move them.
 *
 * <p>Knows {@code model}. Only {@code CameraControl} and the input classes touch JavaFX.
 */
package org.kvarter.scene.camera;
