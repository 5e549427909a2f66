package org.kvarter.sample.timber;

/**
 * Where a thing's own axes stand in those of what it belongs to.
 *
 * @param x     origin, metres
 * @param y     origin, metres
 * @param z     origin, metres
 * @param along unit direction of the own x axis
 * @param up    unit direction of the own z axis
 */
record Spot(double x, double y, double z, double[] along, double[] up) {
    private static final double[] X = {1, 0, 0};
    private static final double[] Z = {0, 0, 1};

    static Spot at(double x, double y, double z) {
        return new Spot(x, y, z, X, Z);
    }

    /** Upright, its x axis heading east by {@code dx} and north by {@code dy}. */
    static Spot heading(double x, double y, double z, double dx, double dy) {
        return new Spot(x, y, z, new double[] {dx, dy, 0}, Z);
    }

    boolean isUpright() {
        return along[0] == 1 && up[2] == 1;
    }

    /** For a profile drawn in x and z, extruded from {@code y} towards the outside, that is against y. */
    static Spot elevation(double y) {
        return new Spot(0, y, 0, X, new double[] {0, -1, 0});
    }

    /** For a profile drawn in y and z, extruded along x from {@code x}. */
    static Spot section(double x) {
        return new Spot(x, 0, 0, new double[] {0, 1, 0}, X);
    }
}
