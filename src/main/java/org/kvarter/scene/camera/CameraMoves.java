package org.kvarter.scene.camera;

import org.kvarter.model.Bounds;

/**
 * The arithmetic of moving a camera. All angles in radians, places as east, north, up in local metres. Stateless.
 */
public final class CameraMoves {

    /** Steepest view of an orbit, a little short of straight down so that north stays defined. */
    public static final double STEEPEST = Math.toRadians(89.5);
    private static final double HIGHEST_PITCH = Math.toRadians(75);

    private CameraMoves() {
    }

    /** Turns eye and view about a pivot, which keeps its place in the picture. */
    public static CameraPose orbit(CameraPose pose, double[] pivot, double dYaw, double dPitch) {
        double pitch = clamp(pose.pitch() + dPitch, -STEEPEST, HIGHEST_PITCH);
        double yaw = pose.yaw() + dYaw;
        double e = pivot[0] - pose.east();
        double n = pivot[1] - pose.north();
        double u = pivot[2] - pose.up();
        double[] f = pose.forward();
        double[] r = pose.right();
        double[] t = pose.top();
        double ahead = e * f[0] + n * f[1] + u * f[2];
        double aside = e * r[0] + n * r[1] + u * r[2];
        double above = e * t[0] + n * t[1] + u * t[2];
        CameraPose turned = pose.turned(yaw, pitch);
        double[] f2 = turned.forward();
        double[] r2 = turned.right();
        double[] t2 = turned.top();
        return new CameraPose(pivot[0] - ahead * f2[0] - aside * r2[0] - above * t2[0],
                pivot[1] - ahead * f2[1] - aside * r2[1] - above * t2[1],
                pivot[2] - ahead * f2[2] - aside * r2[2] - above * t2[2], yaw, pitch);
    }

    /**
     * Moves towards a point, which keeps its place in the picture.
     *
     * @param factor   distance after over distance before
     * @param nearest  least distance to the point
     * @param furthest greatest distance to the point
     */
    public static CameraPose zoom(CameraPose pose, double[] point, double factor, double nearest, double furthest) {
        double distance = distance(pose, point);
        double wanted = clamp(distance * factor, Math.min(nearest, distance), Math.max(furthest, distance));
        double share = distance == 0 ? 1 : wanted / distance;
        return new CameraPose(point[0] + (pose.east() - point[0]) * share, point[1] + (pose.north() - point[1]) * share,
                point[2] + (pose.up() - point[2]) * share, pose.yaw(), pose.pitch());
    }

    /**
     * Moves so that the grabbed place comes under the pointer: along the level plane through it, or along the picture's plane where
     * the view is nearly level.
     *
     * @param grabbed the place under the pointer when it was pressed
     */
    public static CameraPose pan(Projection from, double[] grabbed, double x, double y) {
        CameraPose pose = from.pose();
        double[] ray = from.ray(x, y);
        double down = grabbed[2] - pose.up();
        if (ray[2] * down > 0 && Math.abs(ray[2]) > 0.06) {
            double reach = down / ray[2];
            return pose.moved(grabbed[0] - pose.east() - reach * ray[0], grabbed[1] - pose.north() - reach * ray[1], 0);
        }
        double[] f = pose.forward();
        double depth = (grabbed[0] - pose.east()) * f[0] + (grabbed[1] - pose.north()) * f[1] + down * f[2];
        double along = ray[0] * f[0] + ray[1] * f[1] + ray[2] * f[2];
        double reach = depth / along;
        return pose.moved(grabbed[0] - pose.east() - reach * ray[0], grabbed[1] - pose.north() - reach * ray[1],
                down - reach * ray[2]);
    }

    /**
     * The pose nearest to a box that shows all of it from a direction, in the middle of the picture.
     *
     * @param share of the picture's width or height that the box may take, 0 … 1
     */
    public static CameraPose fit(Bounds box, double yaw, double pitch, double fieldOfView, double aspect, double share) {
        double vertical = Math.tan(fieldOfView / 2) * share;
        double horizontal = vertical * aspect;
        CameraPose pose = new CameraPose(box.centreEast(), box.centreNorth(), box.centreUp(), yaw, pitch);
        double[] f = pose.forward();
        double[] r = pose.right();
        double[] t = pose.top();
        double[] aside = new double[8];
        double[] above = new double[8];
        double[] ahead = new double[8];
        for (int corner = 0; corner < 8; corner++) {
            double e = ((corner & 1) == 0 ? -1 : 1) * box.width() / 2;
            double n = ((corner & 2) == 0 ? -1 : 1) * box.depth() / 2;
            double u = ((corner & 4) == 0 ? -1 : 1) * box.height() / 2;
            ahead[corner] = e * f[0] + n * f[1] + u * f[2];
            aside[corner] = e * r[0] + n * r[1] + u * r[2];
            above[corner] = e * t[0] + n * t[1] + u * t[2];
        }
        double distance = Math.max(10, Math.max(distance(aside, ahead, horizontal), distance(above, ahead, vertical)));
        double x = centre(aside, ahead, distance);
        double y = centre(above, ahead, distance);
        return pose.moved(x * r[0] + y * t[0] - distance * f[0], x * r[1] + y * t[1] - distance * f[1],
                x * r[2] + y * t[2] - distance * f[2]);
    }

    /** Least distance at which all corners fit between two rays. */
    private static double distance(double[] across, double[] ahead, double tangent) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < across.length; i++) {
            low = Math.max(low, across[i] - ahead[i] * tangent);
            high = Math.min(high, across[i] + ahead[i] * tangent);
        }
        return (low - high) / 2 / tangent;
    }

    /** Where the eye must stand for as much room on one side of the picture as on the other. */
    private static double centre(double[] across, double[] ahead, double distance) {
        double low = -1e6;
        double high = 1e6;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < across.length; i++) {
                double tangent = (across[i] - middle) / Math.max(1, ahead[i] + distance);
                least = Math.min(least, tangent);
                most = Math.max(most, tangent);
            }
            if (least + most > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The pose a share of the way from one to another, turning the short way round. */
    public static CameraPose between(CameraPose a, CameraPose b, double share) {
        double turn = Math.IEEEremainder(b.yaw() - a.yaw(), 2 * Math.PI);
        return new CameraPose(a.east() + (b.east() - a.east()) * share, a.north() + (b.north() - a.north()) * share,
                a.up() + (b.up() - a.up()) * share, a.yaw() + turn * share, a.pitch() + (b.pitch() - a.pitch()) * share);
    }

    /** Slow at both ends: 0 … 1 to 0 … 1. */
    public static double ease(double share) {
        double s = clamp(share, 0, 1);
        return s < 0.5 ? 4 * s * s * s : 1 - Math.pow(-2 * s + 2, 3) / 2;
    }

    public static double distance(CameraPose pose, double[] point) {
        return Math.sqrt(square(point[0] - pose.east()) + square(point[1] - pose.north()) + square(point[2] - pose.up()));
    }

    private static double square(double x) {
        return x * x;
    }

    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
