package org.kvarter.importing.ifc.shape;

/**
 * An affine map of space: three column vectors and an origin. Immutable.
 *
 * @param m twelve numbers, row by row: x′ = m0·x + m1·y + m2·z + m3 and so on; not copied
 */
public record Affine(double[] m) {

    /** Leaves everything where it is. */
    public static final Affine IDENTITY = new Affine(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

    /** The map that takes the axes to {@code x}, {@code y}, {@code z} and the origin to {@code o}. */
    public static Affine of(double[] o, double[] x, double[] y, double[] z) {
        return new Affine(new double[] {x[0], y[0], z[0], o[0], x[1], y[1], z[1], o[1], x[2], y[2], z[2], o[2]});
    }

    /** Moves by a vector. */
    public static Affine shift(double x, double y, double z) {
        return new Affine(new double[] {1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z});
    }

    /** First {@code inner}, then this. */
    public Affine times(Affine inner) {
        if (inner == IDENTITY) {
            return this;
        }
        if (this == IDENTITY) {
            return inner;
        }
        double[] a = m;
        double[] b = inner.m;
        double[] c = new double[12];
        for (int row = 0; row < 12; row += 4) {
            for (int column = 0; column < 4; column++) {
                c[row + column] = a[row] * b[column] + a[row + 1] * b[4 + column] + a[row + 2] * b[8 + column]
                        + (column == 3 ? a[row + 3] : 0);
            }
        }
        return new Affine(c);
    }

    /** Maps the point at {@code at} of {@code xyz} in place. */
    public void apply(double[] xyz, int at) {
        double x = xyz[at];
        double y = xyz[at + 1];
        double z = xyz[at + 2];
        xyz[at] = m[0] * x + m[1] * y + m[2] * z + m[3];
        xyz[at + 1] = m[4] * x + m[5] * y + m[6] * z + m[7];
        xyz[at + 2] = m[8] * x + m[9] * y + m[10] * z + m[11];
    }

    /** The image of a point. */
    public double[] point(double x, double y, double z) {
        double[] p = {x, y, z};
        apply(p, 0);
        return p;
    }

    /** The image of a direction, not normalised. */
    public double[] vector(double x, double y, double z) {
        return new double[] {m[0] * x + m[1] * y + m[2] * z, m[4] * x + m[5] * y + m[6] * z, m[8] * x + m[9] * y + m[10] * z};
    }

    /** Where the origin goes. */
    public double[] origin() {
        return new double[] {m[3], m[7], m[11]};
    }

    /** Volume of the image of a unit cube; negative where the map mirrors. */
    public double determinant() {
        return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8]);
    }

    /** Whether left becomes right. */
    public boolean mirrors() {
        return determinant() < 0;
    }

    /** Whether all numbers are finite and no direction is lost. */
    public boolean isSound() {
        double d = determinant();
        return Double.isFinite(d) && Math.abs(d) > 1e-30 && Double.isFinite(m[3]) && Double.isFinite(m[7]) && Double.isFinite(m[11]);
    }

    /** The way back, of a map that {@link #isSound}. */
    public Affine inverse() {
        double d = 1 / determinant();
        double[] r = {
            (m[5] * m[10] - m[6] * m[9]) * d, (m[2] * m[9] - m[1] * m[10]) * d, (m[1] * m[6] - m[2] * m[5]) * d, 0,
            (m[6] * m[8] - m[4] * m[10]) * d, (m[0] * m[10] - m[2] * m[8]) * d, (m[2] * m[4] - m[0] * m[6]) * d, 0,
            (m[4] * m[9] - m[5] * m[8]) * d, (m[1] * m[8] - m[0] * m[9]) * d, (m[0] * m[5] - m[1] * m[4]) * d, 0};
        for (int row = 0; row < 12; row += 4) {
            r[row + 3] = -(r[row] * m[3] + r[row + 1] * m[7] + r[row + 2] * m[11]);
        }
        return new Affine(r);
    }
}
