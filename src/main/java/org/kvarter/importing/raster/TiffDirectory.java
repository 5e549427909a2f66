package org.kvarter.importing.raster;

import java.util.Map;

/**
 * One image of a TIFF file: its tags, as TIFF 6.0 numbers them. Arrays are not copied.
 *
 * @param index       place among the file's directories, from 0
 * @param isBigEndian byte order of the file
 * @param numbers     numeric tags
 * @param texts       ASCII tags without their final NUL
 */
record TiffDirectory(int index, boolean isBigEndian, Map<Integer, double[]> numbers, Map<Integer, String> texts) {

    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_COUNTS = 279;
    static final int PLANAR = 284;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_COUNTS = 325;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int SUBFILE = 254;
    static final int COPYRIGHT = 33432;
    static final int PIXEL_SCALE = 33550;
    static final int TIEPOINTS = 33922;
    static final int TRANSFORMATION = 34264;
    static final int GEO_KEYS = 34735;
    static final int GEO_DOUBLES = 34736;
    static final int GEO_ASCII = 34737;
    static final int GDAL_METADATA = 42112;
    static final int GDAL_NODATA = 42113;

    static final int PALETTE = 3;
    static final int RGB = 2;
    static final int YCBCR = 6;

    /** All values of a numeric tag; empty where it is absent. */
    double[] all(int tag) {
        return numbers.getOrDefault(tag, new double[0]);
    }

    /** First value of a numeric tag, clipped to the range of an int. */
    int number(int tag, int otherwise) {
        double[] values = all(tag);
        return values.length == 0 ? otherwise : (int) values[0];
    }

    String text(int tag) {
        return texts.getOrDefault(tag, "");
    }

    int width() {
        return number(WIDTH, 0);
    }

    int height() {
        return number(HEIGHT, 0);
    }

    int samples() {
        return number(SAMPLES, 1);
    }

    int bits() {
        return number(BITS, 1);
    }

    int compression() {
        return number(COMPRESSION, 1);
    }

    int photometric() {
        return number(PHOTOMETRIC, 1);
    }

    /** Whether samples are IEEE numbers. */
    boolean isFloat() {
        return number(SAMPLE_FORMAT, 1) == 3;
    }

    boolean isTiled() {
        return numbers.containsKey(TILE_OFFSETS);
    }

    int blockWidth() {
        return isTiled() ? number(TILE_WIDTH, 0) : width();
    }

    int blockHeight() {
        return isTiled() ? number(TILE_HEIGHT, 0) : Math.min(number(ROWS_PER_STRIP, Integer.MAX_VALUE) & Integer.MAX_VALUE, height());
    }

    /** Whether each sample has blocks of its own. */
    boolean isPlanar() {
        return number(PLANAR, 1) == 2 && samples() > 1;
    }

    int blocksAcross() {
        return (width() + blockWidth() - 1) / blockWidth();
    }

    int blocksDown() {
        return (height() + blockHeight() - 1) / blockHeight();
    }

    /** Whether the bytes of a block (of all samples where they are apart) lie within a file of that many bytes. */
    boolean isBlockPresent(int across, int down, long fileBytes) {
        double[] offsets = all(isTiled() ? TILE_OFFSETS : STRIP_OFFSETS);
        double[] counts = all(isTiled() ? TILE_COUNTS : STRIP_COUNTS);
        int perPlane = blocksAcross() * blocksDown();
        for (int plane = 0; plane < (isPlanar() ? samples() : 1); plane++) {
            int block = plane * perPlane + down * blocksAcross() + across;
            if (block >= offsets.length || offsets[block] <= 0) {
                return false;
            }
            double bytes = block < counts.length ? counts[block] : 1;
            if (bytes <= 0 || offsets[block] + bytes > fileBytes) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of a block once it is unpacked. */
    double blockBytes() {
        return (double) blockWidth() * blockHeight() * Math.max(1, bits() / 8.0) * (isPlanar() ? 1 : samples());
    }
}
