package org.kvarter.importing;

/**
 * A picture of the ground on the source's grid, placed like {@link ElevationBatch}.
 *
 * @param layer  name of the layer within the source
 * @param title  what people call it
 * @param affine six numbers, grid to source coordinates
 * @param width  columns
 * @param height rows
 * @param argb   row by row, alpha 0 where there is no data; given away
 */
public record ImageBatch(String layer, String title, double[] affine, int width, int height, int[] argb) {
}
