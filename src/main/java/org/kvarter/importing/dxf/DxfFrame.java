package org.kvarter.importing.dxf;

/**
 * An affine map of space as 3 × 4 numbers, row by row: how a block's or an object's own coordinates become the drawing's. Immutable.
 */
record DxfFrame(double[] m) {

    static final DxfFrame WORLD = new DxfFrame(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

    /** Below this an extrusion counts as parallel to the drawing's z axis (DXF Reference, "Arbitrary Axis Algorithm"). */
    private static final double NEARLY_UP = 1.0 / 64;

    /** The object coordinate system of a record's extrusion (210, 220, 230). */
    static DxfFrame object(DxfRecord record) {
        double x = record.number(210, 0);
        double y = record.number(220, 0);
        double z = record.number(230, 1);
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0) || x == 0 && y == 0 && z > 0) {
            return WORLD;
        }
        double[] n = {x / length, y / length, z / length};
        double[] ax = Math.abs(n[0]) < NEARLY_UP && Math.abs(n[1]) < NEARLY_UP ? unit(new double[] {n[2], 0, -n[0]})
                : unit(new double[] {-n[1], n[0], 0});
        double[] ay = {n[1] * ax[2] - n[2] * ax[1], n[2] * ax[0] - n[0] * ax[2], n[0] * ax[1] - n[1] * ax[0]};
        return new DxfFrame(new double[] {ax[0], ay[0], n[0], 0, ax[1], ay[1], n[1], 0, ax[2], ay[2], n[2], 0});
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    /** First {@code inner}, then this. */
    DxfFrame of(DxfFrame inner) {
        double[] product = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                double sum = column == 3 ? m[4 * row + 3] : 0;
                for (int k = 0; k < 3; k++) {
                    sum += m[4 * row + k] * inner.m[4 * k + column];
                }
                product[4 * row + column] = sum;
            }
        }
        return new DxfFrame(product);
    }

    static DxfFrame move(double x, double y, double z) {
        return new DxfFrame(new double[] {1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z});
    }

    /** Scales, then turns about z. */
    static DxfFrame turnScale(double degrees, double sx, double sy, double sz) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new DxfFrame(new double[] {c * sx, -s * sy, 0, 0, s * sx, c * sy, 0, 0, 0, 0, sz, 0});
    }

    /** How much longer things become, at most. */
    double scale() {
        double most = 0;
        for (int column = 0; column < 3; column++) {
            most = Math.max(most, Math.sqrt(m[column] * m[column] + m[4 + column] * m[4 + column] + m[8 + column] * m[8 + column]));
        }
        return most;
    }

    /** Where a point comes to lie. */
    double[] place(double x, double y, double z) {
        return new double[] {m[0] * x + m[1] * y + m[2] * z + m[3], m[4] * x + m[5] * y + m[6] * z + m[7], m[8] * x + m[9] * y + m[10] * z + m[11]};
    }
}
