package org.kvarter.mesh.pick;

/**
 * A ray under way through the trees: where from, unit direction, and the limit that shrinks to the nearest hit. Mutable; one thread.
 */
final class Ray {

    final double ox;
    final double oy;
    final double oz;
    final double dx;
    final double dy;
    final double dz;
    final double ix;
    final double iy;
    final double iz;
    double limit;

    /** A ray in a direction of any length but 0, up to {@code limit} metres. */
    Ray(double ox, double oy, double oz, double dx, double dy, double dz, double limit) {
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        this.ox = ox;
        this.oy = oy;
        this.oz = oz;
        this.dx = dx / length;
        this.dy = dy / length;
        this.dz = dz / length;
        this.ix = reciprocal(this.dx);
        this.iy = reciprocal(this.dy);
        this.iz = reciprocal(this.dz);
        this.limit = limit;
    }

    /** Finite, so that 0 × infinity never makes a NaN on the face of a box. */
    private static double reciprocal(double d) {
        return Math.abs(d) > 1e-15 ? 1 / d : Math.copySign(1e15, d);
    }

    boolean forward(int axis) {
        return (axis == 0 ? dx : axis == 1 ? dy : dz) >= 0;
    }
}
