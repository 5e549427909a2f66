package org.kvarter.mesh.pick;

/**
 * A binary tree of boxes over numbered items, in flat arrays. Immutable and thread-safe once built.
 *
 * <p>Nodes lie depth first: the near child of inner node {@code i} is {@code i+1}, the other {@code links[i] >>> 2}, whose two low
 * bits tell the axis of the split. A leaf has a negative link: {@code ~link} is {@code first << 4 | count} in {@link #items}.
 * Built top-down with the surface-area heuristic in bins (Wald 2007).
 */
final class Bvh {

    static final int MOST_PER_LEAF = 6;

    /** 6 × n: minimum x, y, z, maximum x, y, z. */
    final float[] boxes;
    final int[] links;
    /** Items in leaf order. */
    final int[] items;

    Bvh(float[] boxes, int[] links, int[] items) {
        this.boxes = boxes;
        this.links = links;
        this.items = items;
    }

    boolean isEmpty() {
        return items.length == 0;
    }

    /**
     * Distance along a ray at which it enters a node's box, or infinity where it misses it or enters beyond {@code limit}.
     *
     * @param ix reciprocals of the ray's direction, infinite where it is 0
     */
    static double enter(float[] boxes, int node, double ox, double oy, double oz, double ix, double iy, double iz, double limit) {
        int b = 6 * node;
        double x0 = (boxes[b] - ox) * ix;
        double x1 = (boxes[b + 3] - ox) * ix;
        double y0 = (boxes[b + 1] - oy) * iy;
        double y1 = (boxes[b + 4] - oy) * iy;
        double z0 = (boxes[b + 2] - oz) * iz;
        double z1 = (boxes[b + 5] - oz) * iz;
        double near = Math.max(Math.max(Math.min(x0, x1), Math.min(y0, y1)), Math.min(z0, z1));
        double far = Math.min(Math.min(Math.max(x0, x1), Math.max(y0, y1)), Math.max(z0, z1));
        near = Math.max(near, 0);
        return near <= far * 1.0000004 && near <= limit ? near : Double.POSITIVE_INFINITY;
    }
}
