package org.kvarter.importing.ifc.shape;

import java.util.Arrays;

/**
 * Faces in space that grow: vertices, then corners of rings closed by {@link #endRing}, then {@link #endFace}; the first ring of a face is
 * its outline, seen from outside counter-clockwise, the others are holes. One solid, or some surfaces. Not thread-safe.
 */
public final class FaceSet {

    /** Vertices of one set; more is damage. */
    private static final int MOST = 40_000_000;

    double[] xyz = new double[3 * 16];
    int vertices;
    int[] corners = new int[64];
    int cornerCount;
    int[] ringEnds = new int[16];
    int rings;
    int[] faceRingEnds = new int[16];
    int[] argb = new int[16];
    int faces;
    private final boolean solid;

    /** @param solid whether the faces are meant to enclose a volume */
    public FaceSet(boolean solid) {
        this.solid = solid;
    }

    /** Whether the faces are meant to enclose a volume. */
    public boolean isSolid() {
        return solid;
    }

    /** Adds a vertex and answers its number. */
    public int vertex(double x, double y, double z) {
        if (3 * vertices + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, 3 * grown(vertices));
        }
        xyz[3 * vertices] = x;
        xyz[3 * vertices + 1] = y;
        xyz[3 * vertices + 2] = z;
        return vertices++;
    }

    private static int grown(int size) {
        if (size > MOST) {
            throw new ShapeTooLargeException();
        }
        return 2 * size + 8;
    }

    /** Adds a corner to the ring under way. */
    public void corner(int vertex) {
        if (cornerCount == corners.length) {
            corners = Arrays.copyOf(corners, grown(cornerCount));
        }
        corners[cornerCount++] = vertex;
    }

    /** Ends the ring under way; one of fewer than three corners is taken back and {@code false} answered. */
    public boolean endRing() {
        int start = rings == 0 ? 0 : ringEnds[rings - 1];
        if (cornerCount - start < 3) {
            cornerCount = start;
            return false;
        }
        if (rings == ringEnds.length) {
            ringEnds = Arrays.copyOf(ringEnds, 2 * rings);
        }
        ringEnds[rings++] = cornerCount;
        return true;
    }

    /** Ends the face of the rings since the last one. */
    public boolean endFace(int colour) {
        int start = faces == 0 ? 0 : faceRingEnds[faces - 1];
        if (rings == start) {
            return false;
        }
        if (faces == faceRingEnds.length) {
            faceRingEnds = Arrays.copyOf(faceRingEnds, 2 * faces);
            argb = Arrays.copyOf(argb, 2 * faces);
        }
        faceRingEnds[faces] = rings;
        argb[faces++] = colour;
        return true;
    }

    /** Adds a face of one ring. */
    public void face(int colour, int... ring) {
        for (int v : ring) {
            corner(v);
        }
        if (endRing()) {
            endFace(colour);
        }
    }

    public int vertexCount() {
        return vertices;
    }

    public int faceCount() {
        return faces;
    }

    public int cornerCount() {
        return cornerCount;
    }

    /** First ring of a face. */
    public int firstRing(int face) {
        return face == 0 ? 0 : faceRingEnds[face - 1];
    }

    /** Exclusive last ring of a face. */
    public int endRing(int face) {
        return faceRingEnds[face];
    }

    /** First corner of a ring. */
    public int firstCorner(int ring) {
        return ring == 0 ? 0 : ringEnds[ring - 1];
    }

    /** Exclusive last corner of a ring. */
    public int endCorner(int ring) {
        return ringEnds[ring];
    }

    /** Vertex of a corner. */
    public int vertexOf(int corner) {
        return corners[corner];
    }

    /** Coordinate 0 … 2 of a vertex, metres. */
    public double coordinate(int vertex, int axis) {
        return xyz[3 * vertex + axis];
    }

    /** Colour of a face, 0 for none of its own. */
    public int colour(int face) {
        return argb[face];
    }

    /** Sets the colour of one face. */
    public void colour(int face, int colour) {
        argb[face] = colour;
    }

    /** Gives a colour to the faces that have none. */
    public void paint(int colour) {
        for (int f = 0; f < faces; f++) {
            argb[f] = argb[f] == 0 ? colour : argb[f];
        }
    }

    /** Adds the faces of {@code other}, moved; mirrored ones are turned so that outside stays outside. */
    public void append(FaceSet other, Affine to) {
        int base = vertices;
        boolean turn = to.mirrors();
        double[] p = new double[3];
        for (int v = 0; v < other.vertices; v++) {
            System.arraycopy(other.xyz, 3 * v, p, 0, 3);
            to.apply(p, 0);
            vertex(p[0], p[1], p[2]);
        }
        for (int f = 0; f < other.faces; f++) {
            appendFace(other, f, base, turn, other.argb[f]);
        }
    }

    /** A copy, moved. */
    public FaceSet moved(Affine to) {
        FaceSet copy = new FaceSet(solid);
        copy.append(this, to);
        return copy;
    }

    /** Adds one face of a set whose vertices were added here from {@code base} on. */
    void appendFace(FaceSet other, int f, int base, boolean turn, int colour) {
        for (int r = other.firstRing(f); r < other.faceRingEnds[f]; r++) {
            int from = other.firstCorner(r);
            int to = other.ringEnds[r];
            for (int c = from; c < to; c++) {
                corner(base + other.corners[turn ? to - 1 - (c - from) : c]);
            }
            endRing();
        }
        endFace(colour);
    }

    /** Six times the volume is Σ of determinants over a fan of each ring; of a closed set, m³. */
    public double volume() {
        double sum = 0;
        for (int r = 0; r < rings; r++) {
            int a = 3 * corners[firstCorner(r)];
            for (int c = firstCorner(r) + 1; c + 1 < ringEnds[r]; c++) {
                int b = 3 * corners[c];
                int d = 3 * corners[c + 1];
                sum += xyz[a] * (xyz[b + 1] * xyz[d + 2] - xyz[b + 2] * xyz[d + 1])
                        - xyz[a + 1] * (xyz[b] * xyz[d + 2] - xyz[b + 2] * xyz[d])
                        + xyz[a + 2] * (xyz[b] * xyz[d + 1] - xyz[b + 1] * xyz[d]);
            }
        }
        return sum / 6;
    }

    /** Turns all faces where the set encloses a negative volume. */
    public void turnOutwards() {
        if (volume() < 0) {
            turn();
        }
    }

    /** Turns all faces. */
    public void turn() {
        for (int r = 0; r < rings; r++) {
            for (int a = firstCorner(r), b = ringEnds[r] - 1; a < b; a++, b--) {
                int swap = corners[a];
                corners[a] = corners[b];
                corners[b] = swap;
            }
        }
    }

    /** Minimum x, y, z, maximum x, y, z of all vertices; infinite the wrong way round where there is none. */
    public double[] box() {
        double[] box = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int v = 0; v < vertices; v++) {
            Boxes.add(box, xyz, 3 * v);
        }
        return box;
    }

    /** Box of one face. */
    double[] box(int face) {
        double[] box = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int c = firstCorner(firstRing(face)); c < ringEnds[firstRing(face)]; c++) {
            Boxes.add(box, xyz, 3 * corners[c]);
        }
        return box;
    }

    /** Unit normal of a face; zero where it has no area. */
    public double[] normal(int face) {
        Plane plane = plane(face);
        return plane == null ? new double[3] : plane.normal();
    }

    /** Plane of a face by Newell's method; {@code null} where it has no area. */
    Plane plane(int face) {
        int ring = firstRing(face);
        int from = firstCorner(ring);
        int to = ringEnds[ring];
        int o = 3 * corners[from];
        double nx = 0;
        double ny = 0;
        double nz = 0;
        double reach = 0;
        for (int c = from; c < to; c++) {
            int a = 3 * corners[c];
            int b = 3 * corners[c + 1 == to ? from : c + 1];
            double ax = xyz[a] - xyz[o];
            double ay = xyz[a + 1] - xyz[o + 1];
            double az = xyz[a + 2] - xyz[o + 2];
            double bx = xyz[b] - xyz[o];
            double by = xyz[b + 1] - xyz[o + 1];
            double bz = xyz[b + 2] - xyz[o + 2];
            nx += ay * bz - az * by;
            ny += az * bx - ax * bz;
            nz += ax * by - ay * bx;
            reach = Math.max(reach, ax * ax + ay * ay + az * az);
        }
        double n = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (!(n > 1e-9 * reach) || !(n > 1e-12)) {
            return null;
        }
        nx /= n;
        ny /= n;
        nz /= n;
        return new Plane(nx, ny, nz, nx * xyz[o] + ny * xyz[o + 1] + nz * xyz[o + 2]);
    }
}
