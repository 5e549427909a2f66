package org.kvarter.scene.tree;

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
    Tree grown(double factor) {
        return new Tree(key, east, north, up, height + (factor - 1) * crownHeight() / 2, crown * factor, shape, shade, turn);
    }

    /**
     * Where a ray enters the crown, taken as an ellipsoid: multiples of {@code d}; NaN where it misses or begins behind it.
     *
     * @param o east, north, up
     * @param d direction
     */
    public double hit(double[] o, double[] d) {
        double wide = crown / 2;
        double high = crownHeight() / 2;
        double[] p = {(o[0] - east) / wide, (o[1] - north) / wide, (o[2] - up - crownMiddle()) / high};
        double[] v = {d[0] / wide, d[1] / wide, d[2] / high};
        double a = v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
        double half = p[0] * v[0] + p[1] * v[1] + p[2] * v[2];
        double inside = half * half - a * (p[0] * p[0] + p[1] * p[1] + p[2] * p[2] - 1);
        double at = inside < 0 ? Double.NaN : (-half - Math.sqrt(inside)) / a;
        return at > 0 ? at : Double.NaN;
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
