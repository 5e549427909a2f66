package org.kvarter.importing.arrays;

/**
 * Normals of rings in space by Newell's method (Sutherland, Sproull and Schumacker 1974), robust for rings that are not quite planar.
 */
public final class Newell {

    private Newell() {
    }

    /**
     * Normal of the ring of corners {@code from … to-1}; its length is twice the area.
     *
     * @param metresPerHorizontalUnit factor for east and north
     * @param normal                  receives the three components, not normalised
     * @return the length
     */
    public static double normal(IntList corners, DoubleList vertices, int from, int to, double metresPerHorizontalUnit, double[] normal) {
        double k = metresPerHorizontalUnit;
        int origin = 3 * corners.get(from);
        double ox = vertices.get(origin);
        double oy = vertices.get(origin + 1);
        double oz = vertices.get(origin + 2);
        double nx = 0;
        double ny = 0;
        double nz = 0;
        double px = 0;
        double py = 0;
        double pz = 0;
        for (int c = from + 1; c <= to; c++) {
            int v = 3 * corners.get(c == to ? from : c);
            double x = (vertices.get(v) - ox) * k;
            double y = (vertices.get(v + 1) - oy) * k;
            double z = vertices.get(v + 2) - oz;
            nx += (py - y) * (pz + z);
            ny += (pz - z) * (px + x);
            nz += (px - x) * (py + y);
            px = x;
            py = y;
            pz = z;
        }
        normal[0] = nx;
        normal[1] = ny;
        normal[2] = nz;
        return Math.sqrt(nx * nx + ny * ny + nz * nz);
    }

    /** Square of the length of the ring's boundary. */
    public static double perimeterSquared(IntList corners, DoubleList vertices, int from, int to, double metresPerHorizontalUnit) {
        double length = 0;
        for (int c = from; c < to; c++) {
            int a = 3 * corners.get(c);
            int b = 3 * corners.get(c + 1 == to ? from : c + 1);
            double dx = (vertices.get(a) - vertices.get(b)) * metresPerHorizontalUnit;
            double dy = (vertices.get(a + 1) - vertices.get(b + 1)) * metresPerHorizontalUnit;
            double dz = vertices.get(a + 2) - vertices.get(b + 2);
            length += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return length * length;
    }
}
