package org.kvarter.scene.palette;

/**
 * A run of texels.
 *
 * @param page  index of the page
 * @param first first texel
 * @param count number of texels
 */
public record PaletteSlot(int page, int first, int count) {
}
