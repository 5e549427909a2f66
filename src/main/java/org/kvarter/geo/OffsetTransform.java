package org.kvarter.geo;

/**
 * Subtracts an origin: the way into the local frame where source and frame share the horizontal system.
 *
 * @param east       origin, metres
 * @param north      origin, metres
 * @param up         origin, metres
 * @param heightUnit metres per unit of the source's heights
 */
record OffsetTransform(double east, double north, double up, double heightUnit) implements CoordinateTransform {

    @Override
    public void toLocal(double[] xyz, int first, int count) {
        for (int i = 3 * first; i < 3 * (first + count); i += 3) {
            xyz[i] -= east;
            xyz[i + 1] -= north;
            xyz[i + 2] = xyz[i + 2] * heightUnit - up;
        }
    }

    @Override
    public void toSource(double[] xyz, int first, int count) {
        for (int i = 3 * first; i < 3 * (first + count); i += 3) {
            xyz[i] += east;
            xyz[i + 1] += north;
            xyz[i + 2] = (xyz[i + 2] + up) / heightUnit;
        }
    }
}
