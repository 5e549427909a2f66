package org.kvarter.importing;

/**
 * Ground heights on the source's grid: cell (column, row) has its centre at {@code affine × (column + ½, row + ½)}.
 *
 * @param layer   name of the layer within the source
 * @param title   what people call it
 * @param affine  six numbers m00 m10 m01 m11 m02 m12 as in {@link java.awt.geom.AffineTransform}: grid to source coordinates
 * @param width   columns
 * @param height  rows
 * @param heights row by row, NaN where there is no data; given away
 */
public record ElevationBatch(String layer, String title, double[] affine, int width, int height, float[] heights) {
}
