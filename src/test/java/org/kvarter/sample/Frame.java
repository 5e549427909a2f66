package org.kvarter.sample;

/** Where the plan lies: local metres (x east, y north) to SWEREF 99 18 00 (EPSG:3011) and the size of the sheet. */
final class Frame {
    /** Easting of the plan's lower left corner, metres. */
    static final double EAST0 = 153_000;
    /** Northing of the plan's lower left corner, metres. */
    static final double NORTH0 = 6_579_000;
    /** Width of the sheet towards the east, metres. */
    static final double WIDTH = 1200;
    /** Height of the sheet towards the north, metres. */
    static final double HEIGHT = 1000;

    private Frame() {
    }

    /** The value rounded to whole millimetres, so that no last bit of a platform's maths reaches a file. */
    static double mm(double metres) {
        return StrictMath.rint(metres * 1000) / 1000;
    }
}
