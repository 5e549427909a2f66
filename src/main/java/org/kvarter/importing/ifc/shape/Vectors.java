package org.kvarter.importing.ifc.shape;

/** Small sums on three numbers. */
public final class Vectors {

    private Vectors() {
    }

    public static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    public static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    public static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    /** a + s·b. */
    public static double[] plus(double[] a, double[] b, double s) {
        return new double[] {a[0] + s * b[0], a[1] + s * b[1], a[2] + s * b[2]};
    }

    public static double[] scaled(double[] a, double s) {
        return new double[] {a[0] * s, a[1] * s, a[2] * s};
    }

    public static double length(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** The direction of {@code a}, or {@code otherwise} where it has none. */
    public static double[] unit(double[] a, double[] otherwise) {
        double n = length(a);
        return n > 1e-12 && Double.isFinite(n) ? scaled(a, 1 / n) : otherwise.clone();
    }

    /** Some direction across {@code unit}. */
    public static double[] across(double[] unit) {
        double[] other = Math.abs(unit[0]) < 0.9 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
        return unit(plus(other, unit, -dot(other, unit)), new double[] {0, 1, 0});
    }
}
