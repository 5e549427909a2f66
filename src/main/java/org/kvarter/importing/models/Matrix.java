package org.kvarter.importing.models;

/**
 * A transform of points in space: a 4 × 4 matrix whose last row is 0 0 0 1. Immutable.
 *
 * @param m 12 numbers, row by row: the first three of each row turn and scale, the fourth moves; not copied
 */
public record Matrix(double[] m) {

    public static final Matrix IDENTITY = new Matrix(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});
    /** Turns y-up to z-up: (x, y, z) becomes (x, −z, y). */
    public static final Matrix Y_TO_Z_UP = new Matrix(new double[] {1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0});

    /** Of 16 numbers column by column, as glTF and 3D Tiles write them. */
    public static Matrix ofColumns(double[] c) {
        return new Matrix(new double[] {c[0], c[4], c[8], c[12], c[1], c[5], c[9], c[13], c[2], c[6], c[10], c[14]});
    }

    public static Matrix translation(double x, double y, double z) {
        return new Matrix(new double[] {1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z});
    }

    public static Matrix scale(double x, double y, double z) {
        return new Matrix(new double[] {x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0});
    }

    /** A turn by a unit quaternion; one of no length turns nothing. */
    public static Matrix quaternion(double x, double y, double z, double w) {
        double n = x * x + y * y + z * z + w * w;
        if (!(n > 0)) {
            return IDENTITY;
        }
        double s = 2 / n;
        return new Matrix(new double[] {
            1 - s * (y * y + z * z), s * (x * y - z * w), s * (x * z + y * w), 0,
            s * (x * y + z * w), 1 - s * (x * x + z * z), s * (y * z - x * w), 0,
            s * (x * z - y * w), s * (y * z + x * w), 1 - s * (x * x + y * y), 0});
    }

    /** A turn about an axis, counter-clockwise seen against it. */
    public static Matrix rotation(double x, double y, double z, double degrees) {
        double length = Math.sqrt(x * x + y * y + z * z);
        double half = Math.toRadians(degrees) / 2;
        double sine = length > 0 ? Math.sin(half) / length : 0;
        return quaternion(x * sine, y * sine, z * sine, Math.cos(half));
    }

    /** First {@code inner}, then this. */
    public Matrix times(Matrix inner) {
        double[] r = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                double sum = column == 3 ? m[4 * row + 3] : 0;
                for (int k = 0; k < 3; k++) {
                    sum += m[4 * row + k] * inner.m[4 * k + column];
                }
                r[4 * row + column] = sum;
            }
        }
        return new Matrix(r);
    }

    /** Moves a point in place. */
    public void apply(double[] p) {
        double x = p[0];
        double y = p[1];
        double z = p[2];
        for (int row = 0; row < 3; row++) {
            p[row] = m[4 * row] * x + m[4 * row + 1] * y + m[4 * row + 2] * z + m[4 * row + 3];
        }
    }

    /** Whether it turns left hands into right ones, so that surfaces change sides. */
    public boolean mirrors() {
        double d = m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8]);
        return d < 0;
    }

    /** Whether all numbers are finite. */
    public boolean isFinite() {
        double sum = 0;
        for (double value : m) {
            sum += value * 0;
        }
        return sum == 0;
    }
}
