package org.kvarter.ui.picture;

import java.util.OptionalDouble;

/**
 * The camera a picture was taken with.
 *
 * @param yaw         direction of view, degrees clockwise from north
 * @param pitch       −90 (straight down) … 90 degrees
 * @param fieldOfView vertical, radians
 * @param middle      metres to what is seen in the middle of the picture; empty for the sky
 */
public record Lens(double yaw, double pitch, double fieldOfView, OptionalDouble middle) {

    /** From here on a picture is a plan: everything on the ground has one scale, within 2 parts in a thousand. */
    private static final double STRAIGHT = -88.5;

    /** Whether it looks straight down. */
    public boolean isPlan() {
        return pitch <= STRAIGHT;
    }

    /** Metres that a pixel covers across the view at the middle of the picture; NaN for the sky. @param height of the picture, pixels */
    public double metresPerPixel(double height) {
        return middle.isPresent() ? middle.getAsDouble() * 2 * Math.tan(fieldOfView / 2) / height : Double.NaN;
    }

    /**
     * Where a direction on the ground points to in the middle of the picture: x to the right, y down, of length 1 for what lies across.
     *
     * @param azimuth degrees clockwise from north
     */
    public double[] onPicture(double azimuth) {
        double turn = Math.toRadians(azimuth - yaw);
        return new double[] {Math.sin(turn), Math.cos(turn) * Math.sin(Math.toRadians(pitch))};
    }
}
