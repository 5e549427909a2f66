/**
 * The ground: terrain or a plane, painted with streets, greens and shadows; the sea, quay walls and the far land.
 *
 * <p>Knows {@code model}, {@code mesh}, {@code task}, JTS and the scene's palette, camera and sky.
 */
package org.kvarter.scene.ground;
