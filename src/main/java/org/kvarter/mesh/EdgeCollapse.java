package org.kvarter.mesh;

import java.util.Arrays;

/**
 * Takes vertices out of one feature after another by half-edge collapses: a vertex moves onto a neighbour as long as every triangle that
 * remains lies within the tolerance of its part's own plane and none turns over. A part goes only where it is thinner than the tolerance.
 * A vertex on an open edge moves along the edge, and altogether no further than the tolerance, so that open surfaces do not shrink. Three
 * rounds of rising tolerance take the small losses first. (After Hoppe, "Progressive Meshes", 1996, with planes in place of samples: walls
 * and roofs have them.) Reused from feature to feature; not thread-safe.
 */
final class EdgeCollapse {

    private static final double[] ROUNDS = {0.2, 0.6, 1};
    /** Least cosine between a triangle's normal and its part's after a move. */
    private static final double LEAST_COSINE = 0.3;

    private final TileMesh tile;
    private final double tolerance;
    /** Per corner: its vertex, counted from {@link #base}; −1 at the first corner of a triangle that is gone. */
    private int[] vertex = new int[3 * 64];
    /** Per corner: the next corner at the same vertex. */
    private int[] next = new int[3 * 64];
    private int[] partOf = new int[64];
    /** Per vertex: a first corner, −1 for none. */
    private int[] head = new int[64];
    /** Per vertex: whether it lies on an open edge, and how far that edge has moved, metres. */
    private boolean[] open = new boolean[64];
    private double[] moved = new double[64];
    private int base;
    private int vertices;
    private int triangles;

    EdgeCollapse(TileMesh tile, double tolerance) {
        this.tile = tile;
        this.tolerance = tolerance;
    }

    /** Simplifies the feature that has these parts; its triangles are then known by their number within it. */
    void feature(int firstPart, int endPart) {
        load(firstPart, endPart);
        findOpenEdges();
        for (double share : ROUNDS) {
            round(share * tolerance);
        }
    }

    boolean isAlive(int triangle) {
        return vertex[3 * triangle] >= 0;
    }

    /** The tile's point at a corner of a triangle. */
    int corner(int triangle, int k) {
        return base + vertex[3 * triangle + k];
    }

    private void load(int firstPart, int endPart) {
        int from = tile.firstTriangle(firstPart);
        triangles = tile.partTriangleEnds()[endPart - 1] - from;
        if (3 * triangles > vertex.length) {
            vertex = new int[6 * triangles];
            next = new int[6 * triangles];
            partOf = new int[2 * triangles];
        }
        int least = Integer.MAX_VALUE;
        int most = -1;
        for (int c = 0; c < 3 * triangles; c++) {
            int v = tile.corners()[3 * from + c];
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        base = triangles == 0 ? 0 : least;
        vertices = triangles == 0 ? 0 : most - least + 1;
        if (vertices > head.length) {
            head = new int[2 * vertices];
            open = new boolean[2 * vertices];
            moved = new double[2 * vertices];
        }
        Arrays.fill(head, 0, vertices, -1);
        for (int c = 0; c < 3 * triangles; c++) {
            vertex[c] = tile.corners()[3 * from + c] - base;
            link(c, vertex[c]);
        }
        for (int p = firstPart; p < endPart; p++) {
            Arrays.fill(partOf, tile.firstTriangle(p) - from, tile.partTriangleEnds()[p] - from, p);
        }
    }

    private void link(int corner, int v) {
        next[corner] = head[v];
        head[v] = corner;
    }

    private float at(int v, int k) {
        return tile.points()[3 * (base + v) + k];
    }

    private void findOpenEdges() {
        Arrays.fill(open, 0, vertices, false);
        Arrays.fill(moved, 0, vertices, 0);
        for (int c = 0; c < 3 * triangles; c++) {
            int v = vertex[c];
            int w = vertex[after(c)];
            if (isOpen(c / 3, v, w)) {
                open[v] = true;
                open[w] = true;
            }
        }
    }

    private static int after(int corner) {
        return corner % 3 == 2 ? corner - 2 : corner + 1;
    }

    private static int before(int corner) {
        return corner % 3 == 0 ? corner + 2 : corner - 1;
    }

    private boolean isOpen(int triangle, int v, int w) {
        for (int c = head[v]; c >= 0; c = next[c]) {
            if (c / 3 != triangle && has(c / 3, w)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(int triangle, int v) {
        return vertex[3 * triangle] == v || vertex[3 * triangle + 1] == v || vertex[3 * triangle + 2] == v;
    }

    private void round(double limit) {
        for (int t = 0; t < triangles; t++) {
            for (int k = 0; k < 3 && isAlive(t); k++) {
                int v = vertex[3 * t + k];
                int w = vertex[3 * t + (k + 1) % 3];
                if (!move(v, w, limit)) {
                    move(w, v, limit);
                }
            }
        }
    }

    /** Moves a vertex onto its neighbour if that is allowed. */
    private boolean move(int from, int to, double limit) {
        double way = moved[from] + distance(from, to);
        if (open[from] && (!open[to] || way > limit) || !remainsTrue(from, to, limit)) {
            return false;
        }
        int c = head[from];
        head[from] = -1;
        while (c >= 0) {
            int following = next[c];
            int t = c / 3;
            if (isAlive(t)) {
                if (has(t, to)) {
                    vertex[3 * t] = -1;
                } else {
                    vertex[c] = to;
                    link(c, to);
                }
            }
            c = following;
        }
        if (open[from]) {
            moved[to] = Math.max(moved[to], way);
        }
        return true;
    }

    private double distance(int v, int w) {
        return Math.sqrt(square(at(v, 0) - at(w, 0)) + square(at(v, 1) - at(w, 1)) + square(at(v, 2) - at(w, 2)));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Whether the triangles that remain at a vertex stay near their planes and the right way round after a move. */
    private boolean remainsTrue(int from, int to, double limit) {
        for (int c = head[from]; c >= 0; c = next[c]) {
            int t = c / 3;
            if (isAlive(t) && !has(t, to) && (offPlane(partOf[t], to) > limit || turnsOver(c, to))) {
                return false;
            }
        }
        return true;
    }

    private double offPlane(int part, int v) {
        float[] n = tile.parts().normals();
        float[] o = tile.parts().centroids();
        int i = 3 * part;
        return Math.abs(n[i] * (at(v, 0) - o[i]) + n[i + 1] * (at(v, 1) - o[i + 1]) + n[i + 2] * (at(v, 2) - o[i + 2]));
    }

    private boolean turnsOver(int corner, int to) {
        int b = vertex[after(corner)];
        int d = vertex[before(corner)];
        double bx = at(b, 0) - at(to, 0);
        double by = at(b, 1) - at(to, 1);
        double bz = at(b, 2) - at(to, 2);
        double dx = at(d, 0) - at(to, 0);
        double dy = at(d, 1) - at(to, 1);
        double dz = at(d, 2) - at(to, 2);
        double x = by * dz - bz * dy;
        double y = bz * dx - bx * dz;
        double z = bx * dy - by * dx;
        float[] n = tile.parts().normals();
        int i = 3 * partOf[corner / 3];
        return x * n[i] + y * n[i + 1] + z * n[i + 2] <= LEAST_COSINE * Math.sqrt(x * x + y * y + z * z);
    }
}
