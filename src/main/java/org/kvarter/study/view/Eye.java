package org.kvarter.study.view;

/**
 * An eye and what it takes in.
 *
 * @param east    local metres
 * @param north   local metres
 * @param up      local metres
 * @param yaw     middle of the view, degrees clockwise from north
 * @param width   width of the view, 1 … 360 degrees
 */
public record Eye(double east, double north, double up, double yaw, double width) {

    /** Eye height of a person who stands, metres. */
    public static final double STANDING = 1.65;
    /** Half the width of a frame of small-picture film, millimetres. */
    private static final double HALF_FILM = 18;

    public Eye {
        if (!(width >= 1 && width <= 360)) {
            throw new IllegalArgumentException("a view is 1 to 360 degrees wide");
        }
    }

    /** Whether a direction is in the view. @param azimuth degrees clockwise from north */
    public boolean takesIn(double azimuth) {
        return width >= 360 || Math.abs(Math.IEEEremainder(azimuth - yaw, 360)) <= width / 2;
    }

    /** Focal length of a small-picture camera with that view, millimetres; NaN for views of a half circle and more. */
    public static double focalLength(double width) {
        return width < 180 ? HALF_FILM / Math.tan(Math.toRadians(width / 2)) : Double.NaN;
    }
}
