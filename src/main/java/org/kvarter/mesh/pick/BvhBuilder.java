package org.kvarter.mesh.pick;

import java.util.Arrays;

/**
 * Builds a {@link Bvh} over boxes. One use; not thread-safe.
 */
final class BvhBuilder {

    private static final int BINS = 12;
    private static final int DEEPEST = 60;

    private final float[] itemBoxes;
    private final int[] items;
    private float[] boxes;
    private int[] links;
    private int nodes;
    private final float[] binBoxes = new float[6 * BINS];
    private final int[] binCounts = new int[BINS];
    private final float[] rightArea = new float[BINS];

    private BvhBuilder(float[] itemBoxes) {
        this.itemBoxes = itemBoxes;
        int n = itemBoxes.length / 6;
        items = new int[n];
        for (int i = 0; i < n; i++) {
            items[i] = i;
        }
        boxes = new float[6 * Math.max(1, n)];
        links = new int[Math.max(1, n)];
    }

    /** A tree over {@code 6 × n} boxes of finite numbers. */
    static Bvh build(float[] itemBoxes) {
        BvhBuilder builder = new BvhBuilder(itemBoxes);
        if (builder.items.length > 0) {
            builder.node(0, builder.items.length, 0);
        }
        return new Bvh(Arrays.copyOf(builder.boxes, 6 * builder.nodes), Arrays.copyOf(builder.links, builder.nodes),
                builder.items);
    }

    private void node(int from, int to, int depth) {
        int node = nodes++;
        if (node == links.length) {
            links = Arrays.copyOf(links, node * 2);
            boxes = Arrays.copyOf(boxes, 6 * node * 2);
        }
        int b = 6 * node;
        empty(boxes, b);
        float[] middles = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int i = from; i < to; i++) {
            int at = 6 * items[i];
            include(boxes, b, itemBoxes, at);
            for (int k = 0; k < 3; k++) {
                float middle = itemBoxes[at + k] + itemBoxes[at + 3 + k];
                middles[k] = Math.min(middles[k], middle);
                middles[3 + k] = Math.max(middles[3 + k], middle);
            }
        }
        int axis = middles[3] - middles[0] >= middles[4] - middles[1]
                ? middles[3] - middles[0] >= middles[5] - middles[2] ? 0 : 2
                : middles[4] - middles[1] >= middles[5] - middles[2] ? 1 : 2;
        if (to - from <= 3 || depth == DEEPEST && to - from <= Bvh.MOST_PER_LEAF) {
            links[node] = ~(from << 4 | to - from);
            return;
        }
        float low = middles[axis];
        float extent = middles[3 + axis] - low;
        int middle = extent > 0 && depth < DEEPEST ? split(from, to, axis, low, extent, b) : -1;
        if (middle == 0) {
            links[node] = ~(from << 4 | to - from);
            return;
        }
        if (middle < 0) {
            middle = from + to >>> 1;
        }
        node(from, middle, depth + 1);
        links[node] = nodes << 2 | axis;
        node(middle, to, depth + 1);
    }

    /** Partitions the items at the cheapest bin edge; answers where the second half starts, 0 for a leaf, −1 where all fall on one side. */
    private int split(int from, int to, int axis, float low, float extent, int parent) {
        float scale = BINS * 0.9999f / extent;
        Arrays.fill(binCounts, 0);
        for (int k = 0; k < BINS; k++) {
            empty(binBoxes, 6 * k);
        }
        for (int i = from; i < to; i++) {
            int bin = bin(items[i], axis, low, scale);
            binCounts[bin]++;
            include(binBoxes, 6 * bin, itemBoxes, 6 * items[i]);
        }
        float[] box = new float[6];
        empty(box, 0);
        for (int k = BINS - 1; k > 0; k--) {
            include(box, 0, binBoxes, 6 * k);
            rightArea[k] = area(box, 0);
        }
        empty(box, 0);
        int left = 0;
        int best = -1;
        float bestCost = Float.MAX_VALUE;
        for (int k = 0; k < BINS - 1; k++) {
            include(box, 0, binBoxes, 6 * k);
            left += binCounts[k];
            if (left > 0 && left < to - from) {
                float cost = area(box, 0) * left + rightArea[k + 1] * (to - from - left);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = k;
                }
            }
        }
        if (best < 0) {
            return -1;
        }
        float whole = area(boxes, parent);
        if (to - from <= Bvh.MOST_PER_LEAF && bestCost + whole >= whole * (to - from)) {
            return 0;
        }
        int i = from;
        int j = to - 1;
        while (i <= j) {
            if (bin(items[i], axis, low, scale) <= best) {
                i++;
            } else {
                int swap = items[i];
                items[i] = items[j];
                items[j--] = swap;
            }
        }
        return i;
    }

    private int bin(int item, int axis, float low, float scale) {
        return Math.max(0, Math.min(BINS - 1, (int) ((itemBoxes[6 * item + axis] + itemBoxes[6 * item + 3 + axis] - low) * scale)));
    }

    private static void empty(float[] box, int at) {
        Arrays.fill(box, at, at + 3, Float.MAX_VALUE);
        Arrays.fill(box, at + 3, at + 6, -Float.MAX_VALUE);
    }

    private static void include(float[] box, int at, float[] other, int from) {
        for (int k = 0; k < 3; k++) {
            box[at + k] = Math.min(box[at + k], other[from + k]);
            box[at + 3 + k] = Math.max(box[at + 3 + k], other[from + 3 + k]);
        }
    }

    private static float area(float[] box, int at) {
        float x = box[at + 3] - box[at];
        float y = box[at + 4] - box[at + 1];
        float z = box[at + 5] - box[at + 2];
        return x < 0 ? 0 : x * y + y * z + z * x;
    }
}
