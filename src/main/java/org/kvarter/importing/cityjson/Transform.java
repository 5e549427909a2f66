package org.kvarter.importing.cityjson;

/**
 * From the integers of the file to source coordinates: {@code value × scale + translate} per axis.
 *
 * @param scale     three factors
 * @param translate three offsets
 */
record Transform(double[] scale, double[] translate) {

    static final Transform IDENTITY = new Transform(new double[] {1, 1, 1}, new double[] {0, 0, 0});

    double apply(int axis, double value) {
        return value * scale[axis] + translate[axis];
    }
}
