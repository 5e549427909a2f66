package org.kvarter.scene.camera;

import org.kvarter.model.LocalFrame;
import org.kvarter.model.Viewpoint;

/**
 * An eye and its direction in the local frame. Immutable.
 *
 * @param east  metres
 * @param north metres
 * @param up    metres
 * @param yaw   direction of view in radians clockwise from north
 * @param pitch radians, −π/2 straight down … π/2 straight up
 */
public record CameraPose(double east, double north, double up, double yaw, double pitch) {

    /** Unit vector of the view: east, north, up. */
    public double[] forward() {
        double c = Math.cos(pitch);
        return new double[] {Math.sin(yaw) * c, Math.cos(yaw) * c, Math.sin(pitch)};
    }

    /** Unit vector to the right of the picture; level. */
    public double[] right() {
        return new double[] {Math.cos(yaw), -Math.sin(yaw), 0};
    }

    /** Unit vector to the top of the picture. */
    public double[] top() {
        double s = -Math.sin(pitch);
        return new double[] {Math.sin(yaw) * s, Math.cos(yaw) * s, Math.cos(pitch)};
    }

    /** The point at a distance straight ahead. */
    public double[] ahead(double distance) {
        double[] f = forward();
        return new double[] {east + distance * f[0], north + distance * f[1], up + distance * f[2]};
    }

    public CameraPose moved(double dEast, double dNorth, double dUp) {
        return new CameraPose(east + dEast, north + dNorth, up + dUp, yaw, pitch);
    }

    public CameraPose withUp(double other) {
        return new CameraPose(east, north, other, yaw, pitch);
    }

    public CameraPose turned(double newYaw, double newPitch) {
        return new CameraPose(east, north, up, newYaw, newPitch);
    }

    /** The pose that looks at a point from a distance in a direction. */
    public static CameraPose lookingAt(double east, double north, double up, double distance, double yaw, double pitch) {
        double[] back = new CameraPose(0, 0, 0, yaw, pitch).ahead(-distance);
        return new CameraPose(east + back[0], north + back[1], up + back[2], yaw, pitch);
    }

    /** This camera under a name, in the coordinates of the frame. */
    public Viewpoint toViewpoint(String name, LocalFrame frame) {
        double degrees = Math.toDegrees(yaw) % 360;
        return new Viewpoint(name, east + frame.originEast(), north + frame.originNorth(), up + frame.originHeight(),
                degrees < 0 ? degrees + 360 : degrees, Math.max(-90, Math.min(90, Math.toDegrees(pitch))));
    }

    /** The camera of a viewpoint. */
    public static CameraPose of(Viewpoint v, LocalFrame frame) {
        return new CameraPose(frame.toLocalEast(v.east()), frame.toLocalNorth(v.north()), frame.toLocalUp(v.height()),
                Math.toRadians(v.yawDegrees()), Math.toRadians(v.pitchDegrees()));
    }
}
