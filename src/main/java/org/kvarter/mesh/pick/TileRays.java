package org.kvarter.mesh.pick;

import org.kvarter.mesh.TileMesh;

/**
 * Rays against the triangles of one tile. Immutable and thread-safe; built in a few milliseconds for a full tile.
 *
 * <p>Both sides of a triangle are hit (Möller and Trumbore 1997, in double precision).
 */
public final class TileRays {

    /** Which tile parts a ray sees. */
    @FunctionalInterface
    public interface PartFilter {
        /** Sees all. */
        PartFilter ALL = part -> true;

        /** Whether the ray sees a part, counted within the tile. */
        boolean sees(int tilePart);
    }

    private static final int DEEPEST = 128;

    private final TileMesh tile;
    private final Bvh tree;

    private TileRays(TileMesh tile, Bvh tree) {
        this.tile = tile;
        this.tree = tree;
    }

    /** Builds the tree of a tile. */
    public static TileRays of(TileMesh tile) {
        int n = tile.triangleCount();
        float[] boxes = new float[6 * n];
        float[] points = tile.points();
        int[] corners = tile.corners();
        for (int t = 0; t < n; t++) {
            int a = 3 * corners[3 * t];
            int b = 3 * corners[3 * t + 1];
            int c = 3 * corners[3 * t + 2];
            for (int k = 0; k < 3; k++) {
                boxes[6 * t + k] = Math.min(points[a + k], Math.min(points[b + k], points[c + k]));
                boxes[6 * t + 3 + k] = Math.max(points[a + k], Math.max(points[b + k], points[c + k]));
            }
        }
        return new TileRays(tile, BvhBuilder.build(boxes));
    }

    public TileMesh tile() {
        return tile;
    }

    /**
     * The first triangle on a ray.
     *
     * @param ray    where from, where to and how far; its limit is drawn in to the hit
     * @param filter parts seen
     * @return number of the triangle, −1 where there is none
     */
    int nearest(Ray ray, PartFilter filter) {
        return trace(ray, filter, false);
    }

    /** Whether anything is on a ray. */
    boolean any(Ray ray, PartFilter filter) {
        return trace(ray, filter, true) >= 0;
    }

    private int trace(Ray ray, PartFilter filter, boolean firstIsEnough) {
        if (tree.isEmpty()) {
            return -1;
        }
        int[] stack = new int[DEEPEST];
        int depth = 0;
        int hit = -1;
        stack[depth++] = 0;
        while (depth > 0) {
            int node = stack[--depth];
            if (Bvh.enter(tree.boxes, node, ray.ox, ray.oy, ray.oz, ray.ix, ray.iy, ray.iz, ray.limit) == Double.POSITIVE_INFINITY) {
                continue;
            }
            int link = tree.links[node];
            if (link >= 0) {
                boolean forward = ray.forward(link & 3);
                stack[depth++] = forward ? link >>> 2 : node + 1;
                stack[depth++] = forward ? node + 1 : link >>> 2;
                continue;
            }
            int first = ~link >>> 4;
            int end = first + (~link & 15);
            for (int i = first; i < end; i++) {
                int triangle = tree.items[i];
                double distance = distance(ray, triangle);
                if (distance < ray.limit && (filter == PartFilter.ALL || filter.sees(tile.partOfTriangle(triangle)))) {
                    if (firstIsEnough) {
                        return triangle;
                    }
                    ray.limit = distance;
                    hit = triangle;
                }
            }
        }
        return hit;
    }

    private double distance(Ray ray, int triangle) {
        float[] p = tile.points();
        int[] corners = tile.corners();
        int a = 3 * corners[3 * triangle];
        int b = 3 * corners[3 * triangle + 1];
        int c = 3 * corners[3 * triangle + 2];
        double ax = p[a];
        double ay = p[a + 1];
        double az = p[a + 2];
        double ux = p[b] - ax;
        double uy = p[b + 1] - ay;
        double uz = p[b + 2] - az;
        double vx = p[c] - ax;
        double vy = p[c + 1] - ay;
        double vz = p[c + 2] - az;
        double px = ray.dy * vz - ray.dz * vy;
        double py = ray.dz * vx - ray.dx * vz;
        double pz = ray.dx * vy - ray.dy * vx;
        double det = ux * px + uy * py + uz * pz;
        if (Math.abs(det) < 1e-14) {
            return Double.POSITIVE_INFINITY;
        }
        double inverse = 1 / det;
        double sx = ray.ox - ax;
        double sy = ray.oy - ay;
        double sz = ray.oz - az;
        double u = (sx * px + sy * py + sz * pz) * inverse;
        if (u < -1e-9 || u > 1 + 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        double qx = sy * uz - sz * uy;
        double qy = sz * ux - sx * uz;
        double qz = sx * uy - sy * ux;
        double v = (ray.dx * qx + ray.dy * qy + ray.dz * qz) * inverse;
        if (v < -1e-9 || u + v > 1 + 2e-9) {
            return Double.POSITIVE_INFINITY;
        }
        double t = (vx * qx + vy * qy + vz * qz) * inverse;
        return t >= 0 ? t : Double.POSITIVE_INFINITY;
    }
}
