package org.kvarter.importing.cityjson;

/**
 * Normals of rings in space by Newell's method (Sutherland, Sproull and Schumacker 1974), robust for rings that are not quite planar.
 */
final class Newell {

    private Newell() {
    }

    /**
     * Normal of the ring of corners {@code from … to-1}; its length is twice the area.
     *
     * @param metresPerHorizontalUnit factor for east and north
     * @param normal                  receives the three components, not normalised
     * @return the length
     */
    static double normal(SurfaceStore s, int from, int to, double metresPerHorizontalUnit, double[] normal) {
        double k = metresPerHorizontalUnit;
        int origin = 3 * s.corners.get(from);
        double ox = s.vertices.get(origin);
        double oy = s.vertices.get(origin + 1);
        double oz = s.vertices.get(origin + 2);
        double nx = 0;
        double ny = 0;
        double nz = 0;
        double px = 0;
        double py = 0;
        double pz = 0;
        for (int c = from + 1; c <= to; c++) {
            int v = 3 * s.corners.get(c == to ? from : c);
            double x = (s.vertices.get(v) - ox) * k;
            double y = (s.vertices.get(v + 1) - oy) * k;
            double z = s.vertices.get(v + 2) - oz;
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
    static double perimeterSquared(SurfaceStore s, int from, int to, double metresPerHorizontalUnit) {
        double length = 0;
        for (int c = from; c < to; c++) {
            int a = 3 * s.corners.get(c);
            int b = 3 * s.corners.get(c + 1 == to ? from : c + 1);
            double dx = (s.vertices.get(a) - s.vertices.get(b)) * metresPerHorizontalUnit;
            double dy = (s.vertices.get(a + 1) - s.vertices.get(b + 1)) * metresPerHorizontalUnit;
            double dz = s.vertices.get(a + 2) - s.vertices.get(b + 2);
            length += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return length * length;
    }
}
