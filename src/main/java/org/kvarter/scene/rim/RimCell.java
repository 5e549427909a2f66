package org.kvarter.scene.rim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.model.Bounds;

/**
 * Edges near each other, which are drawn in one width.
 *
 * @param lines  two places an edge, six numbers
 * @param bounds around them
 */
record RimCell(float[] lines, Bounds bounds) {

    private static final double SIZE_METRES = 96;

    /** Edges sorted into squares of the ground. */
    static List<RimCell> of(List<float[]> edges) {
        Map<Long, List<float[]>> squares = new HashMap<>();
        for (float[] lines : edges) {
            for (int at = 0; at < lines.length; at += 6) {
                long column = Math.round((lines[at] + lines[at + 3]) / 2 / SIZE_METRES);
                long row = Math.round((lines[at + 1] + lines[at + 4]) / 2 / SIZE_METRES);
                squares.computeIfAbsent(column << 32 ^ row & 0xFFFFFFFFL, k -> new ArrayList<>())
                        .add(java.util.Arrays.copyOfRange(lines, at, at + 6));
            }
        }
        return squares.values().stream().map(RimCell::joined).toList();
    }

    private static RimCell joined(List<float[]> edges) {
        float[] lines = new float[6 * edges.size()];
        Bounds box = Bounds.EMPTY;
        for (int i = 0; i < edges.size(); i++) {
            float[] e = edges.get(i);
            System.arraycopy(e, 0, lines, 6 * i, 6);
            box = box.union(new Bounds(Math.min(e[0], e[3]), Math.min(e[1], e[4]), Math.min(e[2], e[5]), Math.max(e[0], e[3]),
                    Math.max(e[1], e[4]), Math.max(e[2], e[5])));
        }
        return new RimCell(lines, box);
    }

    int size() {
        return lines.length / 6;
    }
}
