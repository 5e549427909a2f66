package org.kvarter.scene.tree;

/**
 * One tree.
 *
 * @param east   local metres
 * @param north  local metres
 * @param up     height of its foot, local metres
 * @param height metres, &gt; 0
 * @param crown  diameter of the crown, metres, &gt; 0
 * @param shape  of the crown
 * @param shade  0, 1 or 2
 * @param turn   radians about its trunk
 */
public record Tree(double east, double north, double up, double height, double crown, Shape shape, int shade, double turn) {

    /** Shapes of crowns: ball, tall oval, cone of a conifer, several balls of a broad old tree. */
    public enum Shape {
        ROUND, OVAL, CONIFER, BROAD
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
