package org.kvarter.importing.ifc.shape;

/**
 * A plane with a direction: n·p = d.
 *
 * @param x unit normal
 * @param y unit normal
 * @param z unit normal
 * @param d distance of the plane from the origin along the normal, metres
 */
public record Plane(double x, double y, double z, double d) {

    /** The plane through {@code point} across a unit vector. */
    public static Plane through(double[] point, double[] normal) {
        return new Plane(normal[0], normal[1], normal[2], Vectors.dot(point, normal));
    }

    /** Signed distance of the point at {@code at} of {@code xyz}. */
    public double distance(double[] xyz, int at) {
        return x * xyz[at] + y * xyz[at + 1] + z * xyz[at + 2] - d;
    }

    /** The same plane seen from behind. */
    public Plane flipped() {
        return new Plane(-x, -y, -z, -d);
    }

    double[] normal() {
        return new double[] {x, y, z};
    }
}
