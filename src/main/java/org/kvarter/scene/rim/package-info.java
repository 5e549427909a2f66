/**
 * Edges drawn over features that are to stand out whatever their colour: those that a scenario changes.
 *
 * <p>Knows {@code mesh}, {@code task} and the scene's own camera and palette.
 */
package org.kvarter.scene.rim;
