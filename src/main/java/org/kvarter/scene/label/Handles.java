package org.kvarter.scene.label;

/**
 * A box around a model with handles to move, raise, turn and size it. Local metres; immutable.
 *
 * @param east      of the place about which it turns
 * @param north     as above
 * @param up        of its foot
 * @param halfWidth half its extent before it is turned and sized
 * @param halfDepth as above
 * @param height    as above
 * @param turn      degrees clockwise seen from above
 * @param size      factor
 */
public record Handles(double east, double north, double up, double halfWidth, double halfDepth, double height, double turn, double size) {

    /** Put elsewhere. */
    public Handles at(double newEast, double newNorth, double newUp) {
        return new Handles(newEast, newNorth, newUp, halfWidth, halfDepth, height, turn, size);
    }

    /** Turned and sized otherwise. */
    public Handles with(double newTurn, double newSize) {
        return new Handles(east, north, up, halfWidth, halfDepth, height, newTurn, newSize);
    }

    /**
     * The place of a point of the box.
     *
     * @param x −1 … 1 across, beyond it outside
     * @param y −1 … 1 along
     * @param z 0 … 1 upwards
     */
    double[] place(double x, double y, double z) {
        double cos = size * Math.cos(Math.toRadians(turn));
        double sin = size * Math.sin(Math.toRadians(turn));
        double a = x * halfWidth;
        double b = y * halfDepth;
        return new double[] {east + cos * a + sin * b, north - sin * a + cos * b, up + size * z * height};
    }
}
