package org.kvarter.importing.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Turns the samples of a picture into ARGB without a colour space in between: Java would brighten grey ones.
 */
final class PixelColours {

    private final boolean isInverted;
    private final int alphaSample;
    private final double noData;
    private final double full;

    /** For the picture that the tags describe. */
    PixelColours(TiffDirectory tags) {
        isInverted = tags.photometric() == 0;
        int colours = tags.photometric() == TiffDirectory.RGB || tags.photometric() == TiffDirectory.YCBCR ? 3 : 1;
        double[] extra = tags.all(TiffDirectory.EXTRA_SAMPLES);
        boolean stated = extra.length > 0 && (extra[0] == 1 || extra[0] == 2);
        alphaSample = tags.samples() > colours && (stated || extra.length == 0 && tags.samples() == 4 && colours == 3) ? colours : -1;
        noData = HeightValues.of(tags, 1).noData();
        full = tags.isFloat() ? 1 : Math.pow(2, tags.bits()) - 1;
    }

    /** Writes a block's colours into {@code argb}, a grid of that many {@code columns}, from (column, row) on. */
    void copy(BufferedImage block, int[] argb, int columns, int column, int row) {
        int width = block.getWidth();
        if (block.getColorModel() instanceof IndexColorModel) {
            block.getRGB(0, 0, width, block.getHeight(), argb, row * columns + column, columns);
            dropNoDataIndex(block, argb, columns, column, row);
            return;
        }
        Raster raster = block.getRaster();
        int bands = raster.getNumBands();
        boolean grey = bands < 3;
        boolean bytes = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE && full == 255;
        double[] samples = new double[bands * width];
        for (int y = 0; y < block.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            int to = (row + y) * columns + column;
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int red = level(samples[at], bytes);
                int green = grey ? red : level(samples[at + 1], bytes);
                int blue = grey ? red : level(samples[at + 2], bytes);
                int alpha = alphaSample >= 0 && alphaSample < bands ? level(samples[at + alphaSample], bytes) : 255;
                boolean nothing = samples[at] == noData && (grey || samples[at + 1] == noData && samples[at + 2] == noData);
                argb[to + x] = nothing || alpha == 0 ? 0
                        : alpha << 24 | (isInverted ? 0xFFFFFF ^ (red << 16 | green << 8 | blue) : red << 16 | green << 8 | blue);
            }
        }
    }

    private void dropNoDataIndex(BufferedImage block, int[] argb, int columns, int column, int row) {
        if (Double.isNaN(noData)) {
            return;
        }
        Raster raster = block.getRaster();
        for (int y = 0; y < block.getHeight(); y++) {
            for (int x = 0; x < block.getWidth(); x++) {
                if (raster.getSample(raster.getMinX() + x, raster.getMinY() + y, 0) == noData) {
                    argb[(row + y) * columns + column + x] = 0;
                }
            }
        }
    }

    private int level(double sample, boolean bytes) {
        return bytes ? (int) sample : (int) Math.max(0, Math.min(255, Math.round(sample / full * 255)));
    }
}
