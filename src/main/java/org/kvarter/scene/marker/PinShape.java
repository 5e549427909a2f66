package org.kvarter.scene.marker;

import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

/** The corners of a pin: a disc with a rim on a stalk, turned to the eye and of one size on the screen. Stateless. */
final class PinShape {

    /** Corners around a disc. */
    static final int AROUND = 14;
    /** Corners of a pin: disc, rim, stalk. */
    static final int POINTS = 2 * (AROUND + 1) + 4;
    /** Triangles of a pin. */
    static final int TRIANGLES = 2 * AROUND + 2;
    /** Texels of a pin: disc, rim, stalk. */
    static final int TEXELS = 3;

    private static final double RIM = 1.3;
    private static final double LIFT = 3.1;
    private static final double STALK = 0.16;
    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 60;
    private static final float[] COS = new float[AROUND];
    private static final float[] SIN = new float[AROUND];

    static {
        for (int k = 0; k < AROUND; k++) {
            COS[k] = (float) Math.cos(2 * Math.PI * k / AROUND);
            SIN[k] = (float) Math.sin(2 * Math.PI * k / AROUND);
        }
    }

    private PinShape() {
    }

    /** Radius of the disc, metres, for {@code pixels} on the screen. */
    static double radius(Pin pin, Projection projection, double pixels) {
        CameraPose pose = projection.pose();
        double[] f = pose.forward();
        double depth = (pin.east() - pose.east()) * f[0] + (pin.north() - pose.north()) * f[1] + (pin.foot() - pose.up()) * f[2];
        double larger = Math.max(1, projection.height() / 1080);
        return Math.max(SMALLEST, Math.min(LARGEST, pixels * larger * projection.metresPerPixel(Math.max(1, depth))));
    }

    /** Height of the disc's middle over its foot. */
    static double lift(double radius) {
        return LIFT * radius;
    }

    /** Height of the rim's upper edge over the foot. */
    static double top(double radius) {
        return (LIFT + RIM + 0.2) * radius;
    }

    /** Writes the points of a pin from {@code first} on. */
    static void points(Pin pin, CameraPose pose, double radius, float[] points, int first) {
        double[] right = pose.right();
        double[] top = pose.top();
        double[] ahead = pose.forward();
        double up = pin.foot() + lift(radius);
        int at = 3 * first;
        at = disc(points, at, pin, up, right, top, radius, ahead, -0.5 * radius);
        at = disc(points, at, pin, up, right, top, RIM * radius, ahead, 0);
        double side = STALK * radius;
        for (int corner = 0; corner < 4; corner++) {
            double across = corner % 2 == 0 ? -side : side;
            points[at++] = (float) (pin.east() + right[0] * across + ahead[0] * 0.2 * radius);
            points[at++] = (float) (pin.north() + right[1] * across + ahead[1] * 0.2 * radius);
            points[at++] = (float) (corner < 2 ? pin.foot() : up);
        }
    }

    private static int disc(float[] points, int from, Pin pin, double up, double[] right, double[] top, double radius, double[] ahead, double away) {
        int at = from;
        double e = pin.east() + ahead[0] * away;
        double n = pin.north() + ahead[1] * away;
        double u = up + ahead[2] * away;
        points[at++] = (float) e;
        points[at++] = (float) n;
        points[at++] = (float) u;
        for (int k = 0; k < AROUND; k++) {
            double x = radius * COS[k];
            double y = radius * SIN[k];
            points[at++] = (float) (e + right[0] * x + top[0] * y);
            points[at++] = (float) (n + right[1] * x + top[1] * y);
            points[at++] = (float) (u + right[2] * x + top[2] * y);
        }
        return at;
    }

    /** Writes the faces of the n-th pin. */
    static void faces(int pin, int[] faces) {
        int at = 9 * TRIANGLES * pin;
        int point = POINTS * pin;
        int texel = TEXELS * pin;
        for (int disc = 0; disc < 2; disc++) {
            for (int k = 0; k < AROUND; k++) {
                at = face(faces, at, point, point + 1 + k, point + 1 + (k + 1) % AROUND, texel + disc);
            }
            point += AROUND + 1;
        }
        at = face(faces, at, point, point + 1, point + 2, texel + 2);
        face(faces, at, point + 1, point + 3, point + 2, texel + 2);
    }

    private static int face(int[] faces, int from, int a, int b, int c, int texel) {
        faces[from] = a;
        faces[from + 3] = b;
        faces[from + 6] = c;
        faces[from + 2] = faces[from + 5] = faces[from + 8] = texel;
        return from + 9;
    }
}
