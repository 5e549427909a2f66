package org.kvarter.mesh.section;

import java.util.Arrays;

/** Triangles that grow: points, corners, and of each triangle its tile part (−1 for a cap), its feature row and the tile's triangle it is of. Not thread-safe. */
final class Soup {

    double[] xyz = new double[3 * 64];
    int points;
    int[] corners = new int[3 * 64];
    int[] parts = new int[64];
    int[] rows = new int[64];
    int[] sources = new int[64];
    int triangles;

    int point(double x, double y, double z) {
        if (3 * points == xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        xyz[3 * points] = x;
        xyz[3 * points + 1] = y;
        xyz[3 * points + 2] = z;
        return points++;
    }

    /** Adds a triangle, unless two of its corners are at one place. */
    void triangle(int a, int b, int c, int part, int row, int source) {
        if (same(a, b) || same(b, c) || same(c, a)) {
            return;
        }
        if (triangles == parts.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
            parts = Arrays.copyOf(parts, 2 * parts.length);
            rows = Arrays.copyOf(rows, 2 * rows.length);
            sources = Arrays.copyOf(sources, 2 * sources.length);
        }
        corners[3 * triangles] = a;
        corners[3 * triangles + 1] = b;
        corners[3 * triangles + 2] = c;
        parts[triangles] = part;
        sources[triangles] = source;
        rows[triangles++] = row;
    }

    private boolean same(int a, int b) {
        return a == b || xyz[3 * a] == xyz[3 * b] && xyz[3 * a + 1] == xyz[3 * b + 1] && xyz[3 * a + 2] == xyz[3 * b + 2];
    }

    void addAll(Soup other) {
        int first = points;
        while (3 * (points + other.points) > xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        System.arraycopy(other.xyz, 0, xyz, 3 * points, 3 * other.points);
        points += other.points;
        for (int t = 0; t < other.triangles; t++) {
            triangle(first + other.corners[3 * t], first + other.corners[3 * t + 1], first + other.corners[3 * t + 2], other.parts[t], other.rows[t],
                    other.sources[t]);
        }
    }

    CutTile tile() {
        float[] p = new float[3 * points];
        for (int k = 0; k < p.length; k++) {
            p[k] = (float) xyz[k];
        }
        int capCount = 0;
        for (int t = 0; t < triangles; t++) {
            capCount += parts[t] < 0 ? 1 : 0;
        }
        int[] whole = new int[3 * (triangles - capCount)];
        int[] partOf = new int[triangles - capCount];
        int[] sourceOf = new int[triangles - capCount];
        int[] caps = new int[3 * capCount];
        int[] capRows = new int[capCount];
        int w = 0;
        int c = 0;
        for (int t = 0; t < triangles; t++) {
            if (parts[t] < 0) {
                System.arraycopy(corners, 3 * t, caps, 3 * c, 3);
                capRows[c++] = rows[t];
            } else {
                System.arraycopy(corners, 3 * t, whole, 3 * w, 3);
                sourceOf[w] = sources[t];
                partOf[w++] = parts[t];
            }
        }
        return new CutTile(p, whole, partOf, sourceOf, caps, capRows);
    }
}
