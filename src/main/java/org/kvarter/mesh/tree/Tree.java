package org.kvarter.mesh.tree;

import org.kvarter.model.FeatureKey;

/**
 * One tree.
 *
 * @param key    the feature it stands for
 * @param east   local metres
 * @param north  local metres
 * @param up     height of its foot, local metres
 * @param height metres, &gt; 0
 * @param crown  diameter of the crown, metres, &gt; 0
 * @param shape  of the crown
 * @param shade  0, 1 or 2
 * @param turn   radians about its trunk
 */
public record Tree(FeatureKey key, double east, double north, double up, double height, double crown, Shape shape, int shade, double turn) {

    /** Shapes of crowns: ball, tall oval, cone of a conifer, several balls of a broad old tree. */
    public enum Shape {
        ROUND, OVAL, CONIFER, BROAD
    }

    /** The same tree a little larger, to lie over it. */
    public Tree grown(double factor) {
        return new Tree(key, east, north, up, height + (factor - 1) * crownHeight() / 2, crown * factor, shape, shade, turn);
    }

    /**
     * Where a ray enters the crown, taken as an ellipsoid: multiples of {@code d}; NaN where it misses or begins behind it.
     *
     * @param o east, north, up
     * @param d direction
     */
    public double hit(double[] o, double[] d) {
        double at = crossing(o, d, -1);
        return at > 0 ? at : Double.NaN;
    }

    /** Whether the crown lies on a ray, also on one that begins within it. */
    public boolean shades(double[] o, double[] d) {
        return crossing(o, d, 1) > 0;
    }

    /** Where a ray's line enters (−1) or leaves (1) the crown; NaN where it misses. */
    private double crossing(double[] o, double[] d, int side) {
        double wide = crown / 2;
        double high = crownHeight() / 2;
        double x = (o[0] - east) / wide;
        double y = (o[1] - north) / wide;
        double z = (o[2] - up - crownMiddle()) / high;
        double vx = d[0] / wide;
        double vy = d[1] / wide;
        double vz = d[2] / high;
        double a = vx * vx + vy * vy + vz * vz;
        double half = x * vx + y * vy + z * vz;
        double inside = half * half - a * (x * x + y * y + z * z - 1);
        return inside < 0 ? Double.NaN : (-half + side * Math.sqrt(inside)) / a;
    }

    /** Height of the middle of the crown over the foot, metres. */
    public double crownMiddle() {
        return height - crownHeight() / 2;
    }

    /** Height of the crown itself, metres. */
    public double crownHeight() {
        return switch (shape) {
            case ROUND -> Math.min(0.82 * height, crown * 1.0);
            case BROAD -> Math.min(0.80 * height, crown * 0.85);
            case OVAL -> 0.80 * height;
            case CONIFER -> 0.90 * height;
        };
    }
}
