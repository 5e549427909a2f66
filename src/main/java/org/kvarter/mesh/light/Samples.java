package org.kvarter.mesh.light;

import org.kvarter.mesh.TileMesh;

/**
 * A few places spread evenly over a part, a little off its surface. Reused from part to part; not thread-safe.
 */
public final class Samples {

    /** Distance of the places from the surface, metres. */
    private static final double OFF = 0.04;

    /** Fractional parts of the plastic number's powers: a low-discrepancy sequence in the plane (Roberts 2018). */
    private static final double R1 = 0.7548776662466927;
    private static final double R2 = 0.5698402909980532;

    private final TileMesh tile;
    final double[] xyz = new double[3 * 12];
    int count;

    /** Places on the parts of a tile. */
    public Samples(TileMesh tile) {
        this.tile = tile;
    }

    /**
     * Spreads places over a part.
     *
     * @param sign 1 for its outer side, −1 for the inner one
     */
    public void spread(int part, int sign) {
        float area = tile.parts().areas()[part];
        count = area < 6 ? 1 : area < 40 ? 3 : area < 250 ? 6 : 12;
        float[] n = tile.parts().normals();
        double step = area / count;
        double sum = 0;
        double next = step / 2;
        int made = 0;
        int end = tile.partTriangleEnds()[part];
        for (int t = tile.firstTriangle(part); t < end && made < count; t++) {
            sum += area(t);
            while (made < count && (next <= sum || t == end - 1)) {
                place(t, made, end - tile.firstTriangle(part) == 1 && count == 1);
                for (int k = 0; k < 3; k++) {
                    xyz[3 * made + k] += sign * OFF * n[3 * part + k];
                }
                made++;
                next += step;
            }
        }
        count = made;
    }

    /** Number of places of the part spread last, 1 … 12. */
    public int count() {
        return count;
    }

    /** Their local east, north, up one after the other; overwritten with the next part. */
    public double[] xyz() {
        return xyz;
    }

    private void place(int triangle, int number, boolean middle) {
        double u = middle ? 1.0 / 3 : 0.5 + R1 * (number + 1);
        double v = middle ? 1.0 / 3 : 0.5 + R2 * (number + 1);
        u -= Math.floor(u);
        v -= Math.floor(v);
        if (u + v > 1) {
            u = 1 - u;
            v = 1 - v;
        }
        float[] p = tile.points();
        for (int k = 0; k < 3; k++) {
            double a = p[3 * tile.corners()[3 * triangle] + k];
            double b = p[3 * tile.corners()[3 * triangle + 1] + k];
            double c = p[3 * tile.corners()[3 * triangle + 2] + k];
            xyz[3 * number + k] = a + u * (b - a) + v * (c - a);
        }
    }

    private double area(int triangle) {
        float[] p = tile.points();
        int a = 3 * tile.corners()[3 * triangle];
        int b = 3 * tile.corners()[3 * triangle + 1];
        int c = 3 * tile.corners()[3 * triangle + 2];
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        return Math.sqrt(x * x + y * y + z * z) / 2;
    }
}
