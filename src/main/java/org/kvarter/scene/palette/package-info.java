/**
 * One colour (texel) per part: composing the colours in plain classes, and keeping them in texture pages that all tiles share.
 *
 * <p>Knows {@code model}, {@code mesh} and the scene's own enums. Only {@link org.kvarter.scene.palette.PalettePage} and {@link
 * org.kvarter.scene.palette.Palette} touch JavaFX.
 */
package org.kvarter.scene.palette;
