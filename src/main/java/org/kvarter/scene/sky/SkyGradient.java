package org.kvarter.scene.sky;

import org.kvarter.scene.palette.Argb;

/**
 * The sky row by row: from overhead to the horizon in a curve, the horizon's colour below it. Immutable.
 *
 * @param colours  ends of the gradient
 * @param horizonY row of pixels at which the horizon lies
 * @param height   of the picture, pixels
 */
public record SkyGradient(SkyColours colours, double horizonY, double height) {

    /** Where the gradient's stops lie between top and horizon, 0 … 1, and how much of the horizon's colour each has. */
    static final double[][] STOPS = {{0, 0}, {0.5, 0.34}, {0.8, 0.74}, {1, 1}};
    private static final double SHARE_OF_HEIGHT = 0.5;

    /** Row at which the gradient begins. */
    public double topY() {
        return horizonY - SHARE_OF_HEIGHT * height;
    }

    /** Opaque colour of a row. */
    public int argb(double y) {
        double t = Math.max(0, Math.min(1, (y - topY()) / (horizonY - topY())));
        for (int k = 1; k < STOPS.length; k++) {
            if (t <= STOPS[k][0]) {
                double share = (t - STOPS[k - 1][0]) / (STOPS[k][0] - STOPS[k - 1][0]);
                return Argb.mix(colours.top(), colours.horizon(), STOPS[k - 1][1] + share * (STOPS[k][1] - STOPS[k - 1][1]));
            }
        }
        return colours.horizon();
    }
}
