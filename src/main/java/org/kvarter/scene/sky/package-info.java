/**
 * Sun, sky and the colour of daylight by the height of the sun.
 *
 * <p>{@link org.kvarter.scene.sky.DayLight} is plain arithmetic; {@code SkyPane} is the 2D gradient behind the 3D picture.
 */
package org.kvarter.scene.sky;
